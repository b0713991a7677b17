"""Granger's test: does the past of a cause tell more than the past of the effect does alone?"""

from __future__ import annotations

from typing import NamedTuple

import numpy

from scorecard.inference.changes import Floats


class Granger(NamedTuple):
    """The F of each arrow and its p."""

    f: Floats
    p: Floats


def granger(cause: Floats, effect: Floats, delay: int) -> Granger:
    """The F test of Granger (1969) with ``delay`` lags, 1 or more: ``F = ((S₀ − S₁)/d) / (S₁/(n − 2d − 1))``.

    ``S₀`` is the residual sum of squares of the effect on a constant and its own last d values, ``S₁`` with the last d
    values of the cause as well, n the number of periods less d. Rows are arrows, columns periods without gaps; more
    than 3d + 1 of them. NaN where the effect is told without a rest. As `grangercausalitytests` of statsmodels.
    """
    from scipy.special import fdtrc

    count = effect.shape[1] - delay
    window = numpy.lib.stride_tricks.sliding_window_view
    back = delay - 1 - numpy.arange(delay)
    ones = numpy.ones((len(effect), 1, count))
    own = window(effect, count, axis=1)[:, back]
    causes = window(cause, count, axis=1)[:, back]
    design = numpy.concatenate([ones, own, causes], axis=1).transpose(0, 2, 1)
    basis = numpy.linalg.qr(design)[0]
    parts = (effect[:, None, delay:] @ basis)[:, 0]
    # The columns of an orthonormal basis come in the order of the design, so the last ones are what the cause adds.
    added = (parts[:, delay + 1 :] ** 2).sum(axis=1)
    rest = effect[:, delay:] - (basis @ parts[:, :, None])[:, :, 0]
    left = (rest * rest).sum(axis=1)
    freedom = count - 2 * delay - 1
    exact = left > 1e-20 * numpy.maximum((effect * effect).sum(axis=1), numpy.finfo(float).tiny)
    f = numpy.divide(added / delay, left / freedom, out=numpy.full(len(effect), numpy.nan), where=exact)
    return Granger(f, numpy.asarray(fdtrc(delay, freedom, f), dtype=numpy.float64))
