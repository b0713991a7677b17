"""Periods of the calendar: a year, a quarter, a month, an ISO week or a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal, NamedTuple, TypeAlias, get_args

Rhythm: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
Over: TypeAlias = Literal["quarter", "year", "quarter-to-date", "year-to-date", "last-12-months"]
"""A window wider than the period that is scored."""

_RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
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


class Days(NamedTuple):
    """A stretch of days, ``start`` and ``end`` both inside it."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.end - self.start).days + 1


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


def is_longer(one: Rhythm, other: Rhythm) -> bool:
    """Whether periods of a rhythm are longer than those of the other one."""
    return _RHYTHMS.index(one) > _RHYTHMS.index(other)


def period_before(period: Period, steps: int = 1) -> Period:
    """The period of the same rhythm ``steps`` earlier.

    Raises:
        OverflowError: when that would be before the year 1.
    """
    for _ in range(steps):
        period = period_of(period.start - timedelta(days=1), period.rhythm)
    return period


def period_after(period: Period) -> Period:
    """The next period of the same rhythm.

    Raises:
        OverflowError: when that would be after the year 9999.
    """
    return period_of(period.end + timedelta(days=1), period.rhythm)


def year_before(period: Period) -> Period:
    """The same period of the year before: the same month, quarter, year, ISO week or day.

    The 29th of February is compared with the 28th, and week 53 with week 52 of a year that has no 53.
    """
    if period.rhythm == "week":
        year, week, _ = period.start.isocalendar()
        last = date(year - 1, 12, 28).isocalendar().week  # the 28th of December always lies in the last week
        return period_of(date.fromisocalendar(year - 1, min(week, last), 1), "week")
    return period_of(day_a_year_before(period.start), period.rhythm)


def day_a_year_before(day: date) -> date:
    """The same day of the year before; the 28th of February for the 29th."""
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 2, 28) if leap_day else day.replace(year=day.year - 1)


def window(period: Period, over: Over | None, year_starts: int = 1) -> Days:
    """The days whose rows make the figure of a period.

    Left out, ``over`` is the period itself. ``quarter`` and ``year`` are the whole quarter or year in which the
    period ends, ``…-to-date`` those up to the end of the period, ``last-12-months`` the twelve months that end with
    it. ``year_starts`` is the month (1 to 12) in which that year begins; its quarters are counted from there.
    """
    if over is None:
        return Days(period.start, period.end)
    if over == "last-12-months":
        return Days(_year_earlier(period.end + timedelta(days=1)), period.end)
    months = 3 if over.startswith("quarter") else 12
    start = _month(period.end, -((period.end.month - year_starts) % months))
    if over.endswith("to-date"):
        return Days(start, period.end)
    return Days(start, _month(start, months) - timedelta(days=1))


def named_days(named: Period, over: Over | None, year_starts: int = 1) -> Days:
    """The days that a named period means to a figure over such a window.

    Beside a window of the business year (a quarter or a year, whole or to date) ``2026`` is the year that begins in
    2026 with the month ``year_starts``, and ``2026-Q2`` its second quarter. All else is meant as in the calendar.
    """
    later = _first_month(over, year_starts) - 1
    if named.rhythm not in ("quarter", "year") or named.start.year == MAXYEAR:  # the last year is followed by none
        later = 0
    if not later:
        return Days(named.start, named.end)
    start = _month(named.start, later)
    return Days(start, _month(start, _MONTHS[named.rhythm]) - timedelta(days=1))


def days_around(day: date, rhythm: Rhythm, over: Over | None, year_starts: int = 1) -> Days:
    """The days of the period of that rhythm in which ``day`` lies, as `named_days` understands periods."""
    period = period_of(day, rhythm)
    first = _first_month(over, year_starts)
    if first == 1 or period.rhythm not in ("quarter", "year"):
        return Days(period.start, period.end)
    return window(period_of(day, "day"), "year" if rhythm == "year" else "quarter", first)


def _first_month(over: Over | None, year_starts: int) -> int:
    """The month in which the year begins that periods named beside such a window are counted in."""
    return 1 if over in (None, "last-12-months") else year_starts


def _month(day: date, later: int) -> date:
    """The first day of the month so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, month + 1, 1)


def _year_earlier(day: date) -> date:
    """The day with which the twelve months before ``day`` begin.

    Before a 29th of February that is the 1st of March: from the 28th on, they would hold the 28th twice.
    """
    leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 3, 1) if leap_day else day.replace(year=day.year - 1)


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
