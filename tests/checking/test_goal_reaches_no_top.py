from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Rules, Said


def test_no_arrow_up(problems: list[Problem], said: Said) -> None:
    """
    goals:
      top: {perspective: financial, driven_by: [a]}
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: learning}
      c: {perspective: learning}
    """
    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("goals", "c"), "key")
    assert said(problem) == (
        "goal 'c' leads to no goal of the top perspective",
        "no arrow leads on from here",
        "name 'c' under `driven_by` of the goal that it helps",
    )


def test_where_a_chain_breaks_off_only_its_end_is_told(problems: list[Problem]) -> None:
    """
    goals:
      top: {perspective: financial}
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: internal, driven_by: [c]}
      c: {perspective: learning}
    """
    assert [problem.params["goal"] for problem in problems] == ["a"]


def test_a_loop_that_leads_nowhere_is_told_once(problems: list[Problem]) -> None:
    """
    goals:
      top: {perspective: financial}
      a: {perspective: customer, driven_by: [b]}
      b: {perspective: customer, driven_by: {a: {delay: 1}}}
      c: {perspective: customer}
    """
    assert [problem.params["goal"] for problem in problems] == ["a", "c"]


def test_feedback_from_the_top_is_no_way_up(problems: list[Problem]) -> None:
    """
    goals:
      top: {perspective: financial}
      a: {perspective: customer, driven_by: {top: {delay: 2}}}
    """
    assert [problem.params["goal"] for problem in problems] == ["a"]


def test_hindering_the_top_is_no_way_up(problems: list[Problem]) -> None:
    """
    goals: {top: {perspective: financial, hindered_by: [a]}, a: {perspective: customer}}
    """
    assert [problem.params["goal"] for problem in problems] == ["a"]


def test_goals_of_the_top_need_no_way_up(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: financial}, b: {perspective: financial}}
    """
    assert problems == []


def test_top_is_the_highest_perspective_with_goals(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [b]}, b: {perspective: learning}}
    """
    assert problems == []


def test_misspelt_arrows_and_unknown_perspectives_are_told_by_their_own_rules(rules: Rules) -> None:
    found = rules(
        """
        goals:
          top: {perspective: financial, driven_by: [trained-taem]}
          trained-team: {perspective: learning}
          a: {perspective: nowhere, driven_by: [b]}
          b: {perspective: learning}
        """
    )
    assert "goal-reaches-no-top" not in found
    assert {"unknown-goal", "unknown-perspective"} <= set(found)
