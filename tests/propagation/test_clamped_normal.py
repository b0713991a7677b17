"""Moments of scales of a normal value: published ones, those of numerical integration, and laws."""

from __future__ import annotations

from itertools import pairwise
from math import pi, sqrt

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from scorecard.propagation.clamped_normal import corners_of, is_linear, moments
from scorecard.propagation.shape import Shape

RISING = Shape(((0.0, 0.0), (1.0, 1.0)), 0.0, 1.0)
FAR = Shape(((0.0, 0.0), (1e9, 1e9)), 0.0, 1e9)


def both(shape: Shape, middle: float, deviation: float) -> tuple[float, float]:
    mean, variance = moments(corners_of([shape]), numpy.array([middle]), numpy.array([deviation]))
    return float(mean[0]), float(variance[0])


def test_a_normal_that_is_cut_off_below_its_mean() -> None:
    """The rectified standard normal: mean 1/√2π, variance 1/2 - 1/2π."""
    assert both(FAR, 0.0, 1.0) == pytest.approx((1 / sqrt(2 * pi), 0.5 - 1 / (2 * pi)), abs=1e-12)


def test_half_of_the_values_beyond_the_target() -> None:
    """Clamped at 1 in the middle: 1 - σ/√2π, variance σ²·(1/2 - 1/2π)."""
    assert both(RISING, 1.0, 0.1) == pytest.approx((1 - 0.1 / sqrt(2 * pi), 0.01 * (0.5 - 1 / (2 * pi))), abs=1e-12)


def test_a_straight_line_stays_normal() -> None:
    assert both(RISING, 0.4, 0.05) == pytest.approx((0.4, 0.05**2), abs=1e-12)
    assert both(Shape(((0.0, 1.0), (10.0, 0.0)), 1.0, 0.0), 4.0, 0.5) == pytest.approx((0.6, 0.05**2), abs=1e-12)


def test_a_step_is_a_coin() -> None:
    step = Shape(((5.0, 1.0),), 0.0, 1.0)
    chance = float(norm.sf(0.5))
    assert both(step, 4.0, 2.0) == pytest.approx((chance, chance * (1 - chance)), abs=1e-12)


_corners = st.lists(
    st.tuples(st.floats(-50, 50).map(lambda at: round(at, 2)), st.floats(0, 1.2)), min_size=2, max_size=5,
    unique_by=lambda corner: corner[0],
).map(lambda corners: tuple(sorted(corners)))  # fmt: skip


@settings(max_examples=40)
@given(_corners, st.floats(0, 1), st.floats(0, 1), st.floats(-60, 60), st.floats(0.05, 40))
def test_as_integrated(
    corners: tuple[tuple[float, float], ...], below: float, above: float, middle: float, deviation: float
) -> None:
    shape = Shape(corners, below, above)
    at, performance = zip(*corners, strict=True)

    def scale(value: float) -> float:
        return float(numpy.interp(value, at, performance, left=below, right=above))

    ends = [-12.0, *(z for z in ((place - middle) / deviation for place in at) if -12 < z < 12), 12.0]
    first = second = 0.0
    for low, high in pairwise(ends):
        first += quad(lambda z: scale(middle + deviation * z) * norm.pdf(z), low, high)[0]
        second += quad(lambda z: scale(middle + deviation * z) ** 2 * norm.pdf(z), low, high)[0]
    mean, variance = both(shape, middle, deviation)
    assert mean == pytest.approx(first, abs=1e-7)
    assert variance == pytest.approx(second - first * first, abs=1e-7)


def test_scales_of_different_length_stand_beside_each_other() -> None:
    bent = Shape(((0.0, 0.0), (0.5, 0.8), (1.0, 1.0)), 0.0, 1.0)
    shapes = [RISING, bent, Shape(((5.0, 1.0),), 0.0, 1.0)]
    middle, deviation = numpy.array([0.9, 0.5, 4.0]), numpy.array([0.2, 0.1, 2.0])
    mean, variance = moments(corners_of(shapes), middle, deviation)
    alone = [both(*one) for one in zip(shapes, middle.tolist(), deviation.tolist(), strict=True)]
    assert [*mean, *variance] == pytest.approx([one for pair in zip(*alone, strict=True) for one in pair], abs=1e-12)


def test_variances_are_never_below_zero() -> None:
    for deviation in (1e-9, 1e-15, 1e-300):
        mean, variance = both(RISING, 0.3, deviation)
        assert mean == pytest.approx(0.3)
        assert 0 <= variance <= 1e-15


@pytest.mark.parametrize(("middle", "reach", "straight"), [(0.5, 5, True), (0.5, 5.1, False), (2.0, 5, True)])
def test_what_is_linear(middle: float, reach: float, straight: bool) -> None:
    assert is_linear(RISING, middle, 0.1, reach) is straight
