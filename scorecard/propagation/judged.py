"""The performance of all KPIs in all periods at once: the laws of `scorecard.propagation.performance` on arrays.

Values and results are KPIs × periods, NaN is no data. A parameter is KPIs × 1 where it holds for all periods and KPIs
× periods where it does not; NaN where there is none, and then nothing is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import NamedTuple, TypeAlias

import numpy
import numpy.typing

from scorecard.propagation.sweep_sums import Floats, Integers

Truths: TypeAlias = numpy.typing.NDArray[numpy.bool_]


class Lines(NamedTuple):
    """KPIs on a line from ``worst`` to ``best``."""

    rows: Integers
    worst: Floats
    best: Floats


class Plans(NamedTuple):
    """KPIs on the road from ``baseline`` to ``target``; ``expected`` is 1 without dates."""

    rows: Integers
    baseline: Floats
    target: Floats
    expected: Floats


class Binaries(NamedTuple):
    """KPIs whose target is reached or not; before it is ``due`` one that is not reached is not scored."""

    rows: Integers
    target: Floats
    maximise: Truths
    due: Truths


class Ranges(NamedTuple):
    """KPIs that are good from ``low`` to ``high`` and worth nothing at ``a`` and ``b``."""

    rows: Integers
    a: Floats
    low: Floats
    high: Floats
    b: Floats


class Curve(NamedTuple):
    """A KPI with a curve of its own, and the periods in which it holds."""

    row: int
    periods: slice
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Scales:
    """The scales of all KPIs, by kind; a KPI in none of them is not scored."""

    lines: Lines
    plans: Plans
    binaries: Binaries
    ranges: Ranges
    curves: tuple[Curve, ...]


def performances(scales: Scales, values: Floats) -> Floats:
    """The performance of every value (KPIs × periods); NaN where there is no value or it is not scored."""
    found = numpy.full(values.shape, nan)
    rows, *line = scales.lines
    found[rows] = line_performances(values[rows], *line)
    rows, *plan = scales.plans
    found[rows] = plan_performances(values[rows], *plan)
    rows, target, maximise, due = scales.binaries
    found[rows] = binary_performances(values[rows], target, maximise, due)
    rows, *edges = scales.ranges
    found[rows] = range_performances(values[rows], *edges)
    for row, periods, points in scales.curves:
        found[row, periods] = curve_performances(values[row, periods], points)
    return found


def line_performances(values: Floats, worst: Floats, best: Floats) -> Floats:
    """``(value - worst) / (best - worst)``, clamped to [0, 1]."""
    return _clamped((values - worst) / (best - worst))


def plan_performances(values: Floats, baseline: Floats, target: Floats, expected: Floats) -> Floats:
    """``1 - max(0, expected - progress)``, clamped to [0, 1]."""
    progress = (values - baseline) / (target - baseline)
    return _clamped(1 - numpy.maximum(0.0, expected - progress))


def binary_performances(values: Floats, target: Floats, maximise: Truths, due: Truths) -> Floats:
    """1 when the target is reached (within 1e-9 of it), else 0, which before it is due is not scored."""
    gap = values - target
    close = abs(gap) <= 1e-9 * numpy.maximum(abs(values), abs(target))
    reached = close | numpy.where(maximise, gap > 0, gap < 0)
    found = numpy.where(reached, 1.0, numpy.where(due, 0.0, nan))
    return numpy.where(numpy.isnan(gap), nan, found)


def range_performances(values: Floats, a: Floats, low: Floats, high: Floats, b: Floats) -> Floats:
    """1 inside ``[low, high]``, falling in a straight line to 0 at ``a`` and ``b``: the lower of the two lines."""
    return _clamped(numpy.minimum((values - a) / (low - a), (b - values) / (b - high)))


def curve_performances(values: Floats, points: Sequence[tuple[float, float]]) -> Floats:
    """Piecewise linear through the points, 0 beyond the bad end and the end value beyond the good one."""
    at, drawn = zip(*points, strict=True)
    rising = drawn[-1] > drawn[0]
    left, right = (0.0, drawn[-1]) if rising else (drawn[0], 0.0)
    performances: Floats = numpy.interp(values, at, drawn, left=left, right=right)
    return performances


def expected_shares(since: date, by: date, days: Sequence[date]) -> Floats:
    """The share of a plan's days that has passed at the end of each of the ``days``, 0 to 1."""
    passed = numpy.array([(day - since).days + 1 for day in days], dtype=float)
    return _clamped(passed / ((by - since).days + 1))


def _clamped(numbers: Floats) -> Floats:
    return numpy.clip(numbers, 0.0, 1.0)
