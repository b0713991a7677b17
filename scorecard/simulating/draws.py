"""Very many draws of uncertain values, each carried through the map: how often each outlook comes to lie where.

Only KPIs whose scale is bent where they vary are drawn; the others make a normal part of each outlook, which is added
afterwards in closed form. Memory does not depend on the number of draws: they are made in chunks, and of each chunk
only counts are kept, on a fine grid. Counts add up in any order, so the answer does not depend on who made
which chunk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy

from scorecard.propagation.counter_random import CHUNK, Normals
from scorecard.propagation.flat_outlooks import FlatOutlooks, swept
from scorecard.propagation.shape import Shape
from scorecard.propagation.status import TOLERANCE
from scorecard.propagation.sweep_sums import Floats, Integers

BINS = 2000
"""Cells of the grid: a quantile is off by two cells at most, a tenth of a point."""
FINE = 1 << 10
"""Draws are rounded to this part of a cell: whole numbers sum to the same in any order."""
_AT_ONCE = 32
"""So many rows of a chunk are worked on at once: they stay close to the processor."""

Progress = Callable[[int], None]


class Plan(NamedTuple):
    """What is drawn: the first KPIs, those with these ``ids``, are normal around ``middle`` with ``deviation``, on the
    scales ``shapes``; ``fixed`` are the performances of all KPIs behind them. ``factor`` (drawn × drawn) makes
    independent numbers correlated, None leaves them.

    ``watched`` rows are counted on a grid from 0 to ``top``, the best performance; ``limits`` (rows × 2) are at risk
    and on track. The first ``smooth`` of them have a normal part that is added afterwards.
    """

    flat: FlatOutlooks
    ids: tuple[str, ...]
    middle: Floats
    deviation: Floats
    shapes: Sequence[Shape]
    fixed: Floats
    factor: Floats | None
    watched: Integers
    limits: Floats
    smooth: int
    top: float


class Tally(NamedTuple):
    """How many draws of each watched row lie in each cell; of the smooth ones ``sums``, the sum of the draws in each
    cell, in 1,024ths of a cell; of the others how many have ``reached`` each of the two limits."""

    cells: Integers
    sums: Floats
    reached: Integers

    def add(self, other: Tally) -> None:
        """Both together."""
        self.cells[...] += other.cells
        self.sums[...] += other.sums
        self.reached[...] += other.reached


def tallied(plan: Plan, seed: int, draws: int, workers: int = 1, progress: Progress | None = None) -> Tally:
    """Draw so many times. ``progress`` is told how many draws were made, by and by."""
    chunks = -(-draws // CHUNK)
    workers = max(1, min(workers, chunks))

    def work(first: int) -> Tally:
        return _some(plan, seed, draws, range(first, chunks, workers), progress)

    if workers == 1:
        return work(0)
    with ThreadPoolExecutor(workers) as pool:
        whole, *others = pool.map(work, range(workers))
    for other in others:
        whole.add(other)
    return whole


def _some(plan: Plan, seed: int, draws: int, chunks: Sequence[int], progress: Progress | None) -> Tally:
    room = numpy.empty(plan.flat.size * min(CHUNK, draws))
    block = numpy.empty((0, 0))
    normals, scales = Normals(seed, plan.ids), _Scales(plan)
    rows = len(plan.watched)
    tally = Tally(
        numpy.zeros((rows, BINS), dtype=numpy.intp),
        numpy.zeros((plan.smooth, BINS)),
        numpy.zeros((rows - plan.smooth, 2), dtype=numpy.intp),
    )
    for chunk in chunks:
        count = min(CHUNK, draws - chunk * CHUNK)
        if count != block.shape[1]:
            block = room[: plan.flat.size * count].reshape(plan.flat.size, count)
            block[len(plan.ids) : plan.flat.kpis] = plan.fixed[:, None]
        own = block[: len(plan.ids)]
        for place in range(len(plan.ids)):
            normals.fill(chunk, place, own[place])
        if plan.factor is not None:
            own[:] = plan.factor @ own
        scales.judge(own)
        swept(plan.flat, block)
        _count(plan, block, tally)
        if progress:
            progress(count)
    return tally


class _Scales:
    """From standard normal numbers to performances: straight lines that are clamped all at once, others one by one."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        count = len(plan.ids)
        slope, start, low, high = (numpy.empty((count, 1)) for _ in range(4))
        self._others = []
        for place, (shape, middle, deviation) in enumerate(zip(plan.shapes, plan.middle, plan.deviation, strict=True)):
            (left, begin), (right, end) = shape.corners[0], shape.corners[-1]
            if len(shape.corners) == 2 and (shape.below, shape.above) == (begin, end):
                slope[place] = (end - begin) / (right - left) * deviation
                start[place] = begin + (end - begin) / (right - left) * (middle - left)
                low[place], high[place] = min(begin, end), max(begin, end)
            else:  # its values for now
                slope[place], start[place], low[place], high[place] = deviation, middle, -numpy.inf, numpy.inf
                self._others.append(place)
        self._lines = slope, start, low, high

    def judge(self, numbers: Floats) -> None:
        """Work out the performances in place."""
        slope, start, low, high = self._lines
        for first in range(0, len(numbers), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            own = numbers[some]
            own *= slope[some]
            own += start[some]
            numpy.maximum(own, low[some], out=own)
            numpy.minimum(own, high[some], out=own)
        for place in self._others:
            shape = self._plan.shapes[place]
            at, performance = zip(*shape.corners, strict=True)
            numbers[place] = numpy.interp(numbers[place], at, performance, left=shape.below, right=shape.above)


def _count(plan: Plan, block: Floats, tally: Tally) -> None:
    rows, columns = len(plan.watched), block.shape[1]
    place, whole = numpy.empty((_AT_ONCE, columns)), numpy.empty((_AT_ONCE, columns), dtype=numpy.intp)
    begins = numpy.arange(_AT_ONCE)[:, None] * BINS
    starts = [*range(0, plan.smooth, _AT_ONCE), *range(plan.smooth, rows, _AT_ONCE)]
    for first, last in zip(starts, [*starts[1:], rows], strict=True):
        some = slice(first, last)
        count = last - first
        x, cells = place[:count], whole[:count]
        numpy.take(block, plan.watched[some], axis=0, out=x, mode="clip")
        if first >= plan.smooth:
            reached = tally.reached[first - plan.smooth : last - plan.smooth]
            for limit in (0, 1):
                reached[:, limit] += numpy.count_nonzero(x >= plan.limits[some, limit, None] - TOLERANCE, axis=1)
        x *= BINS * FINE / plan.top
        numpy.rint(x, out=x)
        numpy.copyto(cells, x, casting="unsafe")
        cells >>= FINE.bit_length() - 1
        numpy.minimum(cells, BINS - 1, out=cells)
        cells += begins[:count]
        flat = cells.ravel()
        tally.cells[some] += numpy.bincount(flat, minlength=count * BINS).reshape(count, BINS)
        if first < plan.smooth:
            sums = numpy.bincount(flat, weights=x.ravel(), minlength=count * BINS)
            tally.sums[some] += sums.reshape(count, BINS)
