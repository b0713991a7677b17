"""A figure comes from one place.

A KPI whose figures are worked out by a formula, or stand in the map as its `value`, cannot be recorded as well: nobody
could say which of the two counts.

Good:
    kpis:
      followers: {source: accounts, formula: last(followers)}

Bad:
    kpis:
      followers: {source: accounts, formula: last(followers)}

    data/actuals.csv:
      date,kpi,value
      2026-10,followers,12280
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem
from scorecard.recorded import Recorded


def problem(loc: Loc, item: str, first: Recorded, *, formula: bool) -> Problem:
    """An item with a formula, or with a value in the map, that was recorded in ``first`` and maybe further rows."""
    return Problem(
        rule="two-origins",
        loc=(*loc, "formula" if formula else "value"),
        message="'{item}' has a {other}, and figures of it are recorded in {path}, line {line}",
        label="one of the two",
        hint="take the {other} out, or the recorded figures",
        params={
            "item": item,
            "other": "formula" if formula else "value in the map",
            "path": first.path,
            "line": first.line,
        },
    )
