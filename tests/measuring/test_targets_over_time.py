"""Targets that change from period to period, plans, and what is asked for of a period that is not over."""

from __future__ import annotations

import pytest

from tests.measuring.told import Told


def test_each_target_holds_until_the_next_one(told: Told) -> None:
    """The past is judged by the target of then.

    kpis:
      rate: {unit: "%", baseline: 0, target: {2026-02: 2%, 2026-07: 4%}}
    data/actuals.csv:
      date,kpi,value
      2026-01,rate,1%
      2026-02,rate,1%
      2026-06,rate,1%
      2026-07,rate,1%
      2026-10,rate,1%
    """
    found = [told.kpi("rate", f"2026-{month}") for month in ("01", "02", "06", "07", "10")]
    assert [kpi.target for kpi in found] == [None, 0.02, 0.02, 0.04, 0.04]
    assert [kpi.performance for kpi in found] == [None, 0.5, 0.5, 0.25, 0.25]
    assert found[0].reason == "no-target"


def test_a_flow_to_date_against_the_target_of_a_year(told: Told) -> None:
    """By the end of February 59 of 365 days have passed; at the end of the year all of it is asked for.

    as_of: 2027-02-28
    kpis:
      revenue: {unit: count, kind: flow, over: year-to-date, direction: maximise, target: {2026: 3650}}
    data/actuals.csv:
      date,kpi,value
      2026-01,revenue,295
      2026-02,revenue,0
      2026-12,revenue,3355
      2027-01,revenue,155
    """
    found = told.kpi("revenue", "2026-02")
    assert [found.value, found.target] == [295, pytest.approx(3650 * 59 / 365)]
    assert found.performance == pytest.approx(295 / 590)
    assert told.kpi("revenue", "2026-12").performance == pytest.approx(1)
    assert told.kpi("revenue", "2027-01").target == pytest.approx(310), "it holds on, in the next year too"


def test_a_month_against_the_target_of_a_year(told: Told) -> None:
    """A month is asked for its share of the days.

    kpis:
      revenue: {unit: count, kind: flow, direction: maximise, target: {2026: 3650}}
    data/actuals.csv:
      date,kpi,value
      2026-02,revenue,140
      2026-10,revenue,310
    """
    assert told.kpi("revenue", "2026-02").performance == pytest.approx(140 / 280)
    assert told.kpi("revenue", "2026-10").performance == pytest.approx(1)


def test_a_stock_and_a_rate_against_the_target_of_a_year(told: Told) -> None:
    """They are asked for all of it.

    kpis:
      followers: {unit: count, kind: stock, direction: maximise, target: {2026: 400}}
      rate: {unit: "%", direction: maximise, target: {2026: 40%}}
    data/actuals.csv:
      date,kpi,value
      2026-02,followers,100
      2026-02,rate,10%
    """
    for kpi in ("followers", "rate"):
        assert told.kpi(kpi, "2026-02").performance == pytest.approx(0.25)


def test_an_open_period_so_far(told: Told) -> None:
    """On the 10th of 31 days a flow is asked for its share; stock and rate as they stand.

    as_of: 2026-10-10
    kpis:
      orders: {unit: count, kind: flow, baseline: 31, target: 62}
      followers: {unit: count, kind: stock, baseline: 0, target: 62}
      rate: {unit: "%", kind: rate, baseline: 0, target: 100%}
    data/actuals.csv:
      date,kpi,value,n
      2026-09-10,orders,10,
      2026-10-01,orders,5,
      2026-10-09,orders,10,
      2026-10-09,followers,31,
      2026-10-08,rate,50%,1
    """
    card = told.card("2026-10")
    assert not card.closed
    orders, followers, rate = card.kpis
    assert [orders.value, orders.baseline, orders.target] == [15, pytest.approx(10), pytest.approx(20)]
    assert [kpi.performance for kpi in card.kpis] == [pytest.approx(0.5)] * 3
    assert [kpi.part for kpi in (followers, rate)] == [1, 1]
    assert orders.trend is None
    assert told.card("2026-09").closed


@pytest.mark.parametrize(
    ("period", "expected"), [("2025-12", 0), ("2026-01", 31 / 365), ("2026-10", 304 / 365), ("2027-01", 1)]
)
def test_a_plan_is_judged_at_the_end_of_its_period(period: str, expected: float, told: Told) -> None:
    """Looked at much later.

    as_of: 2027-02-28
    kpis:
      followers: {unit: count, baseline: 0, target: 365, since: 2026-01-01, by: 2026-12-31}
    data/actuals.csv:
      date,kpi,value
      2025-12,followers,73
      2026-01,followers,0
      2026-10,followers,231
      2027-01,followers,292
    """
    found = told.kpi("followers", period)
    assert found.expected == pytest.approx(expected)
    assert found.performance == pytest.approx(min(1, 1 - (expected - (found.value or 0) / 365)))
