from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_leading_only(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, leading: [x]}}
    kpis: {x: {}}
    """
    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("goals", "a"), "key")
    assert said(problem)[0] == "goal 'a' has leading KPIs only: they show the effort and not the result"


def test_with_lagging_or_with_nothing(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: customer, lagging: [x]}
      b: {perspective: customer, lagging: [x], leading: [y]}
      c: {perspective: customer}
    kpis: {x: {}, y: {}}
    """
    assert problems == []


def test_lagging_kpis_that_are_never_scored(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, lagging: [x], leading: [y]}
      b: {perspective: customer, lagging: [x, y]}
    kpis: {x: {direction: none}, y: {}}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "a")
    assert said(problem)[0] == "no lagging KPI of goal 'a' is ever scored: all have `direction: none`"
