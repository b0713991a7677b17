"""What counts on a grid say of outlooks: chances of their limits, quantiles and shape, with their normal part added."""

from __future__ import annotations

import numpy

from scorecard.propagation.normal import below
from scorecard.propagation.status import TOLERANCE
from scorecard.propagation.sweep_sums import Floats
from scorecard.simulating.draws import BINS, FINE, Plan, Tally

_AT_ONCE = 32


def chances_of_limits(plan: Plan, tally: Tally, rest: Floats, draws: int) -> Floats:
    """The chances (watched rows × 2) to reach at risk and on track; ``rest`` are the deviations of the normal parts of
    the smooth rows (> 0), around 0 and independent of what was drawn."""
    found = numpy.empty((len(plan.watched), 2))
    found[plan.smooth :] = tally.reached / draws
    for row in range(plan.smooth):
        cells = tally.cells[row]
        filled = numpy.flatnonzero(cells)
        counts = cells[filled]
        middles = tally.sums[row, filled] / counts * (plan.top / BINS / FINE)
        away = (plan.limits[row, :, None] - TOLERANCE - middles) / rest[row]
        found[row] = 1 - below(away) @ counts / draws
    return found


def shares_of_cells(plan: Plan, tally: Tally, rest: Floats, draws: int) -> Floats:
    """How much of each watched row lies in each cell. Smooth rows are convolved with their normal part, whose Fourier
    transform is ``exp(-(2πfσ)²/2)``; one that is narrower than a cell is left out. What would lie beyond the ends of
    the grid lies in its last cells."""
    found: Floats = tally.cells / draws
    frequencies = 2 * numpy.pi * numpy.fft.rfftfreq(2 * BINS)
    spreads = rest[: plan.smooth] * (BINS / plan.top)
    wide = numpy.flatnonzero(spreads >= 1)
    for first in range(0, len(wide), _AT_ONCE):
        some = wide[first : first + _AT_ONCE]
        spread = numpy.exp(-0.5 * (frequencies * spreads[some, None]) ** 2)
        both = numpy.fft.irfft(numpy.fft.rfft(found[some], 2 * BINS, axis=1) * spread, 2 * BINS, axis=1)
        own = both[:, :BINS]
        own[:, -1] += both[:, BINS : BINS + BINS // 2].sum(axis=1)
        own[:, 0] += both[:, BINS + BINS // 2 :].sum(axis=1)
        numpy.maximum(own, 0.0, out=own)
        found[some] = own / own.sum(axis=1, keepdims=True)
    return found


def quantile(cells: Floats, share: float, top: float) -> float:
    """The value below which the ``share`` of all lies, in a straight line inside a cell of a grid up to ``top``."""
    under = numpy.cumsum(cells)
    wanted = share * float(under[-1])
    cell = int(numpy.searchsorted(under, wanted))
    before = float(under[cell - 1]) if cell else 0.0
    return (cell + (wanted - before) / float(cells[cell])) * (top / BINS)


def shape_of_cells(cells: Floats, parts: int, top: float) -> tuple[float, ...]:
    """How much lies in each of so many parts of [0, 1]; what is above lies in the last."""
    place = numpy.minimum((_middles(top) * parts).astype(numpy.intp), parts - 1)
    return tuple(numpy.bincount(place, weights=cells, minlength=parts).tolist())


def deviation_of(cells: Floats, top: float) -> float:
    """The standard deviation of all, each taken in the middle of its cell."""
    middles = _middles(top)
    mean = float(cells @ middles)
    return float(numpy.sqrt(cells @ (middles - mean) ** 2))


def _middles(top: float) -> Floats:
    return numpy.linspace(0.5, BINS - 0.5, BINS) * (top / BINS)
