from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    headline: [orders, vists, order]
    goals: {g: {perspective: customer, lagging: [orders]}}
    kpis: {orders: {}}
    measures: {visits: {}}
    """
    first, second = problems
    assert (first.loc, first.part) == (("headline", 1), "value")
    assert first.params["place"] == Place(loc=("measures", "visits"))
    assert said(first) == (
        "the headline names an unknown figure 'vists'",
        "no KPI or measure has this id",
        "did you mean 'visits' (measures.visits)?",
    )
    assert said(second)[2] == "did you mean 'orders' (kpis.orders)?"


def test_a_goal_is_no_figure(problems: list[Problem], said: Said) -> None:
    """
    headline: [more-sales, nowhere]
    goals: {more-sales: {perspective: customer}}
    """
    assert [said(problem)[2] for problem in problems] == [
        "that is a goal: name the KPI that shows how it fares",
        "define it under `kpis`, or take it out here",
    ]
