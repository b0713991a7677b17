"""Mean and variance of a performance whose value is normal, in closed form.

A scale is piecewise linear (`scorecard.propagation.shape`). With ``z = (v - μ) / σ`` standard normal, a piece
``c + d·z`` between the corners ``a`` and ``b`` adds ``c·M0 + d·M1`` to the mean and ``c²·M0 + 2cd·M1 + d²·M2`` to the
mean square, with the partial moments ``M0 = Φ(b) - Φ(a)``, ``M1 = φ(a) - φ(b)`` and ``M2 = M0 + a·φ(a) - b·φ(b)``
(Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, 1994, section 13.10: truncated normal
distributions). Outside of the corners a scale is level, which is what clamps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from math import erfc, sqrt, tau
from typing import NamedTuple

import numpy

from scorecard.propagation.shape import Shape
from scorecard.propagation.sweep_sums import Floats

_FAR = 1e100
"""So many deviations away nothing lies."""


class Corners(NamedTuple):
    """Scales as arrays: where their corners lie and the performance there (KPIs × corners; the last one is repeated),
    and the performance ``below`` the first and ``above`` the last (KPIs × 1)."""

    at: Floats
    performance: Floats
    below: Floats
    above: Floats


def corners_of(shapes: Sequence[Shape]) -> Corners:
    """Scales as arrays."""
    most = max([len(shape.corners) for shape in shapes], default=1)
    filled = [shape.corners + shape.corners[-1:] * (most - len(shape.corners)) for shape in shapes]
    flat = chain.from_iterable(chain.from_iterable(filled))
    points = numpy.fromiter(flat, dtype=float, count=2 * most * len(shapes)).reshape(-1, most, 2)
    below = numpy.array([shape.below for shape in shapes])
    above = numpy.array([shape.above for shape in shapes])
    return Corners(points[:, :, 0], points[:, :, 1], below[:, None], above[:, None])


def moments(corners: Corners, middle: Floats, deviation: Floats) -> tuple[Floats, Floats]:
    """Mean and variance of every performance; ``middle`` and ``deviation`` (> 0) have one entry for each scale."""
    away = corners.at - middle[:, None]
    with numpy.errstate(over="ignore"):
        z = numpy.clip(away / deviation[:, None], -_FAR, _FAR)
    steps = numpy.diff(corners.at, axis=1)
    steep = numpy.divide(numpy.diff(corners.performance, axis=1), steps, out=numpy.zeros(steps.shape), where=steps > 0)
    slopes = steep * deviation[:, None]
    density = numpy.exp(-0.5 * z * z) / sqrt(tau)
    below = numpy.array([0.5 * erfc(x) for x in (z / -sqrt(2)).ravel().tolist()]).reshape(z.shape)
    centre = corners.below * below[:, :1] + corners.above * (1 - below[:, -1:])
    mass, first, weighted = numpy.diff(below, axis=1), -numpy.diff(density, axis=1), z * density
    second = mass - numpy.diff(weighted, axis=1)
    starts = corners.performance[:, :-1] - steep * away[:, :-1]
    mean = centre[:, 0] + (starts * mass + slopes * first).sum(axis=1)
    starts = starts - mean[:, None]  # nothing cancels out when the variance is small
    square = (starts * starts * mass + 2 * starts * slopes * first + slopes * slopes * second).sum(axis=1)
    square += (corners.below[:, 0] - mean) ** 2 * below[:, 0] + (corners.above[:, 0] - mean) ** 2 * (1 - below[:, -1])
    return mean, numpy.maximum(square, 0.0)


def is_linear(shape: Shape, middle: float, deviation: float, reach: float) -> bool:
    """Whether a scale is one straight line as far as ``reach`` deviations on both sides of ``middle``."""
    low, high = middle - reach * deviation, middle + reach * deviation
    return not any(low < at < high for at, _ in shape.corners)


def most(shape: Shape) -> float:
    """The best performance of a scale."""
    return max(shape.below, shape.above, *(performance for _, performance in shape.corners))
