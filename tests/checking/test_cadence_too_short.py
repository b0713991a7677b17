from __future__ import annotations

import pytest

from scorecard.problem import Problem
from tests.checking.conftest import Find, Rules, Said

MAP = (
    "period: {period}\ngoals: {{goal: {{perspective: customer, lagging: [it]}}}}\nkpis: {{it: {{cadence: {cadence}}}}}"
)


def test_weeks_in_a_map_of_months(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, lagging: [it]}
    kpis:
      it: {unit: count, kind: flow, cadence: week, baseline: 0, target: 5}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "it", "cadence"), "value")
    assert said(problem) == (
        "KPI 'it' is measured by the week, but the map is scored by the month",
        "shorter than a month",
        "leave `cadence` out, or write `period: week` at the top level of the map",
    )


@pytest.mark.parametrize(
    ("period", "cadence"), [("week", "day"), ("month", "day"), ("quarter", "month"), ("year", "quarter")]
)
def test_shorter(period: str, cadence: str, find: Find) -> None:
    assert len(find(MAP.format(period=period, cadence=cadence))) == 1


@pytest.mark.parametrize(
    ("period", "cadence"),
    [("month", "month"), ("month", "quarter"), ("week", "month"), ("day", "week"), ("quarter", "year")],
)
def test_as_long_or_longer(period: str, cadence: str, find: Find) -> None:
    assert find(MAP.format(period=period, cadence=cadence)) == []


def test_only_error(kpi_errors: Rules) -> None:
    assert kpi_errors("cadence: week, baseline: 0, target: 5") == ["cadence-too-short"]
