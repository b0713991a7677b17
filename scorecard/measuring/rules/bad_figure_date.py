"""A recorded figure says its day or its period, year first.

`2026-07-14` is a day; `2026-07` is a month, `2026-Q3` a quarter, `2026-W31` an ISO week, `2026` a year.

Good:
    date,kpi,value
    2026-10,followers,12280
    2026-10-31,followers,12310

Bad:
    date,kpi,value
    03/04/2026,followers,12280
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scorecard.measuring.spot import Spot
from scorecard.problem import Problem

_OTHER_ORDER = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?:[T ].*)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?(?:[T ].*)?", re.ASCII)
_MONTH_LAST = re.compile(r"(\d{1,2})[./-](\d{4})", re.ASCII)
_QUARTER = re.compile(r"(?:Q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*Q([1-4]))", re.ASCII | re.IGNORECASE)
_RIGHT = re.compile(r"\d{4}(-(Q\d|W\d\d|\d\d(-\d\d)?))?", re.ASCII)
_ANY = "write a day `2026-07-14`, or a period: `2026-07`, `2026-Q3`, `2026-W31`, `2026`"


def problem(text: str, at: Spot) -> Problem:
    """``text`` is no day and no period between 1900 and 2199."""
    hint, dates = _hint(text[:50])
    return Problem(
        rule="bad-figure-date",
        path=at.path,
        position=at.position,
        message=("`{text}` is not a date" if text else "the date is missing")
        + (" in column '{column}'" if at.column else ""),
        label="not a date" if text else "empty",
        hint=hint,
        params={"text": text, "dates": "` or `".join(dates), "column": at.column},
    )


def _hint(text: str) -> tuple[str, list[str]]:
    if _RIGHT.fullmatch(text):
        if "1900" <= text[:4] <= "2199":
            return "the calendar has no such day, week, month or quarter", []
        return "years go from 1900 to 2199", []
    if order := _OTHER_ORDER.fullmatch(text):
        first, second, year = order.groups()
        year = year if len(year) == 4 else f"20{year}"
        return _written((year, second, first), (year, first, second))
    if year_first := _YEAR_FIRST.fullmatch(text):
        return _written(tuple(filter(None, year_first.groups())))
    if month_last := _MONTH_LAST.fullmatch(text):
        return _written((month_last[2], month_last[1]))
    if quarter := _QUARTER.fullmatch(text):
        return "write `{dates}`", [f"{quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}"]
    return _ANY, []


def _written(*orders: Sequence[str]) -> tuple[str, list[str]]:
    """The orders of year, month and day that a calendar can have."""
    dates = [
        "-".join((year, *(f"{part:0>2}" for part in parts)))
        for year, *parts in orders
        if 1 <= int(parts[0]) <= 12 and all(1 <= int(day) <= 31 for day in parts[1:])
    ]
    dates = list(dict.fromkeys(dates))
    if not dates:
        return _ANY, []
    return ("write `{dates}`, whichever is meant" if dates[1:] else "write `{dates}`"), dates
