"""Targets that are named for periods: which one holds, and how much of it is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from scorecard.period import Days, Over, Period, named_days


def target_in_force(
    targets: Mapping[Period, float], period: Period, over: Over | None = None, year_starts: int = 1
) -> tuple[Period, float] | None:
    """The target last named at or before the end of a period, and the period it was named for; None before the first.

    The names mean the days that `named_days` tells for figures over the window ``over``. Of two that begin on one day
    the one for the shorter period counts as the later.
    """
    days = {named: named_days(named, over, year_starts) for named in targets}
    begun = [named for named in targets if days[named].start <= period.end]
    if not begun:
        return None
    last = max(begun, key=lambda named: (days[named].start, -days[named].end.toordinal()))
    return last, targets[last]


def due_share(days: Days, as_of: date, longer: Days | None = None) -> float:
    """The share of a target that a flow over ``days`` should have reached as of a day: above 0, at most 1.

    Of a target for a ``longer`` stretch that is the share of its days that have passed of ``days``, of any other the
    share of ``days`` that has passed. Their first day counts as passed even before it has come.
    """
    passed = Days(days.start, min(days.end, max(as_of, days.start)))
    whole = days if longer is None or longer.length < days.length else longer
    return passed.length / whole.length
