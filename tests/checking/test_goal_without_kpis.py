from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Rules, Said


def test_without_any(problems: list[Problem], rules: Rules, said: Said) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [b]}, b: {perspective: customer, leading: [x]}}
    kpis: {x: {}}
    """
    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("goals", "a"), "key")
    assert said(problem)[0] == "goal 'a' has no KPI, so nobody can say whether it was reached"


def test_it_is_not_also_without_lagging(rules: Rules) -> None:
    assert rules("goals: {a: {perspective: customer}}") == ["goal-without-kpis"]


def test_a_kpi_that_is_misspelt_was_meant(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, lagging: [nowhere]}}
    """
    assert problems == []
