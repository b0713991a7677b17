"""The performance of a KPI as a function of its value: its slope, its best value, and the value for a performance.

Every scale of scoring.md 1 but the binary one is piecewise linear: corners joined by straight lines, level outside of
them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from scorecard.propagation import performance as law
from scorecard.result import KpiScore

Way: TypeAlias = Literal[1, -1]
"""Which way values get better: up or down."""


class Shape(NamedTuple):
    """A scale as corners (value, performance), values ascending; below the first the performance is ``below``, above
    the last ``above``, and only there it may jump."""

    corners: tuple[tuple[float, float], ...]
    below: float
    above: float


def shape_of(kpi: KpiScore) -> Shape | None:
    """The shape of the scale on which a KPI was scored; None for a binary one and for a KPI that is not scored."""
    if kpi.scale == "curve" and kpi.curve:
        rising = kpi.curve[-1][1] > kpi.curve[0][1]
        ends = (0.0, kpi.curve[-1][1]) if rising else (kpi.curve[0][1], 0.0)
        return Shape(kpi.curve, *ends)
    if kpi.scale == "range" and kpi.range is not None and isinstance(kpi.worst, tuple):
        (a, b), (low, high) = kpi.worst, kpi.range
        top = ((low, 1.0),) if low == high else ((low, 1.0), (high, 1.0))
        return Shape(((a, 0.0), *top, (b, 0.0)), 0.0, 0.0)
    if kpi.scale != "line":
        return None
    if isinstance(kpi.worst, float) and kpi.best is not None:
        return _line(kpi.worst, kpi.best)
    if kpi.baseline is None or kpi.target is None:
        return None
    expected = 1.0 if kpi.expected is None else kpi.expected
    road = kpi.target - kpi.baseline
    return _line(kpi.baseline + (expected - 1) * road, kpi.baseline + expected * road)


def _line(worst: float, best: float) -> Shape:
    """0 at ``worst`` and 1 at ``best``; a plan's ends lie where progress is expected - 1 and expected."""
    if worst < best:
        return Shape(((worst, 0.0), (best, 1.0)), 0.0, 1.0)
    return Shape(((best, 1.0), (worst, 0.0)), 1.0, 0.0)


def better_way(kpi: KpiScore, value: float) -> Way | None:
    """Which way a KPI gets better from ``value``; None inside a range, where it cannot."""
    if kpi.scale == "range" and kpi.range is not None:
        low, high = kpi.range
        return 1 if value < low else -1 if value > high else None
    if kpi.scale == "curve" and kpi.curve:
        return 1 if kpi.curve[-1][1] > kpi.curve[0][1] else -1
    if kpi.direction in ("maximise", "minimise"):
        return 1 if kpi.direction == "maximise" else -1
    shape = shape_of(kpi)
    return None if shape is None else 1 if shape.above > shape.below else -1


def slope(shape: Shape, value: float, way: Way) -> float:
    """d performance / d value just beside ``value`` on the side ``way`` (at a corner the two differ); 0 where the
    scale is level, and where a curve jumps."""
    for (left, low), (right, high) in pairwise(shape.corners):
        if (left <= value < right) if way > 0 else (left < value <= right):
            return (high - low) / (right - left)
    return 0.0


def value_for(shape: Shape, value: float, way: Way, wanted: float) -> float | None:
    """The value nearest to ``value`` on the side ``way`` at which the performance is at least ``wanted``; None where
    the scale does not reach it."""
    corners = shape.corners if way > 0 else shape.corners[::-1]
    behind, beyond = (shape.below, shape.above) if way > 0 else (shape.above, shape.below)
    if (value - corners[0][0]) * way < 0:
        if behind >= wanted:
            return value
        if corners[0][1] >= wanted:
            return corners[0][0]
    for (left, low), (right, high) in pairwise(corners):
        if (right - value) * way <= 0:
            continue
        start, at_start = (left, low) if (left - value) * way >= 0 else (value, _between(left, low, right, high, value))
        if at_start >= wanted:
            return start
        if high >= wanted:
            return start + (wanted - at_start) * (right - start) / (high - at_start)
    return value if beyond >= wanted and (value - corners[-1][0]) * way >= 0 else None


def _between(left: float, low: float, right: float, high: float, value: float) -> float:
    return low + (high - low) * (value - left) / (right - left)


def best_value(kpi: KpiScore, value: float) -> float | None:
    """The value that a KPI should reach: its target, else its best, the nearer edge of its range, or the good end of
    its curve; None for one that has no scale."""
    if kpi.scale == "range" and kpi.range is not None:
        return min(max(value, kpi.range[0]), kpi.range[1])
    if kpi.scale == "curve" and kpi.curve:
        return kpi.curve[-1][0] if kpi.curve[-1][1] > kpi.curve[0][1] else kpi.curve[0][0]
    if kpi.scale is None:
        return None
    return kpi.target if kpi.target is not None else kpi.best


def performance_at(kpi: KpiScore, value: float) -> float | None:
    """The performance that a KPI would have at ``value``, on the scale on which it was scored; None without one.

    A binary KPI that is not due yet has 1 when the target is reached and else none.
    """
    if kpi.scale == "binary" and kpi.target is not None:
        reached = law.binary_performance(value, kpi.target, kpi.direction == "maximise")
        return None if not reached and kpi.reason == "not-due" else reached
    if kpi.scale == "curve" and kpi.curve:
        return law.curve_performance(value, kpi.curve)
    shape = shape_of(kpi)
    if shape is None:
        return None
    if value <= shape.corners[0][0]:
        return shape.below
    for (left, low), (right, high) in pairwise(shape.corners):
        if value <= right:
            return _between(left, low, right, high, value)
    return shape.above
