"""The stretches of time for which a figure is asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from scorecard.model import Kpi, Measure
from scorecard.period import (
    Days,
    Over,
    Period,
    Rhythm,
    day_a_year_before,
    period_before,
    period_of,
    window,
    year_before,
)
from scorecard.propagation.compared import compared_with

_LOOKBACK: Mapping[Rhythm, int] = {"day": 800, "week": 260, "month": 120, "quarter": 60, "year": 40}
"""So many periods are measured when no earlier one is asked for, the one of the day included."""

_BEFORE = 800
"""So many days before a period lie all that it is compared with."""


class Asked(NamedTuple):
    """A figure over the window ``over`` that belongs to ``period``, of which nothing after ``until`` is seen."""

    period: Period
    over: Over | None
    until: date

    def days(self, year_starts: int) -> Days:
        """The days of the window, up to ``until`` and to the end of the period, so that a period never holds what came
        after it; none are left (end before start) where the window begins later."""
        whole = window(self.period, self.over, year_starts)
        return Days(whole.start, min(whole.end, self.period.end, self.until))


def periods_until(as_of: date, rhythm: Rhythm, since: Period | None = None) -> tuple[Period, ...]:
    """The periods that are measured, oldest first; the last one holds the day. Where an earlier period is asked for,
    they begin more than a year before ``since``, so that it can be compared with all that it may be compared with."""
    first = None if since is None else max(since.start.toordinal() - _BEFORE, 1)
    found = [period_of(as_of, rhythm)]
    while len(found) < _LOOKBACK[rhythm] or (first is not None and found[-1].start.toordinal() > first):
        try:
            found.append(period_before(found[-1]))
        except OverflowError:  # before the year 1 there is no data
            break
    return tuple(reversed(found))


def rhythm_of(item: Kpi | Measure, rhythm: Rhythm) -> Rhythm:
    """How often an item is measured, in a map of that rhythm."""
    return (item.cadence if isinstance(item, Kpi) else None) or rhythm


def own(item: Kpi | Measure, period: Period, as_of: date) -> Asked:
    """What is asked of an item for a period of its own rhythm."""
    return Asked(period, item.over, as_of)


def of_its_period(asked: Asked) -> Asked:
    """The period itself, without the wider window."""
    return asked._replace(over=None)


def before(asked: Asked) -> Asked:
    """The stretch that a trend is measured from; of a year that is not over, the part that has passed today."""
    if asked.over in ("year", "year-to-date"):
        return a_year_before(asked)
    return asked._replace(period=compared_with(asked.period, asked.over))


def earlier(asked: Asked, steps: int) -> Asked:
    """The same window so many periods before."""
    return asked._replace(period=period_before(asked.period, steps))


def a_year_before(asked: Asked) -> Asked:
    """The same window a year before; of one that is not over, the part that has passed today."""
    period = year_before(asked.period)
    if asked.period.end > asked.until:
        return Asked(period, asked.over, day_a_year_before(asked.until))
    return asked._replace(period=period)
