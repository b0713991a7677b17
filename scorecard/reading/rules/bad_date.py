"""A date is written year first.

`2026-12-31`; a month (`2026-12`), a quarter (`2026-Q4`), a week (`2026-W53`) or a year stand for their first or last
day.

Good:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: {baseline: 10, target: 20, since: 2026-01-01, by: 2026-12-31}

Bad:
    goals:
      growth: {perspective: financial, lagging: [deals]}
    kpis:
      deals: {baseline: 10, target: 20, since: 01/01/2026, by: 2026-12-31}
"""

from __future__ import annotations

import re

from scorecard.problem import Loc, Problem

_OTHER_ORDER = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no date of the calendar between 1900 and 2199."""
    if order := _OTHER_ORDER.fullmatch(text):
        first, second, year = order.groups()
        readings = [f"{year}-{second:0>2}-{first:0>2}", f"{year}-{first:0>2}-{second:0>2}"]
        possible = [reading for reading in readings if int(reading[5:7]) <= 12]
        hint, params = (
            "write it year first: `{dates}`",
            {"dates": "` or `".join(dict.fromkeys(possible)) or "2026-12-31"},
        )
    else:
        hint, params = "write `2026-12-31`, or a period: `2026-12`, `2026-Q4`, `2026-W53`, `2026`", {}
    return Problem(
        rule="bad-date",
        loc=loc,
        message="`{text}` is not a date",
        label="not a date",
        hint=hint,
        params={"text": text, **params},
    )
