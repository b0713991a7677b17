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


def test_a_business_year_to_date_against_the_target_of_a_business_year(told: Told) -> None:
    """The year 2025 runs from April 2025 to March 2026: by the end of February 334 of its 365 days have passed.

    as_of: 2026-05-31
    year_starts: 4
    kpis:
      revenue: {unit: count, kind: flow, over: year-to-date, direction: maximise, target: {2025: 365k, 2026: 730k}}
    data/actuals.csv:
      date,kpi,value
      2025-04,revenue,160k
      2026-02,revenue,7k
      2026-03,revenue,198k
      2026-04,revenue,60k
      2026-05,revenue,62k
    """
    months = ("2025-04", "2026-02", "2026-03", "2026-04", "2026-05")
    found = [told.kpi("revenue", month) for month in months]
    assert [kpi.value for kpi in found] == [160_000, 167_000, 365_000, 60_000, 122_000]
    assert [kpi.target for kpi in found] == pytest.approx([30_000, 334_000, 365_000, 60_000, 122_000])
    assert [kpi.performance for kpi in found] == pytest.approx([1, 0.5, 1, 1, 1])


def test_a_business_quarter_to_date_against_the_target_of_a_business_quarter(told: Told) -> None:
    """With a year from February, its second quarter runs from May to July.

    as_of: 2026-09-30
    year_starts: 2
    kpis:
      orders: {unit: count, kind: flow, over: quarter-to-date, direction: maximise, target: {2026-Q1: 890, 2026-Q2: 92}}
      rate: {unit: "%", kind: rate, over: quarter, direction: maximise, target: {2026-Q1: 10%, 2026-Q2: 20%}}
    data/actuals.csv:
      date,kpi,value,n
      2026-04,orders,890,
      2026-05,orders,31,
      2026-06,orders,0,
      2026-04,rate,10%,1
      2026-05,rate,10%,1
    """
    assert [told.kpi("orders", f"2026-0{month}").target for month in (4, 5, 6)] == pytest.approx([890, 31, 61])
    assert [told.kpi("rate", f"2026-0{month}").target for month in (4, 5)] == [0.1, 0.2]


def test_a_business_year_is_another_years_reference(told: Told) -> None:
    """The year 2025, from April to March, had 365; the next one is asked for twice as much, from when it begins.

    as_of: 2026-04-30
    year_starts: 4
    kpis:
      orders: {unit: count, kind: flow, over: year-to-date, target: {change: +100%, against: 2025, in: 2026}}
    data/actuals.csv:
      date,kpi,value
      2025-01,orders,1000
      2025-04,orders,65
      2026-03,orders,300
      2026-04,orders,45
    """
    assert told.reference("orders", "2026-04") == 365
    assert told.kpi("orders", "2026-03").reason == "not-due"
    found = told.kpi("orders", "2026-04")
    assert [found.baseline, found.target] == pytest.approx([30, 60])
    assert found.performance == pytest.approx(0.5)


def test_a_business_year_of_rows_is_a_reference_unless_it_lies_before_a_break(told: Told) -> None:
    """The same from raw rows; the counting changed in the middle of the year of the reference, or after it.

    as_of: 2026-04-30
    year_starts: 4
    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      orders: {source: shop, formula: sum(pieces), over: year-to-date, target: {change: +100%, against: 2025},
               breaks: {2025-10: Another till}}
    data/shop.csv:
      day,pieces
      2025-03-31,1000
      2025-04-01,65
      2026-03-31,300
      2026-04-10,45
    """
    assert told.reference("orders", "2026-04") == 365
    told.path.write_text(told.path.read_text().replace("2025-10", "2026-04"))
    del told.map
    assert told.reference("orders", "2026-04") is None


def test_twelve_months_against_the_target_of_a_year(told: Told) -> None:
    """All of it is asked for, be there a 29th of February in the year or in the months.

    as_of: 2028-03-31
    year_starts: 4
    kpis:
      orders: {unit: count, kind: flow, over: last-12-months, direction: maximise, target: {2027: 400, 2028: 500}}
    data/actuals.csv:
      date,kpi,value
      2027-12,orders,300
      2028-01,orders,50
      2028-02,orders,50
      2028-03,orders,50
    """
    found = [told.kpi("orders", period) for period in ("2027-12", "2028-01", "2028-02", "2028-03")]
    assert [(kpi.target, kpi.part) for kpi in found] == [(400, 1), (500, 1), (500, 1), (500, 1)]


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
