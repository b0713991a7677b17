from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [reach, views]}}
    kpis: {reach: {else: impresions}, views: {else: impressions}, clicks: {else: views}}
    measures: {impressions: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "reach", "else"), "value")
    assert problem.params["place"] == Place(loc=("measures", "impressions"))
    assert said(problem) == (
        "an unknown figure 'impresions' stands in for KPI 'reach'",
        "no KPI or measure has this id",
        "did you mean 'impressions' (measures.impressions)?",
    )


def test_a_goal_is_no_figure(problems: list[Problem], said: Said) -> None:
    """
    goals: {more-sales: {perspective: customer, lagging: [reach]}}
    kpis: {reach: {else: more-sales}}
    """
    (problem,) = problems
    assert said(problem)[2] == "that is a goal: a figure stands in for a figure"
