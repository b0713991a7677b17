from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Rules, Said


def test_from_above_to_below(problems: list[Problem], said: Said) -> None:
    """
    goals:
      profit: {perspective: financial}
      product: {perspective: internal, driven_by: [skills, profit]}
      skills: {perspective: learning}
    """
    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("goals", "product", "driven_by", 1), "key")
    assert said(problem)[0] == "the arrow from 'profit' to 'product' runs down: 'financial' stands above 'internal'"
    assert said(problem)[2].startswith("did you mean that 'product' drives 'profit'?")


def test_feedback_may_run_down(problems: list[Problem]) -> None:
    """
    goals: {profit: {perspective: financial}, product: {perspective: internal, driven_by: {profit: {delay: 1}}}}
    """
    assert problems == []


def test_level_arrows_and_hindrances(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: customer}
      c: {perspective: learning, hindered_by: [a]}
    """
    assert problems == []


def test_in_a_loop_the_loop_is_the_mistake(rules: Rules) -> None:
    found = rules(
        """
        goals:
          profit: {perspective: financial, driven_by: [product]}
          product: {perspective: internal, driven_by: [profit]}
        """
    )
    assert "link-cycle" in found
    assert "link-runs-down" not in found


def test_unknown_goals_and_perspectives_are_looked_past(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: nowhere}, b: {perspective: learning, driven_by: [a, nowhere]}}
    """
    assert problems == []
