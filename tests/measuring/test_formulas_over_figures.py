"""Formulas without a source: arithmetic over KPIs and measures, now and before."""

from __future__ import annotations

import pytest

from tests.measuring.told import Told


def test_a_formula_over_several_sources_and_records(told: Told) -> None:
    """Cost of ads per lead of the site, and per order that was written down.

    sources:
      ads: {date: day, files: data/ads.csv}
      site: {date: day, files: data/site.csv}
    measures:
      ad-spend: {source: ads, formula: sum(cost)}
    kpis:
      leads: {unit: count, source: site, formula: count(*)}
      orders: {unit: count}
      cost-per-lead: {unit: count, formula: ad_spend / leads}
      cost-per-order: {unit: count, formula: "ad_spend / max(orders, 1)"}
    data/ads.csv:
      day,cost
      2026-09-01,10
      2026-09-30,20
      2026-10-01,40
    data/site.csv:
      day,page
      2026-09-05,a
      2026-09-06,b
      2026-10-05,c
    data/actuals.csv:
      date,kpi,value
      2026-09,orders,6
      2026-10,orders,0
    """
    assert [told.value("cost-per-lead", period) for period in ("2026-09", "2026-10")] == [30 / 2, 40 / 1]
    assert [told.value("cost-per-order", period) for period in ("2026-09", "2026-10")] == [30 / 6, 40]


def test_a_missing_operand_or_a_zero_divisor_is_no_value(told: Told) -> None:
    """No leads in September, no spending in October.

    kpis:
      spend: {unit: count}
      leads: {unit: count}
      cost: {unit: count, formula: spend / leads}
    data/actuals.csv:
      date,kpi,value
      2026-08,spend,10
      2026-08,leads,5
      2026-09,spend,10
      2026-09,leads,0
      2026-10,leads,4
    """
    assert told.value("cost", "2026-08") == 2
    for period in ("2026-09", "2026-10"):
        figure = told.figure("cost", period)
        assert (figure.value, figure.reason) == (None, "missing")


def test_change_and_previous_over_time(told: Told) -> None:
    """A formula over a formula, too.

    kpis:
      people: {unit: count}
      twice: {unit: count, formula: people * 2}
      growth: {unit: "%", formula: change(twice)}
      before: {unit: count, formula: previous(people)}
      step: {unit: count, formula: people - previous(people)}
      longer: {unit: count, formula: previous(previous(people))}
    data/actuals.csv:
      date,kpi,value
      2026-07,people,0
      2026-08,people,100
      2026-09,people,80
      2026-10,people,120
    """
    periods = ("2026-07", "2026-08", "2026-09", "2026-10")
    growth = [told.value("growth", period) for period in periods]
    assert growth == [None, None, pytest.approx(-0.2), pytest.approx(0.5)]
    assert [told.value("before", period) for period in periods] == [None, 0, 100, 80]
    assert [told.value("step", period) for period in periods] == [None, 100, -20, 40]
    assert [told.value("longer", period) for period in periods] == [None, None, 0, 100]


def test_a_change_of_a_negative_figure_is_measured_in_its_size(told: Told) -> None:
    """The loss of 50 became a loss of 25: that is better.

    kpis:
      profit: {unit: count}
      growth: {unit: "%", formula: change(profit)}
    data/actuals.csv:
      date,kpi,value
      2026-09,profit,-50
      2026-10,profit,-25
    """
    assert told.value("growth", "2026-10") == 0.5


def test_no_change_is_computed_across_a_break(told: Told) -> None:
    """From September on views are counted.

    kpis:
      views: {unit: count, breaks: {2026-09: views instead of impressions}, target: 400, direction: maximise}
      growth: {unit: "%", formula: change(views)}
      step: {unit: count, formula: views - previous(views)}
    data/actuals.csv:
      date,kpi,value
      2026-07,views,100
      2026-08,views,200
      2026-09,views,100
      2026-10,views,150
    """
    periods = ("2026-08", "2026-09", "2026-10")
    assert [told.value("growth", period) for period in periods] == [1, None, 0.5]
    found = [told.kpi("views", period) for period in periods]
    assert [kpi.trend for kpi in found] == [0.25, None, 0.125]
    assert [kpi.broken for kpi in found] == [None, "views instead of impressions", None]


def test_no_change_of_a_rarer_kpi_is_computed_across_a_break(told: Told) -> None:
    """In August the questions of the survey were changed; the third quarter is in force in October.

    kpis:
      csat: {unit: "%", cadence: quarter, baseline: 0, target: 100%, breaks: {2026-08: new questions}}
      growth: {unit: "%", formula: change(csat)}
    data/actuals.csv:
      date,kpi,value
      2026-Q1,csat,40%
      2026-Q2,csat,50%
      2026-Q3,csat,80%
    """
    assert told.kpi("csat", "2026-08").trend == pytest.approx(0.1)
    assert told.value("growth", "2026-08") == 0
    for period in ("2026-09", "2026-10"):
        found = told.kpi("csat", period)
        assert (found.trend, found.broken) == (None, "new questions")
    assert told.value("growth", "2026-09") is None
    assert told.value("growth", "2026-10") == 0


def test_no_change_of_a_year_is_computed_across_a_break(told: Told) -> None:
    """The year before was counted otherwise, up to March of it.

    kpis:
      revenue: {unit: count, kind: flow, over: year-to-date, target: 100, direction: maximise, breaks: {2025-11: shop}}
      sales: {unit: count, kind: flow, over: last-12-months, target: 100, direction: maximise, breaks: {2026-01: shop}}
    data/actuals.csv:
      date,kpi,value
      2025-10,revenue,10
      2026-09,revenue,20
      2026-10,revenue,30
      2025-10,sales,10
      2026-09,sales,20
      2026-10,sales,30
    """
    assert (told.kpi("revenue").before, told.kpi("revenue").trend, told.kpi("revenue").broken) == (10, None, "shop")
    assert (told.kpi("sales").before, told.kpi("sales").trend, told.kpi("sales").broken) == (30, None, "shop")


def test_parameters(told: Told) -> None:
    """With and without a source.

    params: {least: 5, factor: 1.5}
    sources:
      people: {date: day, files: data/people.csv}
    kpis:
      committed: {unit: count, source: people, formula: count(*) filter (where acts >= $least)}
      weighed: {unit: count, formula: committed * $factor}
    data/people.csv:
      day,acts
      2026-10-01,4
      2026-10-01,5
      2026-10-01,6
    """
    assert told.value("committed", "2026-10") == 2
    assert told.value("weighed", "2026-10") == 3


def test_a_formula_over_a_window_takes_its_operands_over_it(told: Told) -> None:
    """The rate of a year to date is no mean of rates.

    kpis:
      orders: {unit: count, kind: flow}
      visits: {unit: count, kind: flow}
      rate: {unit: "%", formula: orders / visits, over: year-to-date}
      growth: {unit: "%", formula: change(orders), over: year-to-date}
    data/actuals.csv:
      date,kpi,value
      2025-09,orders,3
      2026-08,orders,1
      2026-08,visits,10
      2026-09,orders,5
      2026-09,visits,10
    """
    assert told.value("rate", "2026-08") == 0.1
    assert told.value("rate", "2026-09") == 0.3
    assert told.value("growth", "2026-09") == 5, "(1 + 5) against the 1 of a month before"


def test_a_formula_over_undated_values_is_undated(told: Told) -> None:
    """What stands in the map is in force at every period.

    kpis:
      price: {unit: count, value: 10}
      cost: {unit: count, value: 4}
      margin: {unit: "%", formula: (price - cost) / price}
      orders: {unit: count}
      revenue: {unit: count, formula: orders * price}
    data/actuals.csv:
      date,kpi,value
      2026-09,orders,3
      2026-10,orders,4
    """
    assert told.actuals().figures["margin", None, ()].value == 0.6
    assert [told.value("revenue", period) for period in ("2026-09", "2026-10")] == [30, 40]


def test_a_rarer_operand_is_taken_as_it_is_in_force(told: Told) -> None:
    """The quarter's price holds in each of the months that follow.

    kpis:
      price: {unit: count, cadence: quarter}
      orders: {unit: count}
      revenue: {unit: count, formula: orders * price}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,price,10
      2026-Q3,price,20
      2026-08,orders,3
      2026-10,orders,4
    """
    assert [told.value("revenue", period) for period in ("2026-08", "2026-10")] == [30, 80]


def test_splits_of_formulas_and_sources(told: Told) -> None:
    """Every network by itself; the totals are right.

    dimensions: [network]
    sources:
      posts: {date: day, files: data/posts.csv}
    kpis:
      shares: {unit: count, source: posts, formula: sum(shares)}
      reach: {unit: count, source: posts, formula: sum(reach)}
      rate: {unit: "%", formula: shares / reach}
      orders: {unit: count, kind: flow}
      other: {unit: count}
    data/posts.csv:
      day,network,shares,reach
      2026-10-10,x,1,10
      2026-10-11,x,2,10
      2026-10-10,y,1,80
      2026-09-10,z,1,1
      2026-09-10,x,1,1
      2026-09-10,y,1,1
    data/actuals.csv:
      date,kpi,value,network
      2026-10,orders,3,x
      2026-10,orders,4,y
      2026-10,other,9,
    """
    actuals = told.actuals(split=("network",))
    assert actuals.parts == {"network": ("x", "y", "z")}
    assert [told.value(kpi, "2026-10", network="x") for kpi in ("shares", "reach", "rate", "orders")] == [
        3,
        20,
        0.15,
        3,
    ]
    assert [told.value(kpi, "2026-10", network="y") for kpi in ("shares", "reach", "rate", "orders")] == [
        1,
        80,
        1 / 80,
        4,
    ]
    assert told.figure("rate", "2026-10").value == 0.04
    assert told.value("orders", "2026-10") == 7
    assert not [key for key in actuals.figures if key[0] == "other" and key[2]]
