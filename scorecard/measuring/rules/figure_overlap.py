"""No day is counted twice.

A figure for October and another one for a week or a day in October speak of the same days. Adding them up would
count those twice.

Good:
    date,kpi,value
    2026-10-01,orders,3
    2026-10-02,orders,5

Bad:
    date,kpi,value
    2026-10,orders,120
    2026-10-02,orders,5
"""

from __future__ import annotations

from scorecard.problem import Position, Problem
from scorecard.recorded import Recorded


def problem(around: Recorded, inside: Recorded) -> Problem:
    """Two figures of a KPI and combination, one of which is for a stretch inside the other's."""
    return Problem(
        rule="figure-overlap",
        path=inside.path,
        position=Position(line=inside.line, column=1),
        message="the figure of '{kpi}' for {inside} lies inside {around}, which "
        + ("has a figure in {path}, line {line}" if around.path else "is to be recorded"),
        label="counted twice",
        hint="keep the one for {around}, or those for its parts",
        params={
            "kpi": inside.kpi,
            "inside": str(inside.period),
            "around": str(around.period),
            "path": around.path,
            "line": around.line,
        },
    )
