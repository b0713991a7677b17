"""Which figure counts in which period, and why there is none."""

from __future__ import annotations

import pytest

from tests.measuring.told import Told


def test_a_kpi_of_the_rhythm_of_the_map_is_never_carried(told: Told) -> None:
    """August has a figure, September has none.

    kpis:
      orders: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-08,orders,3
    """
    assert told.value("orders", "2026-08") == 3
    for period in ("2026-09", "2026-10"):
        figure = told.figure("orders", period)
        assert (figure.value, figure.reason, figure.age) == (None, "missing", 0)


def test_before_its_first_figure_a_kpi_has_no_value(told: Told) -> None:
    """The other one began earlier.

    kpis:
      orders: {unit: count}
      others: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-08,others,1
      2026-10,orders,3
    """
    assert [told.figure("orders", period).reason for period in ("2026-08", "2026-09", "2026-10")] == [
        "no-value",
        "no-value",
        None,
    ]


@pytest.mark.parametrize(
    ("period", "value", "age"),
    [("2026-06", 0.7, 0), ("2026-07", 0.7, 1), ("2026-08", 0.7, 2), ("2026-09", 0.6, 0), ("2026-10", 0.6, 1)],
)
def test_a_rarer_kpi_keeps_its_value_until_the_next_is_due(period: str, value: float, age: int, told: Told) -> None:
    """Measured by the quarter in a map of months.

    kpis:
      csat: {unit: "%", cadence: quarter}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,csat,70%
      2026-Q3,csat,60%
    """
    figure = told.figure("csat", period)
    assert (figure.value, figure.reason, figure.age) == (value, None, age)


def test_a_rarer_kpi_that_was_not_measured_is_stale(told: Told) -> None:
    """The third quarter is over and has no figure.

    kpis:
      csat: {unit: "%", cadence: quarter}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,csat,70%
    """
    assert told.value("csat", "2026-08") == 0.7
    for period in ("2026-09", "2026-10"):
        figure = told.figure("csat", period)
        assert (figure.value, figure.reason) == (None, "stale")


def test_the_open_period_gives_one_cadence_of_grace(told: Told) -> None:
    """On the 10th of October the survey of the third quarter may still come; that of the second is shown.

    as_of: 2026-10-10
    kpis:
      csat: {unit: "%", cadence: quarter}
      nps: {unit: count, cadence: quarter}
    data/actuals.csv:
      date,kpi,value
      2026-Q1,csat,60%
      2026-Q2,csat,70%
      2026-Q1,nps,9
    """
    figure = told.figure("csat", "2026-10")
    assert (figure.value, figure.reason, figure.age) == (0.7, None, 4)
    assert told.figure("csat", "2026-09").reason == "stale"
    assert told.figure("nps", "2026-10").reason == "stale", "two cadences old"


def test_a_trend_in_the_grace_is_measured_from_the_quarter_before_the_shown_one(told: Told) -> None:
    """The second quarter is shown, so it is compared with the first, not with itself.

    as_of: 2026-10-10
    kpis:
      csat: {unit: "%", cadence: quarter, baseline: 50%, target: 90%}
      more: {unit: count, cadence: quarter, target: {change: +10%, against: previous-period}}
    data/actuals.csv:
      date,kpi,value
      2026-Q1,csat,60%
      2026-Q2,csat,70%
      2026-Q1,more,100
      2026-Q2,more,105
    """
    found = told.kpi("csat", "2026-10")
    assert (found.value, found.before) == (0.7, 0.6)
    assert found.trend == pytest.approx(0.1 / 0.4)
    assert told.reference("more", "2026-10") == 100
    assert told.kpi("more", "2026-10").performance == pytest.approx(0.5)


def test_a_rarer_kpi_is_compared_with_its_own_period_before(told: Told) -> None:
    """In October the third quarter is in force, and it fell.

    kpis:
      csat: {unit: "%", cadence: quarter, baseline: 50%, target: 90%}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,csat,70%
      2026-Q3,csat,60%
    """
    found = told.kpi("csat", "2026-10")
    assert found.before == 0.7
    assert found.trend == pytest.approx(-0.1 / 0.4)
    assert found.trend_word == "worse"


def test_a_flow_of_a_quarter_is_judged_as_a_whole_one(told: Told) -> None:
    """In October the third quarter is in force, and all of it is known.

    kpis:
      orders: {unit: count, cadence: quarter, kind: flow, target: 100, direction: maximise}
    data/actuals.csv:
      date,kpi,value
      2026-Q3,orders,90
    """
    found = told.kpi("orders", "2026-10")
    assert (found.value, found.target, found.part) == (90, 100, 1)
    assert found.performance == pytest.approx(0.9)


def test_a_formula_by_the_quarter_knows_the_newest_one(told: Told) -> None:
    """On the last day of the quarter.

    as_of: 2026-09-30
    sources:
      rows: {date: day, files: data/rows.csv}
    measures:
      spend: {source: rows, formula: sum(spend)}
      leads: {source: rows, formula: sum(leads)}
    kpis:
      cost: {unit: count, cadence: quarter, formula: spend / leads}
    data/rows.csv:
      day,spend,leads
      2026-04-01,10,5
      2026-07-01,30,5
      2026-09-01,60,10
    """
    assert told.value("cost", "2026-08") == 2
    assert told.value("cost", "2026-09") == 90 / 15


def test_linkedin_missing(told: Told) -> None:
    """It had rows in September and has none in October.

    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      reach: {unit: count, source: posts, formula: sum(reach), target: 10, direction: maximise}
      instagram: {unit: count, source: posts, formula: sum(reach), where: network = 'instagram'}
    data/posts.csv:
      day,network,reach
      2026-08-10,instagram,1
      2026-09-10,instagram,3
      2026-09-10,linkedin,4
      2026-10-10,instagram,5
    """
    figure = told.figure("reach", "2026-10")
    assert (figure.value, figure.reason, figure.lacks) == (5, "partial", ("linkedin",))
    found = told.kpi("reach", "2026-10")
    assert (found.performance, found.status, found.reason, found.trend) == (None, "no-data", "partial", None)
    assert told.value("reach", "2026-09") == 7, "a network that is new is nothing to wonder about"
    assert told.value("instagram", "2026-10") == 5


def test_a_network_of_two_dimensions(told: Told) -> None:
    """Paid rows of one network stopped.

    dimensions: [network, paid]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      reach: {unit: count, source: posts, formula: sum(reach)}
    data/posts.csv:
      day,network,paid,reach
      2026-09-10,x,yes,3
      2026-09-10,x,no,4
      2026-10-10,x,no,5
    """
    assert told.figure("reach", "2026-10").lacks == ("x, yes",)


def test_a_sparse_source_allows_gaps(told: Told) -> None:
    """Nobody advertises every month.

    dimensions: [network]
    sources:
      ads: {date: day, files: data/ads.csv, sparse: yes}
    kpis:
      spend: {unit: count, source: ads, formula: sum(cost)}
    data/ads.csv:
      day,network,cost
      2026-09-10,x,3
      2026-09-10,y,4
      2026-10-10,x,5
    """
    assert told.value("spend", "2026-10") == 5


def test_the_open_period_lacks_nothing_yet(told: Told) -> None:
    """The network may still post.

    as_of: 2026-10-20
    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      reach: {unit: count, source: posts, formula: sum(reach)}
    data/posts.csv:
      day,network,reach
      2026-09-10,x,3
      2026-09-10,y,4
      2026-10-10,x,5
    """
    assert told.value("reach", "2026-10") == 5


def test_recorded_parts_may_be_missing_too(told: Told) -> None:
    """Nobody wrote down the figure of y.

    dimensions: [network]
    kpis:
      orders: {unit: count, kind: flow}
    data/actuals.csv:
      date,kpi,value,network
      2026-09,orders,3,x
      2026-09,orders,4,y
      2026-10,orders,5,x
    """
    figure = told.figure("orders", "2026-10")
    assert (figure.value, figure.reason, figure.lacks) == (5, "partial", ("y",))


def test_a_figure_of_the_whole_lacks_no_part(told: Told) -> None:
    """From October on only the total is written down.

    dimensions: [network]
    kpis:
      orders: {unit: count, kind: flow}
    data/actuals.csv:
      date,kpi,value,network
      2026-09,orders,3,x
      2026-09,orders,4,y
      2026-10,orders,9,
    """
    assert told.value("orders", "2026-10") == 9


def test_what_lacks_a_part_keeps_a_formula_over_it_from_being_scored(told: Told) -> None:
    """Half of a quotient does not know all networks.

    dimensions: [network]
    kpis:
      orders: {unit: count, kind: flow}
      visits: {unit: count}
      rate: {unit: "%", formula: orders / visits, target: 10%, direction: maximise}
    data/actuals.csv:
      date,kpi,value,network
      2026-09,orders,3,x
      2026-09,orders,4,y
      2026-10,orders,5,x
      2026-10,visits,50,
    """
    figure = told.figure("rate", "2026-10")
    assert (figure.value, figure.reason, figure.lacks) == (0.1, "partial", ("y",))


def test_a_period_without_rows_between_rows_is_evaluated_over_none(told: Told) -> None:
    """In September nothing was posted; after the last row nobody knows.

    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      posts: {unit: count, source: posts, formula: count(*)}
      reach: {unit: count, source: posts, formula: sum(reach)}
    data/posts.csv:
      day,reach
      2026-07-10,3
      2026-09-10,5
    """
    assert [told.value("posts", f"2026-{month}") for month in ("07", "08", "09")] == [1, 0, 1]
    assert told.figure("reach", "2026-08").reason == "missing"
    assert told.figure("posts", "2026-10").reason == "missing"


def test_a_period_without_rows_lacks_every_part(told: Told) -> None:
    """All networks are missing, and each is named.

    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      posts: {unit: count, source: posts, formula: count(*)}
    data/posts.csv:
      day,network
      2026-07-10,x
      2026-07-10,y
      2026-09-10,x
    """
    figure = told.figure("posts", "2026-08")
    assert (figure.value, figure.reason, figure.lacks) == (0, "partial", ("x", "y"))


def test_parts_that_overlap_add_up_to_an_upper_bound(told: Told) -> None:
    """People see both networks.

    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    measures:
      doubled: {formula: reach * 2}
    kpis:
      reach: {unit: count, source: posts, formula: sum(reach), additive: no}
      likes: {unit: count, source: posts, formula: sum(reach)}
      noted: {unit: count, kind: flow, additive: no}
    data/posts.csv:
      day,network,reach
      2026-09-10,x,3
      2026-10-10,x,3
      2026-10-11,x,1
      2026-10-10,y,4
    data/actuals.csv:
      date,kpi,value,network
      2026-10,noted,1,x
      2026-10,noted,2,y
    """
    assert [told.figure("reach", period).at_most for period in ("2026-09", "2026-10")] == [False, True]
    assert not told.figure("likes", "2026-10").at_most
    assert told.figure("noted", "2026-10").at_most
    assert told.figure("doubled", "2026-10").at_most
    assert not told.figure("reach", "2026-10", network="x").at_most
    assert told.kpi("reach", "2026-10").at_most


def test_what_comes_after_the_day_is_not_seen(told: Told) -> None:
    """Neither rows nor records.

    sources:
      rows: {date: day, files: data/rows.csv}
    kpis:
      revenue: {unit: count, source: rows, formula: sum(amount)}
      orders: {unit: count, kind: flow}
    data/rows.csv:
      day,amount
      2026-10-10,1
      2026-10-11 23:59,2
      2026-10-12,4
    data/actuals.csv:
      date,kpi,value
      2026-10-10,orders,1
      2026-10-11,orders,2
      2026-10-12,orders,4
    """
    for kpi in ("revenue", "orders"):
        assert [told.value(kpi, "2026-10", as_of=f"2026-10-{day}") for day in (10, 11, 12)] == [1, 3, 7]
