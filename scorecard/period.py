"""Periods of the calendar: a year, a quarter, a month, an ISO week or a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

Rhythm: TypeAlias = Literal["day", "week", "month", "quarter", "year"]

_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_WRITTEN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|W(\d\d)|(\d\d)(?:-(\d\d))?))?", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Period:
    """A stretch of days from ``start`` to ``end``, both of them inside it."""

    start: date
    end: date
    rhythm: Rhythm

    def __str__(self) -> str:
        """The period as it is written: ``2026``, ``2026-Q3``, ``2026-07``, ``2026-W31`` or ``2026-07-14``."""
        if self.rhythm == "year":
            return f"{self.start:%Y}"
        if self.rhythm == "quarter":
            return f"{self.start:%Y}-Q{(self.start.month + 2) // 3}"
        if self.rhythm == "month":
            return f"{self.start:%Y-%m}"
        if self.rhythm == "week":
            year, week, _ = self.start.isocalendar()
            return f"{year:04}-W{week:02}"
        return self.start.isoformat()


def period_of(day: date, rhythm: Rhythm) -> Period:
    """The period of that rhythm in which ``day`` lies; weeks begin on Monday, as in ISO 8601."""
    if rhythm == "day":
        return Period(start=day, end=day, rhythm=rhythm)
    if rhythm == "week":
        start = day - timedelta(days=day.weekday())
        return Period(start=start, end=start + timedelta(days=6), rhythm=rhythm)
    months = _MONTHS[rhythm]
    first = day.month - (day.month - 1) % months
    after = date(day.year + (first + months > 12), (first + months - 1) % 12 + 1, 1)
    return Period(start=date(day.year, first, 1), end=after - timedelta(days=1), rhythm=rhythm)


def period_before(period: Period, steps: int = 1) -> Period:
    """The period of the same rhythm ``steps`` earlier.

    Raises:
        OverflowError: when that would be before the year 1.
    """
    for _ in range(steps):
        period = period_of(period.start - timedelta(days=1), period.rhythm)
    return period


def parse_period(text: str) -> Period:
    """Read ``2026``, ``2026-Q3``, ``2026-07``, ``2026-W31`` or ``2026-07-14``.

    Raises:
        ValueError: when the text is none of these, or names a day that the calendar does not have.
    """
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a period")
    year, quarter, week, month, day = match.groups()
    number = int(year)
    if quarter:
        return period_of(date(number, 3 * int(quarter) - 2, 1), "quarter")
    if week:
        return period_of(date.fromisocalendar(number, int(week), 1), "week")
    if day:
        return period_of(date(number, int(month), int(day)), "day")
    if month:
        return period_of(date(number, int(month), 1), "month")
    return period_of(date(number, 1, 1), "year")
