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
from collections.abc import Sequence

from scorecard.naming import month_number
from scorecard.problem import Loc, Problem

_OTHER_ORDER = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4})|[./](\d\d))")
_IN_WORDS = re.compile(
    r"(?:(\d{1,2})(?:\.|st|nd|rd|th)?\s*)?([^\W\d]{3,9})\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,)?\s*(\d{4})"
)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ].*)?")
_QUARTER = re.compile(r"(?:Q([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*Q([1-4]))", re.IGNORECASE)
_RIGHT = re.compile(r"\d{4}(-(Q\d|W\d\d|\d\d(-\d\d)?))?")


def problem(loc: Loc, text: str) -> Problem:
    """``text`` is no date of the calendar between 1900 and 2199."""
    hint, dates = _hint(text[:50])
    return Problem(
        rule="bad-date",
        loc=loc,
        message="`{text}` is not a date",
        label="not a date",
        hint=hint,
        params={"text": text, "dates": "` or `".join(dates)},
    )


def _hint(text: str) -> tuple[str, list[str]]:
    if _RIGHT.fullmatch(text):
        if "1900" <= text[:4] <= "2199":
            return "the calendar has no such day, week or month", []
        return "years go from 1900 to 2199", []
    if order := _OTHER_ORDER.fullmatch(text):
        first, second, year, short = order.groups()
        year = year or f"20{short}"
        return "write it year first: `{dates}`", _possible((year, second, first), (year, first, second))
    if (words := _IN_WORDS.fullmatch(text)) and (month := month_number(words[2])):
        day = words[1] or words[3]
        return "write `{dates}`", _possible((words[4], str(month), day)) if day else [f"{words[4]}-{month:0>2}"]
    if year_first := _YEAR_FIRST.fullmatch(text):
        return "write `{dates}`", _possible(year_first.groups())
    if quarter := _QUARTER.fullmatch(text):
        return "write `{dates}`", [f"{quarter[2] or quarter[3]}-Q{quarter[1] or quarter[4]}"]
    return "write a day `2026-12-31`, or a period: `2026-12`, `2026-Q4`, `2026-W53`, `2026`", []


def _possible(*orders: Sequence[str]) -> list[str]:
    """The orders of year, month and day that the calendar has, or a date for a pattern."""
    dates = [f"{year}-{month:0>2}-{day:0>2}" for year, month, day in orders if 1 <= int(month) <= 12]
    return list(dict.fromkeys(dates)) or ["2026-12-31"]
