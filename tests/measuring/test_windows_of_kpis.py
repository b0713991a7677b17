"""Over which days a figure is worked out, and how those of single days add up."""

from __future__ import annotations

import pytest

from tests.measuring.told import Told


def test_a_flow_adds_up(told: Told) -> None:
    """Orders of single days.

    kpis:
      orders: {unit: count, kind: flow}
    data/actuals.csv:
      date,kpi,value
      2026-09-30,orders,100
      2026-10-01,orders,3
      2026-10-31,orders,5
    """
    assert told.value("orders", "2026-09") == 100
    assert told.value("orders", "2026-10") == 3 + 5


def test_a_stock_takes_the_last(told: Told) -> None:
    """Followers, written down out of order.

    kpis:
      followers: {unit: count, kind: stock}
    data/actuals.csv:
      date,kpi,value
      2026-10-20,followers,130
      2026-10-05,followers,110
      2026-10-11,followers,120
    """
    assert told.value("followers", "2026-10") == 130


def test_a_stock_takes_the_last_of_every_network(told: Told) -> None:
    """They were counted on different days.

    dimensions: [network]
    kpis:
      followers: {unit: count, kind: stock}
    data/actuals.csv:
      date,kpi,value,network
      2026-10-05,followers,110,x
      2026-10-11,followers,120,x
      2026-10-07,followers,40,y
    """
    assert told.value("followers", "2026-10") == 120 + 40
    assert told.value("followers", "2026-10", network="x") == 120


def test_a_rate_takes_the_mean_weighted_by_its_samples(told: Told) -> None:
    """Half of two answers and a tenth of two hundred.

    kpis:
      csat: {unit: "%", kind: rate}
    data/actuals.csv:
      date,kpi,value,n
      2026-10-05,csat,50%,2
      2026-10-12,csat,10%,200
    """
    figure = told.figure("csat", "2026-10")
    assert figure.value == pytest.approx((2 * 0.5 + 200 * 0.1) / 202, rel=1e-11)
    assert figure.n == 202


def test_a_rate_recorded_once_needs_no_sample(told: Told) -> None:
    """One figure for the whole month.

    kpis:
      csat: {unit: "%", kind: rate}
    data/actuals.csv:
      date,kpi,value
      2026-10,csat,50%
    """
    assert told.value("csat", "2026-10") == 0.5


def test_a_formula_says_its_kind(told: Told) -> None:
    """Its outermost function does.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      flow: {source: rows, formula: sum(a)}
      counted: {source: rows, formula: count(*)}
      stock: {source: rows, formula: last(a)}
      rate: {source: rows, formula: sum(a) / sum(b)}
    data/rows.csv:
      day,a,b
      2026-10-01,1,4
      2026-10-02,2,5
    """
    kinds = told.actuals().kinds
    assert kinds == {"flow": "flow", "counted": "flow", "stock": "stock", "rate": "rate"}
    assert [told.value(name, "2026-10") for name in ("flow", "counted", "stock")] == [3, 2, 2]
    assert told.value("rate", "2026-10") == pytest.approx(3 / 9, rel=1e-11)


def of_months(told: Told) -> None:
    """A row on the 15th of each month from January 2025 on; the amounts are 1, 2, 3 …"""
    days = [f"{year}-{month:02}-15" for year in (2025, 2026) for month in range(1, 13)]
    told.write("data/rows.csv", "day,amount\n" + "".join(f"{day},{number + 1}\n" for number, day in enumerate(days)))


def sum_from_to(first: int, last: int) -> int:
    """The amounts of so many months, January 2025 being 1."""
    return sum(range(first, last + 1))


@pytest.mark.parametrize(
    ("over", "period", "expected"),
    [
        ("quarter", "2026-08", sum_from_to(19, 20)),  # July and August 2026: nothing of what came later
        ("quarter", "2026-09", sum_from_to(19, 21)),
        ("year", "2025-02", sum_from_to(1, 2)),
        ("year", "2025-12", sum_from_to(1, 12)),
        ("quarter-to-date", "2026-07", sum_from_to(19, 19)),
        ("quarter-to-date", "2026-08", sum_from_to(19, 20)),
        ("year-to-date", "2026-01", sum_from_to(13, 13)),
        ("year-to-date", "2026-08", sum_from_to(13, 20)),
        ("last-12-months", "2026-08", sum_from_to(9, 20)),  # September 2025 to August 2026
        ("last-12-months", "2025-12", sum_from_to(1, 12)),
    ],
)
def test_wider_windows(over: str, period: str, expected: int, told: Told) -> None:
    """One row a month.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {source: rows, formula: sum(amount), over: year}
    """
    of_months(told)
    told.path.write_text(told.path.read_text().replace("over: year", f"over: {over}"))
    assert told.value("revenue", period) == expected


@pytest.mark.parametrize(
    ("over", "period", "expected"),
    [
        ("year-to-date", "2026-03", sum_from_to(6, 15)),  # June 2025 to March 2026
        ("year-to-date", "2026-06", sum_from_to(18, 18)),
        ("quarter-to-date", "2026-07", sum_from_to(18, 19)),  # its quarters begin in June, September …
        ("quarter", "2026-08", sum_from_to(18, 20)),
        ("year", "2026-01", sum_from_to(6, 13)),
        ("year", "2026-05", sum_from_to(6, 17)),
        ("last-12-months", "2026-03", sum_from_to(4, 15)),
    ],
)
def test_the_year_of_windows_begins_where_the_map_says(over: str, period: str, expected: int, told: Told) -> None:
    """A year that begins in June.

    year_starts: 6
    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {source: rows, formula: sum(amount), over: year}
    """
    of_months(told)
    told.path.write_text(told.path.read_text().replace("over: year", f"over: {over}"))
    assert told.value("revenue", period) == expected


def test_a_window_that_runs_ends_on_the_day(told: Told) -> None:
    """On the 20th of August the quarter has two rows, and July keeps the one it had.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {source: rows, formula: sum(amount), over: quarter}
    """
    of_months(told)
    figure = told.figure("revenue", "2026-08", as_of="2026-08-20")
    assert figure.value == sum_from_to(19, 20)
    assert str(figure.end) == "2026-08-20"
    before = told.figure("revenue", "2026-07", as_of="2026-08-20")
    assert (before.value, str(before.end)) == (sum_from_to(19, 19), "2026-07-31")


def test_recorded_figures_over_a_year_to_date(told: Told) -> None:
    """Every month adds up.

    kpis:
      orders: {unit: count, kind: flow, over: year-to-date}
      staff: {unit: count, kind: stock, over: year-to-date}
    data/actuals.csv:
      date,kpi,value
      2025-12,orders,1000
      2026-01,orders,1
      2026-02,orders,2
      2026-03,orders,4
      2026-01,staff,7
      2026-02,staff,8
      2026-03,staff,9
    """
    assert [told.value("orders", f"2026-0{month}") for month in (1, 2, 3)] == [1, 3, 7]
    assert [told.value("staff", f"2026-0{month}") for month in (1, 2, 3)] == [7, 8, 9]


@pytest.mark.parametrize(
    ("over", "period", "expected"),
    [
        ("year-to-date", "2026-10", sum_from_to(1, 10)),
        ("quarter-to-date", "2026-05", sum_from_to(13, 14)),  # April and May against January and February
        ("quarter-to-date", "2026-08", sum_from_to(16, 17)),  # July and August against April and May
        ("quarter-to-date", "2026-11", sum_from_to(19, 20)),
        ("quarter", "2026-09", sum_from_to(16, 18)),
        ("last-12-months", "2026-08", sum_from_to(8, 19)),
        ("year", "2025-12", None),
    ],
)
def test_a_window_is_compared_with_the_same_one_before(
    over: str, period: str, expected: int | None, told: Told
) -> None:
    """Those to date with one that ran as long.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {source: rows, formula: sum(amount), over: year, target: 100, direction: maximise}
    """
    of_months(told)
    told.path.write_text(told.path.read_text().replace("over: year", f"over: {over}"))
    assert told.kpi("revenue", period, as_of="2026-12-31").before == expected


def test_a_quarter_that_runs_has_no_trend(told: Told) -> None:
    """At the end of October a third of its quarter is known, so it does not compare with a whole one.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {source: rows, formula: sum(amount), over: quarter, target: 100, direction: maximise}
    """
    of_months(told)
    found = told.kpi("revenue", "2026-10")
    assert (found.value, found.trend) == (22, None)
    assert found.part == pytest.approx(31 / 92)


def test_a_wider_window_does_not_make_up_for_a_period_without_a_figure(told: Told) -> None:
    """In October nobody wrote anything down, and the shop sent nothing; in August it sold nothing.

    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      orders: {unit: count, kind: flow, over: year-to-date}
      revenue: {unit: count, source: shop, formula: sum(amount), over: year-to-date}
      both: {unit: count, formula: revenue / orders, over: year-to-date}
    data/shop.csv:
      day,amount
      2026-07-03,10
      2026-09-03,20
    data/actuals.csv:
      date,kpi,value
      2026-07,orders,1
      2026-08,orders,1
      2026-09,orders,1
    """
    for kpi, values in {"orders": [1, 2, 3], "revenue": [10, 10, 30], "both": [10, 5, 10]}.items():
        assert [told.value(kpi, f"2026-{month}") for month in ("07", "08", "09")] == values
        assert told.figure(kpi, "2026-10").reason == "missing"


def test_what_is_missing_in_a_period_is_missing_in_its_window(told: Told) -> None:
    """In October network y had no rows; that it had none a year ago says nothing of this month.

    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      year: {unit: count, source: posts, formula: sum(reach), over: last-12-months}
      per-post: {unit: count, formula: year / posts, over: last-12-months}
      posts: {unit: count, source: posts, formula: count(*)}
    data/posts.csv:
      day,network,reach
      2025-08-10,z,7
      2026-07-10,x,1
      2026-08-10,x,1
      2026-08-10,y,1
      2026-09-10,x,1
      2026-09-10,y,1
      2026-10-10,x,1
    """
    assert told.value("year", "2026-08") == 3, "z had its last rows before the twelve months"
    figure = told.figure("year", "2026-10")
    assert (figure.value, figure.lacks) == (6, ("y",))
    assert told.value("per-post", "2026-09") == 1
    figure = told.figure("per-post", "2026-10")
    assert (figure.value, figure.lacks) == (1, ("y",))
