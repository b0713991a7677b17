"""Which earlier figure a figure is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from scorecard.period import Over, Period, Rhythm, period_before, period_of, year_before

_STEPS_OF_A_QUARTER: Mapping[Rhythm, int] = {"month": 3, "quarter": 1, "year": 1}


def compared_with(period: Period, over: Over | None) -> Period:
    """The period whose figure over the window ``over`` that of ``period`` is compared with: the one before; for a
    window of a quarter or a year that at the same place of the quarter or year before, so that a window to date is
    compared with one that ran as long."""
    if over in ("quarter", "quarter-to-date"):
        return _a_quarter_before(period)
    return year_before(period) if over in ("year", "year-to-date") else period_before(period)


def _a_quarter_before(period: Period) -> Period:
    """The period at the same place of the quarter before; a week that would end in the next month is the last that
    does not."""
    if period.rhythm in _STEPS_OF_A_QUARTER:
        return period_before(period, _STEPS_OF_A_QUARTER[period.rhythm])
    month = period_before(period_of(period.end, "month"), 3)
    day = min(month.start + timedelta(days=period.end.day - 1), month.end)
    found = period_of(day, period.rhythm)
    return found if found.end <= month.end else period_before(found)
