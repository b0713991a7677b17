"""The whole test of many arrows that have the same periods and the same declared delay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from scorecard.inference.certainty import interval, power, two_sided
from scorecard.inference.changes import Floats
from scorecard.inference.common_course import common_course, without
from scorecard.inference.corrected import over_delays
from scorecard.inference.granger import Granger, granger
from scorecard.inference.lagged import Lagged, lagged, own_lags

ALPHA = 0.05
"""The error that is allowed."""
_SEARCHED, _BEYOND = 6, 3
_LEAST_FREEDOM = 5
_BLOCK = 16
"""So many arrows at a time, so that what is worked with stays near the processor."""


class Findings(NamedTuple):
    """What the data say of each arrow.

    ``r``, ``p_each`` and ``freedom`` have a column for each delay from 0 on. ``delay`` is the one that the data speak
    for, ``low`` and ``high`` are the 95 % interval of r there, ``p`` is corrected for the search over delays,
    ``power`` the chance to have seen a medium effect at the declared delay. ``f`` and ``f_p`` are Granger's test at the
    declared delay, NaN for the delay 0. ``pairs`` is how many changes were compared.
    """

    r: Floats
    p_each: Floats
    delay: NDArray[numpy.intp]
    low: Floats
    high: Floats
    p: Floats
    power: Floats
    f: Floats
    f_p: Floats
    pairs: int


def most_searched(length: int, declared: int) -> int:
    """The longest delay that is looked at: 6, or 3 more than was declared; a quarter of the changes at most, but never
    less than was declared."""
    return max(min(max(_SEARCHED, declared + _BEYOND), length // 4), declared)


def is_long_enough(length: int, declared: int, seasons: int) -> bool:
    """Whether anything is left to be judged on once delays, seasons and the effect's own past have taken theirs."""
    past = own_lags(length)
    left = length - past - most_searched(length, declared) - max(seasons, 1) - 1 - past - 1
    return left >= _LEAST_FREEDOM and length - declared > 2 * declared + 1


def examined(cause: Floats, effect: Floats, declared: int, seasons: Sequence[int] | None) -> Findings:
    """Test arrows: a row for each, a column for each change, without gaps, all of the ``declared`` delay.

    ``seasons`` are the numbers of the seasons of the periods, None where there are less than two years. See `lagged`
    for the correlation, `over_delays` for what is corrected.

    The declared delay is taken for the one that the data speak for where its correlation is clear (p ≤ 5 %) and no
    other is larger by more than the two of them are uncertain (1.96 standard errors of the difference of Fisher's z).
    """
    basis = common_course(effect.shape[1], seasons)
    blocks = [slice(start, start + _BLOCK) for start in range(0, len(effect), _BLOCK)]
    numbers = [_numbers(cause[block], effect[block], declared, basis) for block in blocks]
    r = numpy.concatenate([found.r for found, _ in numbers])
    freedom = numpy.concatenate([found.freedom for found, _ in numbers])
    f, f_p = (numpy.concatenate(part) for part in zip(*(test for _, test in numbers), strict=True))
    p_each = two_sided(r, freedom)
    own, others = over_delays(p_each, declared)
    delay = _spoken_for(r, freedom, p_each, own, others, declared)
    rows = numpy.arange(len(delay))
    low, high = interval(r[rows, delay], freedom[rows, delay])
    chance = power(freedom[:, declared], ALPHA / 2)
    p = numpy.minimum(own, others)
    return Findings(r, p_each, delay, low, high, p, chance, f, f_p, numbers[0][0].pairs)


def _numbers(cause: Floats, effect: Floats, declared: int, basis: Floats) -> tuple[Lagged, Granger]:
    """The correlations, and Granger's test at the declared delay."""
    cause, effect = without(cause, basis), without(effect, basis)
    found = lagged(cause, effect, basis, most_searched(effect.shape[1], declared))
    blank = numpy.full(len(effect), numpy.nan)
    return found, granger(cause, effect, declared) if declared else Granger(blank, blank)


def _spoken_for(
    r: Floats, freedom: Floats, p_each: Floats, own: Floats, others: Floats, declared: int
) -> NDArray[numpy.intp]:
    z = numpy.abs(numpy.arctanh(numpy.clip(r, -1 + 1e-15, 1 - 1e-15)))
    best = numpy.argmin(p_each, axis=1)
    rows = numpy.arange(len(best))
    uncertain = 1.959963984540054 * numpy.sqrt(2 / numpy.maximum(freedom[:, declared] - 1, 1.0))
    is_larger = z[rows, best] - z[:, declared] > uncertain
    is_other = (others <= ALPHA) & ((own > ALPHA) | is_larger)
    return numpy.where(is_other, best, declared)
