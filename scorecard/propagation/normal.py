"""The standard normal distribution of very many numbers at once."""

from __future__ import annotations

from functools import cache
from math import erfc, sqrt

import numpy

from scorecard.propagation.sweep_sums import Floats

_FAR = 8.0
_STEPS = 2048


def below(z: Floats) -> Floats:
    """Φ(z), the chance of a value below z: read off a table with straight lines between 2,048 steps to the deviation,
    which is off by 1e-8 at most (h²/8 · max |φ'|)."""
    places, chances = _table()
    found: Floats = numpy.interp(z, places, chances)
    return found


@cache
def _table() -> tuple[Floats, Floats]:
    places = numpy.linspace(-_FAR, _FAR, int(2 * _FAR * _STEPS) + 1)
    return places, numpy.array([erfc(-place / sqrt(2)) / 2 for place in places.tolist()])
