"""Which way a value moves, in lengths of the scale it is judged on.

All results are fractions: +0.1 is a tenth of the way from the bad end of today's scale to the good one.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from scorecard.propagation.scale import Scale
from scorecard.propagation.status import TOLERANCE

TrendWord: TypeAlias = Literal["better", "same", "worse"]


def trend(scale: Scale, value: float | None, before: float | None, yes_no: bool = False) -> float | None:
    """``(value - before) / length`` of the scale, positive when that is better; not clamped.

    The length is target - baseline or best - worst; of a curve the span of its values; of a scale that is only
    reached or not the distance from baseline to target, and 1 for ``yes_no``. On a range it is how much nearer the
    range the value is, each side measured in its distance from worst. None without a value, one before or a length.
    """
    if value is None or before is None or scale.flaw is not None:
        return None
    if scale.kind == "range":
        return _nearer(scale, value, before)
    length = _signed_length(scale, yes_no)
    return (value - before) / length if length else None


def _signed_length(scale: Scale, yes_no: bool) -> float | None:
    """The length of the scale, negative when lower is better."""
    if scale.kind == "curve":
        (first, at_first), (last, at_last) = scale.curve[0], scale.curve[-1]
        return last - first if at_last > at_first else first - last
    if scale.kind == "binary":
        length = 1.0 if yes_no else _distance(scale.baseline, scale.target)
        return None if length is None else abs(length) * (1 if scale.direction == "maximise" else -1)
    if isinstance(scale.worst, float):
        return _distance(scale.worst, scale.best)
    return _distance(scale.baseline, scale.target)


def _distance(start: float | None, end: float | None) -> float | None:
    return None if start is None or end is None else end - start


def _nearer(scale: Scale, value: float, before: float) -> float | None:
    if scale.range is None or not isinstance(scale.worst, tuple):
        return None
    return outside(before, scale.worst, scale.range) - outside(value, scale.worst, scale.range)


def outside(value: float, worst: tuple[float, float], good: tuple[float, float]) -> float:
    """How far a value lies outside ``[low, high]``: 0 inside, 1 at ``worst``, more beyond; a < low <= high < b."""
    (a, b), (low, high) = worst, good
    if value < low:
        return (low - value) / (low - a)
    return (value - high) / (b - high) if value > high else 0.0


def trend_word(trend: float, same: float) -> TrendWord:
    """``same`` below that share of the scale (within 1e-9 it counts as reached), else better or worse."""
    limit = max(same - TOLERANCE, TOLERANCE)
    if trend >= limit:
        return "better"
    return "worse" if trend <= -limit else "same"
