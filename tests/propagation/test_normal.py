"""The table of the normal distribution is as exact as it says."""

from __future__ import annotations

from statistics import NormalDist

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.propagation.normal import below


@given(st.floats(-40, 40))
def test_as_the_library(z: float) -> None:
    assert float(below(numpy.array([z]))[0]) == pytest.approx(NormalDist().cdf(z), abs=1.1e-8)
