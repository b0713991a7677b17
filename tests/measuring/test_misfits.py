"""Recorded figures that do not fit the map: what is said of them, and where."""

from __future__ import annotations

from typing import Any

from scorecard.rendering.problems import hint, message
from tests.measuring.told import Told


def only(told: Told, rule: str) -> tuple[str, tuple[int, int] | None, str, str]:
    """Of the only error: its file, line and column, and what is said."""
    (problem,) = told.problems()
    assert problem.rule == rule
    place = None if problem.position is None else (problem.position.line, problem.position.column)
    return problem.path, place, message(problem), hint(problem)


def line_of(told: Told, text: str) -> int:
    lines = told.path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_a_month_and_a_day_in_it(told: Told) -> None:
    """The same orders twice.

    kpis:
      orders: {unit: count, kind: flow}
    data/actuals.csv:
      date,kpi,value
      2026-09,orders,120
      2026-10,orders,120
      2026-10-02,orders,5
    """
    path, place, said, _ = only(told, "figure-overlap")
    assert (path, place) == ("data/actuals.csv", (4, 1))
    assert said == (
        "the figure of 'orders' for 2026-10-02 lies inside 2026-10, which has a figure in data/actuals.csv, line 3"
    )


def test_overlaps_are_seen_across_files_and_not_across_parts(told: Told) -> None:
    """One file for each owner.

    dimensions: [network]
    kpis:
      orders: {unit: count, kind: flow}
    data/actuals-a.csv:
      date,kpi,value,network
      2026-10,orders,1,x
      2026-10-02,orders,1,y
    data/actuals-b.csv:
      date,kpi,value,network
      2026-10-03,orders,5,x
    """
    path, place, said, _ = only(told, "figure-overlap")
    assert (path, place) == ("data/actuals-b.csv", (2, 1))
    assert "data/actuals-a.csv, line 2" in said


def test_a_figure_longer_than_its_kpi_is_measured(told: Told) -> None:
    """A quarter in a map of months.

    kpis:
      csat: {unit: "%"}
    data/actuals.csv:
      date,kpi,value
      2026-09,csat,80%
      2026-Q4,csat,82%
    """
    path, place, said, help_ = only(told, "figure-too-long")
    assert (path, place) == ("data/actuals.csv", (3, 1))
    assert said == "the figure of 'csat' is for 2026-Q4, but it is measured by the month"
    assert "`cadence: quarter`" in help_


def test_two_figures_without_a_kind(told: Told) -> None:
    """Do they add up?

    kpis:
      visits: {unit: count}
      orders: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-10-01,orders,3
      2026-09,visits,1
      2026-10-02,orders,5
    """
    path, place, said, _ = only(told, "kind-missing")
    assert (path, place) == ("", (line_of(told, "orders:"), 3))
    assert "'orders' has two figures in one period (data/actuals.csv, lines 2 and 4)" in said


def test_two_figures_without_a_kind_in_a_window_that_runs(told: Told) -> None:
    """Each month has one, the year to date has two.

    kpis:
      orders: {unit: count, over: year-to-date}
    data/actuals.csv:
      date,kpi,value
      2026-02,orders,3
      2026-03,orders,5
    """
    assert "lines 2 and 3" in only(told, "kind-missing")[2]


def test_figures_of_two_years_do_not_meet_in_a_year_to_date(told: Told) -> None:
    """December and January.

    kpis:
      orders: {unit: count, over: year-to-date}
    data/actuals.csv:
      date,kpi,value
      2025-12,orders,3
      2026-01,orders,5
    """
    assert told.problems() == []


def test_figures_of_two_parts_need_no_kind(told: Told) -> None:
    """Each network has one.

    dimensions: [network]
    kpis:
      orders: {unit: count, kind: flow}
      rates: {unit: "%"}
    data/actuals.csv:
      date,kpi,value,network
      2026-10,orders,3,x
      2026-10,orders,5,y
    """
    assert told.problems() == []


def test_the_whole_of_two_parts_needs_a_kind(told: Told) -> None:
    """Is it their sum? In September nobody has to ask.

    dimensions: [network]
    kpis:
      orders: {unit: count}
    data/actuals.csv:
      date,kpi,value,network
      2026-09,orders,3,x
      2026-09,orders,4,y
      2026-09,orders,7,
      2026-10,orders,3,x
      2026-10,orders,5,y
    """
    assert "lines 5 and 6" in only(told, "kind-missing")[2]


def test_a_rate_without_its_sample(told: Told) -> None:
    """The second one does not say how many were asked.

    kpis:
      csat: {unit: "%", kind: rate}
    data/actuals.csv:
      date,kpi,value,n
      2026-10-01,csat,50%,4
      2026-10-02,csat,60%,
    """
    path, place, said, _ = only(told, "sample-missing")
    assert (path, place) == ("data/actuals.csv", (3, 1))
    assert said.startswith("'csat' is a rate with several figures in one period")


def test_a_formula_and_records(told: Told) -> None:
    """Which of them counts?

    sources:
      accounts: {date: day, files: data/accounts.csv}
    kpis:
      followers:
        unit: count
        source: accounts
        formula: last(followers)
    data/accounts.csv:
      day,followers
      2026-10-31,5
    data/actuals.csv:
      date,kpi,value
      2026-10,followers,12280
    """
    path, place, said, _ = only(told, "two-origins")
    assert (path, place) == ("", (line_of(told, "formula:"), 14))
    assert said == "'followers' has a formula, and figures of it are recorded in data/actuals.csv, line 2"


def test_a_value_in_the_map_and_records(told: Told) -> None:
    """Which of them counts?

    kpis:
      followers: {unit: count, value: 3}
    data/actuals.csv:
      date,kpi,value
      2026-10,followers,12280
    """
    path, place, said, _ = only(told, "two-origins")
    assert (path, place) == ("", (line_of(told, "followers:"), 35))
    assert "has a value in the map" in said


def test_nothing_is_wrong_with_figures_after_the_day(told: Told) -> None:
    """They are not seen yet.

    kpis:
      orders: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-10,orders,1
      2026-11-01,orders,3
      2026-11-02,orders,5
    """
    assert told.problems() == []


def test_each_kpi_says_one_misfit(told: Told) -> None:
    """And all KPIs do at once.

    kpis:
      a: {unit: count}
      b: {unit: count}
    data/actuals.csv:
      date,kpi,value
      2026-10-01,a,1
      2026-10-02,a,1
      2026-10-03,a,1
      2026-10-01,b,1
      2026-10-02,b,1
    """
    found: list[Any] = [(problem.rule, problem.params["item"]) for problem in told.problems()]
    assert found == [("kind-missing", "a"), ("kind-missing", "b")]
