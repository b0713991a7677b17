"""Correlations of few and short series are drawn towards 0."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.propagation.shrunk_correlation import shrunk_correlation


def test_worked_out_by_hand() -> None:
    """Two series of four times: r, and λ = Var(r) / r²."""
    series = numpy.array([[1.0, 1.0], [2.0, 3.0], [3.0, 2.0], [4.0, 4.0]])
    x, y = ((column - column.mean()) / column.std(ddof=1) for column in series.T)
    product = x * y
    r = product.sum() / 3
    variance = 4 / 27 * ((product - product.mean()) ** 2).sum()
    assert r == pytest.approx(0.8)
    assert shrunk_correlation(series)[0, 1] == pytest.approx(r * (1 - variance / r**2), abs=1e-12)


def test_much_data_is_believed_and_noise_is_not() -> None:
    random = numpy.random.default_rng(1)
    common = random.standard_normal((2000, 1))
    related = common + random.standard_normal((2000, 3))
    assert shrunk_correlation(related)[0, 1] == pytest.approx(0.5, abs=0.05)
    noise = shrunk_correlation(random.standard_normal((10, 20))) - numpy.eye(20)
    assert numpy.abs(noise).max() < 0.25


@settings(max_examples=30)
@given(st.integers(0, 2**32 - 1), st.integers(3, 8), st.integers(2, 12))
def test_it_can_always_be_drawn_from(seed: int, times: int, columns: int) -> None:
    found = shrunk_correlation(numpy.random.default_rng(seed).standard_normal((times, columns)))
    assert numpy.diag(found).tolist() == [1.0] * columns
    assert found == pytest.approx(found.T)
    assert numpy.linalg.eigvalsh(found).min() > 0
