"""Limits that are passed, and values that jump about."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.propagation.alarm import beyond, instability, variation

RATES = [0.031, 0.02, 0.034, 0.04, 0.01]  # the newest first


@pytest.mark.parametrize(
    ("m", "n", "sounds"), [(1, 1, True), (2, 2, False), (2, 3, True), (3, 3, False), (3, 4, True), (4, 5, False)]
)
def test_m_of_the_last_n(m: int, n: int, sounds: bool) -> None:
    assert beyond(RATES, 0.03, None, m, n) is sounds


def test_below_and_on_both_sides() -> None:
    assert not beyond([0.8, 0.79], None, 0.8)
    assert beyond([0.8, 0.79], None, 0.8, 1, 2)
    assert beyond([5, 21], 20, 10)
    assert beyond([15, 21, 9], 20, 10, 2, 3)
    assert not beyond([10, 20], 20, 10, 1, 2)


def test_a_limit_is_not_passed_by_rounding() -> None:
    assert not beyond([0.1 + 0.2], 0.3, None)
    assert not beyond([0.3], None, 0.1 + 0.2)
    assert beyond([0.3 + 1e-8], 0.3, None)


def test_what_is_missing_is_not_beyond_but_keeps_its_place() -> None:
    assert not beyond([None, 0.04, 0.02, 0.05], 0.03, None, 2, 3)
    assert beyond([None, 0.04, 0.05], 0.03, None, 2, 3)
    assert not beyond([None], 0.03, 0.01)
    assert not beyond([], 0.03, None)
    assert not beyond([1.0], None, None)


@pytest.mark.parametrize(
    ("values", "coefficient"),
    [
        # https://en.wikipedia.org/wiki/Coefficient_of_variation, examples: 0, 10 / 100 and 32.9 / 27.9
        ([100, 100, 100], 0.0),
        ([90, 100, 110], 0.1),
        ([1, 5, 6, 8, 10, 40, 65, 88], 1.18),
        # NIST StRD NumAcc1: mean 10000002, standard deviation exactly 1
        ([10000001, 10000003, 10000002], 1 / 10000002),
    ],
)
def test_published_variation(values: list[float], coefficient: float) -> None:
    digits = 2 if coefficient > 1 else 12
    assert variation(values) == pytest.approx(coefficient, abs=0.5 * 10**-digits)


def test_by_hand() -> None:
    """2, 4, 4, 6: mean 4, squares 4 + 0 + 0 + 4 = 8, 8 / 3; the root of that is 1.63299, a share of 0.40825."""
    assert instability([2, 4, 4, 6]) == pytest.approx(0.408248290463863, abs=1e-12)
    assert instability([-2, -4, -4, -6]) == pytest.approx(0.408248290463863, abs=1e-12)


def test_of_the_last_six_at_least_four() -> None:
    assert instability([2, None, 4, 4, None, 6, 1000]) == pytest.approx(0.408248290463863, abs=1e-12)
    assert instability([2, None, 4, None, None, 6, 4, 4]) is None
    assert instability([2, 4, 4]) is None
    assert instability([]) is None


def test_none_around_a_mean_of_0() -> None:
    assert instability([1, -1, 1, -1]) is None
    assert instability([0, 0, 0, 0]) is None
    assert instability([0.1, 0.2, -0.3, 0.0]) is None  # 2.8e-17 in binary


def test_values_that_differ_by_rounding_are_stable() -> None:
    assert instability([0.3, 0.1 + 0.2, 0.3, 0.3]) == 0.0


@given(st.lists(st.floats(0.01, 1e6), min_size=4, max_size=6))
def test_as_the_standard_library_says(values: list[float]) -> None:
    assert instability(values) == pytest.approx(statistics.stdev(values) / statistics.fmean(values), abs=2e-9)
