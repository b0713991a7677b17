"""Targets that are named for periods: which one holds, and how much of it is due."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.period import Days, Period


def target_in_force(targets: Mapping[Period, float], period: Period) -> tuple[Period, float] | None:
    """The target last named at or before the end of a period, and the period it was named for; None before the first.

    Of two that begin on one day the one for the shorter period counts as the later.
    """
    begun = [named for named in targets if named.start <= period.end]
    if not begun:
        return None
    last = max(begun, key=lambda named: (named.start, -named.end.toordinal()))
    return last, targets[last]


def elapsed_share(days: Days, whole: Days) -> float:
    """How much of ``whole`` lies in ``days``, counted in days: 0 to 1."""
    first, last = max(days.start, whole.start), min(days.end, whole.end)
    return max(0, Days(first, last).length) / whole.length
