"""The plan: a straight road from the baseline on ``since`` to the target on ``by``."""

from __future__ import annotations

from datetime import date

_PACE_FROM = 0.1


def expected(since: date, by: date, day: date) -> float:
    """The share of the plan's days that has passed at the end of ``day``: 0 before ``since``, 1 from ``by`` on."""
    return min(1.0, max(0.0, ((day - since).days + 1) / ((by - since).days + 1)))


def planned_value(expected: float, baseline: float, target: float) -> float:
    """The value that would be exactly on plan."""
    return baseline + expected * (target - baseline)


def pace(progress: float, expected: float) -> float | None:
    """progress ÷ expected, from expected 10 % on: below 1 the road is longer than the time."""
    return progress / expected if expected >= _PACE_FROM else None
