"""From values to changes that can be compared: differences, without outliers, weighed into one series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[numpy.float64]

_MANY_FOLD = 3.0
_OUTLIER = 3.0
_MAD_TO_DEVIATION = 1.4826


def changes(values: Floats, breaks: Sequence[int] = ()) -> Floats:
    """First differences, ``Δx_t = x_t − x_{t−1}``: what makes a trending or wandering series stationary (Box and
    Jenkins 1970).

    ``values`` has a column for each period, NaN for no data; a change needs both of its values. ``breaks`` are the
    places from which on values do not compare with those before: the change into them is NaN. One column fewer.

    Values above 0 whose largest is more than three times the smallest are compared by their logarithms, that is by
    changes in per cent: what grows many-fold moves more the larger it is, and two such series seem to go together.
    """
    known = values[numpy.isfinite(values)]
    if len(known) and known.min() > 0 and known.max() > _MANY_FOLD * known.min():
        values = numpy.log(values)
    found = numpy.diff(values)
    for place in breaks:
        if 0 < place < values.shape[-1]:
            found[..., place - 1] = numpy.nan
    return found


def clipped(series: Floats) -> Floats:
    """The series with outliers drawn in to three standard deviations from the median (winsorising; Huber 1964).

    The deviation is 1.4826 times the median absolute deviation, which outliers cannot move (Hampel 1974). Two series
    that have one big jump each in the same period else look as if one drove the other. A series of which more than
    half is one and the same number has no such deviation, and stays as it is. NaN stays NaN.
    """
    if numpy.isnan(series).all():
        return series
    middle = numpy.nanmedian(series)
    spread = _OUTLIER * _MAD_TO_DEVIATION * numpy.nanmedian(numpy.abs(series - middle))
    return numpy.clip(series, middle - spread, middle + spread) if spread > 0 else series


def scaled(series: Floats) -> Floats:
    """The series divided by its standard deviation, so that unlike units can be weighed; a constant one unchanged."""
    if not numpy.isfinite(series).any():
        return series
    largest = numpy.nanmax(numpy.abs(series))  # no square of it is too large
    sized = series / largest if largest > 0 else series
    spread = numpy.nanstd(sized)
    return sized / spread if spread > 0 else series


def weighed(series: Floats, weights: Floats) -> Floats:
    """``Σ w·x / Σ w`` of those known in each period; NaN where none is known.

    ``series`` has a row for each part. It is changes that are weighed and not values, so a part that begins later, or
    has a gap, makes no jump (as in a chained index).
    """
    known = numpy.isfinite(series)
    total = weights @ known
    summed = weights @ numpy.where(known, series, 0.0)
    found: Floats = numpy.full(series.shape[-1], numpy.nan)
    numpy.divide(summed, total, out=found, where=total > 0)
    return found


def longest_run(known: NDArray[numpy.bool_]) -> tuple[int, int]:
    """Where the longest stretch without a gap begins and where it has ended, the newest of several; (0, 0) if none.

    A gap that is closed up, or pairs picked out around it, would put periods beside each other that are none: delays
    and the test's account of autocorrelation would be wrong.
    """
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], known.view(numpy.int8), [0]))))
    if not len(edges):
        return 0, 0
    starts, ends = edges[::2], edges[1::2]
    best = len(starts) - 1 - int(numpy.argmax((ends - starts)[::-1]))
    return int(starts[best]), int(ends[best])
