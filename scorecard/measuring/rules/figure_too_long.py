"""A figure is for a period of its KPI, or for a part of one.

A figure of a quarter says nothing of its three months. If a KPI is measured by the quarter in a map of months, say
`cadence: quarter`: its value then holds until the next one is due.

Good:
    kpis:
      csat: {unit: "%", cadence: quarter}

    data/actuals.csv:
      date,kpi,value
      2026-Q3,csat,82%

Bad:
    kpis:
      csat: {unit: "%"}

    data/actuals.csv:
      date,kpi,value
      2026-Q3,csat,82%
"""

from __future__ import annotations

from scorecard.problem import Position, Problem
from scorecard.recorded import Recorded


def problem(row: Recorded, rhythm: str) -> Problem:
    """A figure for a longer period than those in which its KPI is measured."""
    return Problem(
        rule="figure-too-long",
        path=row.path,
        position=Position(line=row.line, column=1),
        message="the figure of '{kpi}' is for {period}, but it is measured by the {rhythm}",
        label="longer than a {rhythm}",
        hint="record figures by the {rhythm}, or say `cadence: {written}` for '{kpi}' in the map",
        params={"kpi": row.kpi, "period": str(row.period), "rhythm": rhythm, "written": row.period.rhythm},
    )
