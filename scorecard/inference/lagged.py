"""How a cause and an effect go together at each delay, beyond what the past of each tells by itself."""

from __future__ import annotations

from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from scorecard.inference.changes import Floats
from scorecard.inference.common_course import without

_RIDGE = 1e-12
_NOTHING = 1e-10


class Lagged(NamedTuple):
    """For each arrow (rows) and each delay 0, 1, 2 … (columns) the partial correlation ``r`` and the degrees of freedom
    ``freedom`` that it stands on; ``pairs`` is how many changes were compared."""

    r: Floats
    freedom: Floats
    pairs: int


def own_lags(length: int) -> int:
    """How many of its own past changes a series is freed from: the cube root of the length, rounded.

    An autoregression stands for any linear series when its order grows no faster than that (Berk 1974; Said and Dickey
    1984). The order depends on the length alone, so nothing is chosen by looking at the data.
    """
    return round(float(numpy.cbrt(length)))


def freed(series: Floats, past: int) -> Floats:
    """What is new in each change: the residuals of an autoregression of that order; ``past`` columns fewer."""
    length = series.shape[1] - past
    pasts = _shifted(series, length, past - 1 - numpy.arange(past))
    return series[:, past:] - _told(series[:, None, past:], pasts)[:, 0]


def lagged(cause: Floats, effect: Floats, basis: Floats, most: int) -> Lagged:
    """The partial correlation of ``effect_t`` with what is new in ``cause_{t−k}``, k = 0 … ``most``, given the effect's
    own past.

    ``cause`` and ``effect`` have a row for each arrow and a column for each period, without gaps; ``basis`` is their
    `common_course`. The effect's own past is in, because a cause has to add to what that tells already (Granger 1969):
    an effect that drives its cause is not mistaken for its consequence. The cause is freed from its own past, so that
    one delay does not lend its correlation to the next (prewhitening: Box and Jenkins 1970; Haugh 1976), and two
    series that each wander for themselves are not mistaken for related (Yule 1926). All delays are judged over the
    same periods. ``freedom`` is ``n − rank of the basis − own lags − 1``, divided by `_inflation`.
    """
    length = effect.shape[1]
    past = own_lags(length)
    first = past + most
    pairs = length - first
    shared = numpy.linalg.qr(basis[first:])[0]
    causes = without(_shifted(freed(cause, past), pairs, most - numpy.arange(most + 1)), shared)
    pasts = without(_shifted(effect, pairs, first - 1 - numpy.arange(past)), shared)
    u = without(effect[:, first:], shared)
    u = u - _told(u[:, None], pasts)[:, 0]
    v = causes - _told(causes, pasts)
    within_u, within_v = numpy.einsum("at,at->a", u, u)[:, None].copy(), numpy.einsum("akt,akt->ak", v, v)
    # What the effect's own past tells to the last digit is nothing new: no rounding error is taken for a correlation.
    for within, whole in ((within_u, effect), (within_v, cause)):
        within[within <= _NOTHING * numpy.einsum("at,at->a", whole, whole)[:, None]] = 0.0
    scale = numpy.sqrt(within_u * within_v)
    r = numpy.divide((v @ u[:, :, None])[:, :, 0], scale, out=numpy.zeros_like(scale), where=scale > 0)
    r = numpy.clip(r, -1, 1)
    freedom = pairs - shared.shape[1] - past - 1
    return Lagged(r, freedom / _inflation(u, v, within_u, within_v, r), pairs)


def _shifted(series: Floats, length: int, starts: NDArray[numpy.intp]) -> Floats:
    """The stretches of a length that begin at these places: arrow, number of the stretch, period."""
    return numpy.stack([series[:, start : start + length] for start in starts], axis=1)


def _told(series: Floats, pasts: Floats) -> Floats:
    """What is told of series (arrow, number, period) by least squares on ``pasts`` (arrow, lag, period)."""
    turned = pasts.transpose(0, 2, 1)
    gram = pasts @ turned
    size = numpy.trace(gram, axis1=1, axis2=2) * _RIDGE + numpy.finfo(float).tiny
    gram += size[:, None, None] * numpy.eye(pasts.shape[1])
    found: Floats = numpy.linalg.solve(gram, pasts @ series.transpose(0, 2, 1)).transpose(0, 2, 1) @ pasts
    return found


def _inflation(u: Floats, v: Floats, within_u: Floats, within_v: Floats, r: Floats) -> Floats:
    """How many times larger the variance of r is than it were if changes were alike and told nothing of the next.

    The variance of Newey and West (1987) over the usual one:
    ``(Σ s_t² + 2 Σ_j (1 − j/(m+1))·Σ s_t·s_{t−j}) / (Σ ê²·Σ v²/n)``
    with ``s = ê·v``, ê what is left of u by v, and ``m = 4·(n/100)^(2/9)``; 1 or more, for it is too small in short
    series (Andrews 1991).
    """
    pairs = u.shape[1]
    bandwidth = min(int(4 * (pairs / 100) ** (2 / 9)), pairs - 1)
    slope = r * numpy.sqrt(numpy.divide(within_u, within_v, out=numpy.zeros_like(within_v), where=within_v > 0))
    scores = slope[:, :, None] * v
    numpy.subtract(u[:, None], scores, out=scores)
    scores *= v
    found = numpy.einsum("akt,akt->ak", scores, scores)
    for step in range(1, bandwidth + 1):
        both = numpy.einsum("akt,akt->ak", scores[:, :, step:], scores[:, :, :-step])
        found += 2 * (1 - step / (bandwidth + 1)) * both
    whole = within_u * within_v / pairs
    usual = (1 - r * r) * whole
    is_left = usual > 1e-12 * whole  # of a perfect correlation nothing is
    inflated: Floats = numpy.maximum(numpy.divide(found, usual, out=numpy.ones_like(found), where=is_left), 1.0)
    return inflated
