"""A sum is compared with a target for the same stretch of time.

A target of 400,000 named for a year is not that of a month. A figure that adds up is compared with it to date:
`over: year-to-date` sums it from the beginning of the year, and asks for the share of the target that is due by then.
Rates, and stocks such as followers, are compared with the target itself and may have it named for any period.

Good:
    kpis:
      revenue: {unit: money, kind: flow, over: year-to-date, direction: maximise, target: {2026: 400k}}

Bad:
    kpis:
      revenue: {unit: money, kind: flow, direction: maximise, target: {2026: 400k}}
"""

from __future__ import annotations

from scorecard.period import Rhythm
from scorecard.problem import Problem


def problem(kpi: str, named: Rhythm, figures: Rhythm) -> Problem:
    """A flow with a target for periods longer than those of its ``figures``."""
    to_date = named in ("quarter", "year")
    return Problem(
        rule="target-window",
        loc=("kpis", kpi, "target"),
        message="the target of KPI '{kpi}' is named for a {named}, but its figures are for a {figures} each",
        label="a {figures} against a {named}",
        hint="say `over: {named}-to-date`, so that it is compared to date"
        if to_date
        else "say `cadence: {named}`, or name the {figures} from which on it holds",
        params={"kpi": kpi, "named": named, "figures": figures},
    )
