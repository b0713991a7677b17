"""Targets that are a step from another figure, or another figure itself."""

from __future__ import annotations

import pytest

from scorecard.rendering.kpi_words import part_words
from tests.measuring.told import Told


def test_a_step_from_the_period_before(told: Told) -> None:
    """Ten percent more than in September: 3 of the 5 that are missing.

    kpis:
      orders: {unit: count, target: {change: +10%, against: previous-period}}
    data/actuals.csv:
      date,kpi,value
      2026-09,orders,50
      2026-10,orders,53
    """
    found = told.kpi("orders", "2026-10")
    assert [found.baseline, found.target] == [50, pytest.approx(55)]
    assert found.performance == pytest.approx(3 / 5)


def test_a_step_from_nothing_is_no_baseline(told: Told) -> None:
    """August has no figure, so September has no reference.

    kpis:
      orders: {unit: count, target: {change: +10%, against: previous-period}}
    data/actuals.csv:
      date,kpi,value
      2026-07,orders,40
      2026-09,orders,50
    """
    found = told.kpi("orders", "2026-09")
    assert (found.value, found.performance, found.reason) == (50, None, "no-baseline")


@pytest.mark.parametrize(("change", "target"), [("+10%", 0.055), ("+0.5pp", 0.055), ("-20%", 0.04), ("-1pp", 0.04)])
def test_percent_and_points_are_never_confused(change: str, target: float, told: Told) -> None:
    """From 5 %.

    kpis:
      rate: {unit: "%", target: {change: +10%, against: previous-period}}
    data/actuals.csv:
      date,kpi,value
      2026-09,rate,5%
      2026-10,rate,5%
    """
    told.path.write_text(told.path.read_text().replace("+10%", change))
    found = told.kpi("rate", "2026-10")
    assert [found.target, found.performance] == [pytest.approx(target), 0]


def test_a_percentage_of_nothing_is_no_baseline(told: Told) -> None:
    """Ten percent of 0 would be reached by 0; five more than 0 would not.

    kpis:
      orders: {unit: count, target: {change: +10%, against: previous-period}}
      leads: {unit: count, target: {change: +5, against: previous-period}}
    data/actuals.csv:
      date,kpi,value
      2026-09,orders,0
      2026-10,orders,1
      2026-09,leads,0
      2026-10,leads,1
    """
    assert told.kpi("orders", "2026-10").reason == "no-baseline"
    assert told.kpi("leads", "2026-10").performance == pytest.approx(0.2)


def test_a_step_from_the_same_month_a_year_ago(told: Told) -> None:
    """Ten hours less than 40 would be 30; 34 is most of the way.

    kpis:
      hours: {unit: hours, kind: rate, target: {change: -25%, against: same-period-last-year}}
    data/actuals.csv:
      date,kpi,value
      2025-09,hours,90
      2025-10,hours,40
      2026-10,hours,34
    """
    found = told.kpi("hours", "2026-10")
    assert [found.target, found.performance] == [30, pytest.approx(0.6)]
    assert told.kpi("hours", "2026-09").reason == "no-baseline" or told.kpi("hours", "2026-09").value is None


def test_an_open_period_is_compared_with_the_same_part_of_the_year_before(told: Told) -> None:
    """On the 10th of October: ten days against ten days, and the target is not cut once more.

    as_of: 2026-10-10
    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      revenue: {unit: count, source: shop, formula: sum(amount), target: {change: +10%, against: same-period-last-year}}
    data/shop.csv:
      day,amount
      2025-10-01,60
      2025-10-10,40
      2025-10-11,500
      2026-09-30,1
      2026-10-05,105
    """
    found = told.kpi("revenue", "2026-10")
    assert [found.baseline, found.target, found.part] == [100, pytest.approx(110), 1]
    assert found.performance == pytest.approx(0.5)
    assert found.trend is None, "ten days do not compare with all of September"
    assert told.kpi("revenue", "2026-10", as_of="2026-10-31").baseline == 600


def test_an_open_period_against_the_one_before_is_asked_for_in_part(told: Told) -> None:
    """On the 10th of 31 days: 10/31 of 310 + 10 %.

    as_of: 2026-10-10
    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      revenue: {unit: count, source: shop, formula: sum(amount), target: {change: +10%, against: previous-period}}
    data/shop.csv:
      day,amount
      2026-09-30,310
      2026-10-05,105
    """
    found = told.kpi("revenue", "2026-10")
    assert found.part == pytest.approx(10 / 31)
    assert [found.baseline, found.target] == [pytest.approx(100), pytest.approx(110)]
    assert found.performance == pytest.approx(0.5)


def test_a_year_to_date_is_compared_with_the_same_part_of_the_year_before(told: Told) -> None:
    """On the 10th of February, January and ten days.

    as_of: 2026-02-10
    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      revenue: {unit: count, source: shop, formula: sum(amount), over: year-to-date,
                target: {change: +100%, against: same-period-last-year}}
    data/shop.csv:
      day,amount
      2025-01-05,10
      2025-02-10,30
      2025-02-11,7
      2026-01-05,50
      2026-02-05,10
    """
    found = told.kpi("revenue", "2026-02")
    assert (found.value, found.baseline, found.target) == (60, 40, 80)
    assert found.performance == pytest.approx(0.5)


def test_the_29th_of_february_is_compared_with_the_28th(told: Told) -> None:
    """A map of days in a leap year.

    period: day
    as_of: 2028-02-29
    kpis:
      orders: {unit: count, target: {change: +10, against: same-period-last-year}}
    data/actuals.csv:
      date,kpi,value
      2027-02-28,orders,40
      2027-03-01,orders,99
      2028-02-28,orders,1
      2028-02-29,orders,45
    """
    assert told.reference("orders", "2028-02-29") == 40
    assert told.reference("orders", "2028-02-28") == 40


def test_an_open_leap_february_is_compared_up_to_the_28th(told: Told) -> None:
    """On the 29th the month is over; a day before, 28 days are compared with 28.

    as_of: 2028-02-28
    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      revenue: {unit: count, source: shop, formula: sum(amount), target: {change: +10%, against: same-period-last-year}}
    data/shop.csv:
      day,amount
      2027-02-27,1
      2027-02-28,2
      2027-03-01,4
      2028-02-01,1
      2028-02-29,1
    """
    assert told.reference("revenue", "2028-02") == 3
    assert told.reference("revenue", "2028-02", as_of="2028-02-27") == 1
    assert told.reference("revenue", "2028-02", as_of="2028-02-29") == 3


def test_week_53_is_compared_with_week_52(told: Told) -> None:
    """2025 has no week 53.

    period: week
    as_of: 2027-01-10
    kpis:
      orders: {unit: count, target: {change: +10, against: same-period-last-year}}
    data/actuals.csv:
      date,kpi,value
      2025-W51,orders,30
      2025-W52,orders,40
      2026-W01,orders,50
      2026-W52,orders,1
      2026-W53,orders,45
      2027-W01,orders,45
    """
    periods = ("2026-W52", "2026-W53", "2027-W01")
    assert [told.reference("orders", period) for period in periods] == [40, 40, 50]


def test_a_step_from_a_named_period_in_another_one(told: Told) -> None:
    """Twelve percent more than in the second quarter, from the third on.

    kpis:
      rate: {unit: "%", kind: rate, target: {change: +100%, against: 2026-Q2, in: 2026-Q3}}
    data/actuals.csv:
      date,kpi,value,n
      2026-04,rate,10%,10
      2026-05,rate,20%,10
      2026-06,rate,40%,20
      2026-07,rate,35%,10
    """
    reference = (10 * 0.1 + 10 * 0.2 + 20 * 0.4) / 40
    assert told.reference("rate", "2026-07") == pytest.approx(reference)
    assert told.kpi("rate", "2026-06").reason == "not-due"
    assert told.kpi("rate", "2026-07").performance == pytest.approx((0.35 - reference) / reference)


def test_a_flow_against_a_quarter_is_asked_for_its_share_of_the_quarter(told: Told) -> None:
    """The second quarter had 460; in the third a month of 31 of its 92 days is asked for 31/92 of 920.

    kpis:
      orders: {unit: count, kind: flow, target: {change: +100%, against: 2026-Q2, in: 2026-Q3}}
    data/actuals.csv:
      date,kpi,value
      2026-04,orders,160
      2026-05,orders,100
      2026-06,orders,200
      2026-07,orders,310
    """
    found = told.kpi("orders", "2026-07")
    assert found.target == pytest.approx(920 * 31 / 92)
    assert found.performance == pytest.approx(1)
    assert part_words(found, told.card("2026-07")) == "target is this month's part of 920"
    running = told.card("2026-07", as_of="2026-07-10")
    assert part_words(running.kpis[0], running) == "target so far, of 920 in all"


@pytest.mark.parametrize(("begins", "reason"), [("2026-Q3", None), ("2026-07", None), ("2027", "not-due")])
def test_the_period_from_which_a_step_holds_cuts_nothing(begins: str, reason: str | None, told: Told) -> None:
    """In July it is a step from all of June, from whenever on it holds.

    kpis:
      orders: {unit: count, kind: flow, target: {change: +10%, against: previous-period, in: 2026-Q3}}
    data/actuals.csv:
      date,kpi,value
      2026-06,orders,100
      2026-07,orders,105
    """
    told.path.write_text(told.path.read_text().replace("2026-Q3", begins))
    found = told.kpi("orders", "2026-07")
    assert (found.part, found.reason) == (1, reason)
    assert found.performance == (None if reason else pytest.approx(0.5))


def test_a_month_against_a_whole_year(told: Told) -> None:
    """A month of 31 of 365 days is asked for its share of 3650 and half of that.

    kpis:
      orders: {unit: count, kind: flow, target: {change: +50%, against: 2025}}
    data/actuals.csv:
      date,kpi,value
      2025-03,orders,3650
      2026-10,orders,465
    """
    found = told.kpi("orders", "2026-10")
    assert found.baseline == pytest.approx(310)
    assert found.performance == pytest.approx(1)


def test_another_kpi_is_the_reference(told: Told) -> None:
    """Ten more than the others have, who are measured by the quarter; and than what stands in the map.

    kpis:
      ours: {unit: count, target: {change: +10, against: theirs}}
      more: {unit: count, target: {change: +10, against: fixed}}
      theirs: {unit: count, cadence: quarter}
      fixed: {unit: count, value: 100}
    data/actuals.csv:
      date,kpi,value
      2026-Q3,theirs,40
      2026-07,ours,45
      2026-10,ours,45
      2026-10,more,105
    """
    assert told.kpi("ours", "2026-07").reason == "no-baseline"
    assert told.kpi("ours", "2026-10").performance == pytest.approx(0.5)
    assert told.kpi("more", "2026-10").performance == pytest.approx(0.5)


def test_an_undated_kpi_may_be_a_step_from_another_one(told: Told) -> None:
    """Neither has a date.

    kpis:
      ours: {unit: count, value: 45, target: {change: +10, against: theirs}}
      theirs: {unit: count, value: 40}
    """
    assert told.kpi("ours").performance == pytest.approx(0.5)


def test_an_undated_kpi_may_be_a_step_from_a_dated_one(told: Told) -> None:
    """The others are measured.

    kpis:
      ours: {unit: count, value: 45, target: {change: +10, against: theirs}}
      theirs: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-09,theirs,35
      2026-10,theirs,40
    """
    assert told.kpi("ours", "2026-10").performance == pytest.approx(0.5)
    assert told.kpi("ours", "2026-09").performance == pytest.approx(1)


def test_another_kpi_is_the_target(told: Told) -> None:
    """The cost of visitors by ads is the bar.

    kpis:
      cost: {unit: count, direction: minimise, worst: 4, target: {kpi: ads}}
      ads: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-09,cost,3
      2026-10,cost,3
      2026-10,ads,2
    """
    assert told.kpi("cost", "2026-09").reason == "no-target"
    assert told.kpi("cost", "2026-10").performance == pytest.approx(0.5)


def test_no_step_is_measured_across_a_break(told: Told) -> None:
    """In 2026 everything is counted anew.

    kpis:
      views: {unit: count, breaks: {2026-01: anew}, target: {change: +10%, against: same-period-last-year}}
    data/actuals.csv:
      date,kpi,value
      2025-10,views,3
      2026-10,views,3
    """
    assert told.kpi("views", "2026-10").reason == "no-baseline"
