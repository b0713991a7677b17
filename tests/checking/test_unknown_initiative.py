from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    goals: {more-sales: {perspective: customer, initiatives: [training, newshop]}}
    initiatives: {training: {}, new-shop: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "more-sales", "initiatives", 1), "value")
    assert problem.params["place"] == Place(loc=("initiatives", "new-shop"))
    assert said(problem) == (
        "goal 'more-sales' names an unknown initiative 'newshop'",
        "no initiative has this id",
        "did you mean 'new-shop' (initiatives.new-shop)?",
    )


def test_items_of_other_kinds(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, initiatives: [orders, b]}, b: {perspective: customer}}
    kpis: {orders: {}}
    """
    assert [said(problem)[2] for problem in problems] == [
        "that is a KPI: put it under `lagging` or `leading`",
        "that is a goal: put it under `driven_by`",
    ]
