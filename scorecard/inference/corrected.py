"""Corrections of p for having looked more than once."""

from __future__ import annotations

import numpy

from scorecard.inference.changes import Floats


def over_delays(p: Floats, declared: int) -> tuple[Floats, Floats]:
    """The corrected p of the ``declared`` delay (a column), and that of the best of the others.

    Half of the error that is allowed is spent on the delay that was declared before anyone looked, ``2·p``, and half
    on the search over the m others, ``2·(1 − (1 − p_min)^m)`` (weighted Bonferroni, Holm 1979; Šidák 1967, who holds
    for correlated tests too). The smaller of the two is the p of the arrow.
    """
    others = numpy.delete(p, declared, axis=1)
    if not others.shape[1]:
        return numpy.minimum(p[:, declared], 1.0), numpy.ones(len(p))
    least = others.min(axis=1)
    searched = -numpy.expm1(others.shape[1] * numpy.log1p(-numpy.minimum(least, 1 - 1e-16)))
    return numpy.minimum(2 * p[:, declared], 1.0), numpy.minimum(2 * searched, 1.0)


def over_arrows(p: Floats) -> Floats:
    """p corrected for looking at many arrows: Benjamini and Hochberg (1995), ``q_(i) = min_{j ≥ i} p_(j)·m/j``.

    Of the arrows whose q is at most 5 %, at most 5 % are expected to be mistaken.
    """
    order = numpy.argsort(p, kind="stable")
    ranks = numpy.arange(1, len(p) + 1)
    stepped = numpy.minimum.accumulate((p[order] * len(p) / ranks)[::-1])[::-1]
    found = numpy.empty_like(p)
    found[order] = numpy.minimum(stepped, 1.0)
    return found
