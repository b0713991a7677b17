from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_nobody_names_it(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, lagging: [x], leading: [y]}}
    kpis: {x: {}, y: {}, left-over: {}}
    """
    (problem,) = problems
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("kpis", "left-over"), "key")
    assert said(problem)[0] == "KPI 'left-over' is on no goal, so it has no part in any number"


def test_the_target_of_another_kpi_is_in_use(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, lagging: [ours]}}
    kpis: {ours: {direction: minimise, worst: 90, target: {kpi: theirs}}, theirs: {direction: none}}
    """
    assert problems == []


def test_the_kpi_of_an_initiative_should_be_on_a_goal(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, initiatives: [i]}}
    kpis: {x: {}}
    initiatives: {i: {kpi: x}}
    """
    assert [problem.params["kpi"] for problem in problems] == ["x"]
