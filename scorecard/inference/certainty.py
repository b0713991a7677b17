"""How sure a correlation is: its p, its interval, and the chance that one of that size would have been seen."""

from __future__ import annotations

from typing import NamedTuple

import numpy

from scorecard.inference.changes import Floats

_NEAREST = 1e-15

MEDIUM = 0.3
"""A medium correlation (Cohen 1988)."""


class Interval(NamedTuple):
    """The ends of an interval."""

    low: Floats
    high: Floats


def two_sided(r: Floats, freedom: Floats) -> Floats:
    """The chance of a correlation at least as far from 0 when there is none: Student's t with ``t = r·√(ν/(1−r²))``."""
    from scipy.special import stdtr

    t = numpy.abs(r) * numpy.sqrt(freedom / numpy.maximum(1 - r * r, _NEAREST))
    return numpy.asarray(2 * stdtr(freedom, -t), dtype=numpy.float64)


def interval(r: Floats, freedom: Floats) -> Interval:
    """The 95 % interval of a correlation: ``tanh(artanh r ± 1.96/√(ν − 1))`` (Fisher 1921)."""
    z = numpy.arctanh(numpy.clip(r, -1 + _NEAREST, 1 - _NEAREST))
    half = 1.959963984540054 / numpy.sqrt(numpy.maximum(freedom - 1, 1e-9))
    return Interval(numpy.tanh(z - half), numpy.tanh(z + half))


def power(freedom: Floats, alpha: float, size: float = MEDIUM) -> Floats:
    """The chance, 0 to 1, that a correlation of ``size`` is told from 0 at the level ``alpha`` (two-sided).

    ``Φ(artanh ρ·√(ν − 1) − z) + Φ(−artanh ρ·√(ν − 1) − z)`` by Fisher's z, which gives the tables of Cohen (1988); 0.80
    is what he asks of a study.
    """
    from scipy.special import ndtr, ndtri

    limit = ndtri(1 - alpha / 2)
    shift = numpy.arctanh(size) * numpy.sqrt(numpy.maximum(freedom - 1, 0.0))
    return numpy.asarray(ndtr(shift - limit) + ndtr(-shift - limit), dtype=numpy.float64)
