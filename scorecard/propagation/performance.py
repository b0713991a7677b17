"""How far along its road a KPI is, and how good its value is now.

All results are fractions (1.0 = 100 %), all values are in the KPI's unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import isclose


def clamp(number: float) -> float:
    """The nearest number in [0, 1]."""
    return min(1.0, max(0.0, number))


def progress(value: float, baseline: float, target: float) -> float:
    """``(value - baseline) / (target - baseline)``, not clamped; baseline and target differ."""
    return (value - baseline) / (target - baseline)


def line_performance(value: float, worst: float, best: float) -> float:
    """``(value - worst) / (best - worst)``, clamped to [0, 1]; worst and best differ."""
    return clamp((value - worst) / (best - worst))


def plan_performance(progress: float, expected: float) -> float:
    """``1 - max(0, expected - progress)``, clamped to [0, 1]: the gap to the plan as a share of the whole road.

    ``expected`` is the elapsed share of the plan's time, 1 without a plan: then it is progress clamped.
    """
    return clamp(1 - max(0.0, expected - progress))


def binary_performance(value: float, target: float, maximise: bool) -> float:
    """1 when the target is reached (within 1e-9 of it, so that 110 reaches 100 + 10 %), else 0."""
    return float(isclose(value, target) or (value > target if maximise else value < target))


def range_performance(value: float, worst: tuple[float, float], good: tuple[float, float]) -> float:
    """1 inside ``[low, high]``, falling in a straight line to 0 at ``[a, b]``, where a < low <= high < b."""
    (a, b), (low, high) = worst, good
    if value < low:
        return clamp((value - a) / (low - a))
    if value > high:
        return clamp((b - value) / (b - high))
    return 1.0


def curve_performance(value: float, points: Sequence[tuple[float, float]]) -> float:
    """Piecewise linear through the points (value, performance), not clamped because the author drew it.

    Values ascend and performances rise or fall throughout. On the bad side of the drawn part it is 0 (below a
    rising curve, above a falling one), on the good side the end value.
    """
    (first, at_first), (last, at_last) = points[0], points[-1]
    rising = at_last > at_first
    if value < first:
        return 0.0 if rising else at_first
    if value > last:
        return at_last if rising else 0.0
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return at_last


def of_target(value: float, target: float) -> float | None:
    """value ÷ target, which means something only for a target above 0."""
    return value / target if target > 0 else None
