"""Rates of several days are averaged by their samples.

Half of two answers and a tenth of two hundred do not make three tenths. So each rate says in `n` how many answers it
stands on, as soon as two of them fall into one period.

Good:
    date,kpi,value,n
    2026-10-05,satisfied,50%,2
    2026-10-12,satisfied,10%,200

Bad:
    date,kpi,value
    2026-10-05,satisfied,50%
    2026-10-12,satisfied,10%
"""

from __future__ import annotations

from scorecard.problem import Loc, Position, Problem
from scorecard.recorded import Recorded


def problem(loc: Loc, row: Recorded) -> Problem:
    """A rate without ``n`` beside another one in the same window."""
    return Problem(
        rule="sample-missing",
        loc=loc,
        path=row.path,
        position=Position(line=row.line, column=1),
        message="'{item}' is a rate with several figures in one period, and this one does not say how many answers it "
        "stands on",
        label="`n` is missing",
        hint=("fill in the column `n`" if row.path else "say `n`") + ", or record one figure for the whole period",
        params={"item": row.kpi},
    )
