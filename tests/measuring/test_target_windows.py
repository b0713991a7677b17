"""Sums whose target is named for a longer period than they are summed over."""

from __future__ import annotations

import inspect
from textwrap import dedent

import pytest

from scorecard.measuring.rules import target_window
from scorecard.rendering.problems import hint, message
from tests.measuring.told import Told


def test_a_month_and_the_target_of_a_year(told: Told) -> None:
    """Recorded, and nothing says how the months make the year.

    kpis:
      revenue: {unit: count, kind: flow, direction: maximise, target: {2026: 400k}}
    data/actuals.csv:
      date,kpi,value
      2026-10,revenue,30k
    """
    (problem,) = told.problems()
    assert (problem.rule, problem.loc) == ("target-window", ("kpis", "revenue", "target"))
    assert problem.position is not None
    assert message(problem) == ("the target of KPI 'revenue' is named for a year, but its figures are for a month each")
    assert hint(problem) == "say `over: year-to-date`, so that it is compared to date"


def test_the_kind_is_that_of_the_formula(told: Told) -> None:
    """A sum is a flow, a quotient a rate, the last one a stock.

    sources:
      shop: {date: day, files: data/shop.csv}
    kpis:
      revenue: {source: shop, formula: sum(amount), direction: maximise, target: {2026-Q4: 400}}
      mean: {source: shop, formula: sum(amount) / count(*), direction: maximise, target: {2026-Q4: 400}}
      stock: {source: shop, formula: last(amount), direction: maximise, target: {2026-Q4: 400}}
    data/shop.csv:
      day,amount
      2026-10-30,5
    """
    (problem,) = told.problems()
    assert (problem.rule, problem.loc) == ("target-window", ("kpis", "revenue", "target"))
    assert hint(problem) == "say `over: quarter-to-date`, so that it is compared to date"


def test_without_any_data(told: Told) -> None:
    """It stands in the map alone.

    kpis:
      revenue: {unit: count, kind: flow, direction: maximise, value: 3, target: {2026: 400}}
    """
    assert [problem.rule for problem in told.problems()] == ["target-window"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("target: {2026-10: 4, 2026: 40}", "a year, but its figures are for a month each"),
        ("target: {2026-Q1: 4, 2027: 40}", "a year, but its figures are for a month each"),
        ("target: {2026-Q1: 4}", "a quarter, but its figures are for a month each"),
        ("over: quarter-to-date, target: {2026: 4}", "a year, but its figures are for a quarter each"),
        ("cadence: quarter, target: {2026: 4}", "a year, but its figures are for a quarter each"),
        ("over: year-to-date, target: {2026: 4}", None),
        ("over: year, target: {2026: 4}", None),
        ("over: last-12-months, target: {2026: 4}", None),
        ("over: quarter, target: {2026-Q1: 4}", None),
        ("over: quarter-to-date, target: {2026-Q1: 4}", None),
        ("over: year-to-date, target: {2026-Q1: 4}", None),
        ("cadence: quarter, target: {2026-Q1: 4}", None),
        ("cadence: year, target: {2026: 4}", None),
        ("target: {2026-01: 4, 2026-07: 5}", None),
        ("target: {2026-W01: 4}", None),
        ("target: {change: +5, against: 2026-Q2}", None),
        ("target: 5", None),
    ],
)
def test_what_fits(settings: str, said: str | None, told: Told) -> None:
    """The settings of a flow in a map of months.

    kpis:
      it: {unit: count, kind: flow, direction: maximise, SETTINGS}
    """
    told.path.write_text(told.path.read_text().replace("SETTINGS", settings))
    found = [message(problem) for problem in told.problems()]
    assert found == ([] if said is None else [f"the target of KPI 'it' is named for {said}"])


def test_weeks_and_the_target_of_a_month(told: Told) -> None:
    """No window is a month to date.

    period: week
    kpis:
      it: {unit: count, kind: flow, direction: maximise, target: {2026-10: 4}}
    """
    (problem,) = told.problems()
    assert hint(problem) == "say `cadence: month`, or name the week from which on it holds"


def test_the_page_of_the_rule(told: Told) -> None:
    """The good map has no problem, the bad one this one.

    currency: EUR
    """
    good, bad = (inspect.getdoc(target_window) or "").partition("Good:\n")[2].split("\nBad:\n")
    own = told.path.read_text()
    told.path.write_text(own + dedent(good))
    assert told.problems() == []
    told.path.write_text(own + dedent(bad))
    assert [problem.rule for problem in told.problems()] == ["target-window"]
