from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_both_for_one_goal(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, lagging: [x, y], leading: [z, y]}}
    kpis: {x: {}, y: {}, z: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "a", "leading", 1), "key")
    assert problem.params["place"] == Place(loc=("goals", "a", "lagging", 1))
    assert said(problem)[0] == "KPI 'y' is both lagging and leading for goal 'a'"


def test_lagging_for_one_goal_and_leading_for_another(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, lagging: [x]}, b: {perspective: customer, leading: [x]}}
    kpis: {x: {}}
    """
    assert problems == []
