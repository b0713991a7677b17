from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize("key", ["lagging", "leading"])
def test_misspelt_on_a_goal(key: str, find: Find, said: Said) -> None:
    (problem,) = find(
        f"""
        goals: {{more-sales: {{perspective: customer, {key}: [visits, oders]}}}}
        kpis: {{orders: {{}}, visits: {{}}}}
        """
    )
    assert (problem.loc, problem.part) == (("goals", "more-sales", key, 1), "key")
    assert problem.params["place"] == Place(loc=("kpis", "orders"))
    assert said(problem) == (
        f"goal 'more-sales' has an unknown {key} KPI 'oders'",
        "no KPI has this id",
        "did you mean 'orders' (kpis.orders)?",
    )


def test_of_an_initiative(problems: list[Problem], said: Said) -> None:
    """
    goals: {more-sales: {perspective: customer, initiatives: [new-shop]}}
    initiatives: {new-shop: {kpi: orders}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("initiatives", "new-shop", "kpi"), "value")
    assert said(problem)[0] == "initiative 'new-shop' names an unknown KPI 'orders'"
    assert said(problem)[2] == "define it under `kpis`, or take it out here"


def test_as_a_target(problems: list[Problem], said: Said) -> None:
    """
    goals: {fair-prices: {perspective: customer, lagging: [our-price]}}
    kpis: {our-price: {direction: minimise, worst: 90, target: {kpi: their-price}}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "our-price", "target", "kpi"), "value")
    assert said(problem)[0] == "the target of KPI 'our-price' is an unknown KPI 'their-price'"


def test_goal_or_initiative_among_kpis(problems: list[Problem], said: Said) -> None:
    """
    goals:
      more-sales: {perspective: customer, lagging: [trained-team], leading: [new-shop]}
      trained-team: {perspective: learning}
    initiatives: {new-shop: {}}
    """
    assert [said(problem)[2] for problem in problems] == [
        "that is a goal: put it under `driven_by`",
        "that is an initiative: put it under `initiatives` of the goal",
    ]


def test_misspelt_kpi_is_not_also_a_kpi_on_no_goal(rules: Rules) -> None:
    assert "kpi-on-no-goal" not in rules(
        """
        goals: {more-sales: {perspective: customer, lagging: [oders]}}
        kpis: {orders: {}}
        """
    )
