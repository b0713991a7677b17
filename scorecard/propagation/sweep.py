"""Every number of every goal for all periods at once, over arrays compiled from a map.

The laws are those of `scorecard.propagation.mean` and `scorecard.propagation.outlook`; a test holds the two engines
equal. While it works, all numbers stand in one block of rows × 3 × periods: the value (0 where there is none), 1 where
there is one and 0 where not, and the coverage. All three are summed with the same shares, and the sum of values
divided by the sum of what is known is re-normalised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import NamedTuple, TypeAlias, TypeVar

import numpy
import numpy.typing

from scorecard.propagation.status import TOLERANCE
from scorecard.propagation.sweep_loops import Plan, solved
from scorecard.propagation.sweep_sums import Floats, Integers, Sums, products

Codes: TypeAlias = numpy.typing.NDArray[numpy.int8]

STATUSES = ("no-data", "off-track", "at-risk", "on-track")
"""The status of a code, by its place."""

_VALUE, _KNOWN, _COVERAGE = 0, 1, 2
_LEAST = 1e-300
"""Added to what is known, so that nothing ÷ nothing known is 0; it is too small to change any other sum."""


class Delayed(NamedTuple):
    """Rows that some sum takes ``delay`` periods ago, and the rows ``behind`` in which they stand so delayed."""

    delay: int
    rows: Integers
    behind: slice


class Loop(NamedTuple):
    """Goals that drive each other, by the rows of their outlooks: ``entering`` sums (row: the place in ``rows``) all
    other parts of them, and ``leaks`` (goals × 1) is the declared share of these parts."""

    rows: Integers
    entering: Sums
    leaks: Floats
    plan: Plan


class Level(NamedTuple):
    """Outlooks whose causes all stand in earlier levels, but for those of one loop."""

    driven: Sums
    loops: tuple[Loop, ...]


class Band(NamedTuple):
    """A perspective: its goals and their ``shares`` in it, and the same by the number that is their performance."""

    goals: slice | Integers
    shares: Floats
    by_lagging: Floats
    by_leading: Floats


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Compiled:
    """A strategy map as arrays.

    KPIs, goals and perspectives are numbered in the order of their ids. The rows of the block are the KPIs, then the
    KPIs as they are taken later, the lagging numbers of goals, these as they are taken later, the leading numbers and
    the outlooks. The shares of the parts of each sum add up to 1.
    """

    kpis: tuple[str, ...]
    goals: tuple[str, ...]
    perspectives: tuple[str, ...]
    rows: int
    lagging_rows: slice
    leading_rows: slice
    outlook_rows: slice
    delayed_kpis: tuple[Delayed, ...]
    delayed_goals: tuple[Delayed, ...]
    lagging: Sums
    leading: Sums
    levels: tuple[Level, ...]
    by_leading: Integers
    """The goals whose performance is their leading number."""
    bands: tuple[Band, ...]
    perspective_shares: Floats
    at_risk: Floats
    """Goals × 1."""
    on_track: Floats
    map_at_risk: float
    map_on_track: float
    min_coverage: float


class Number(NamedTuple):
    """One number of all items (items × periods): its value, NaN for no data, and its coverage.

    A coverage is 0 exactly where there is no data, and else up to 1, the whole, which rounding may miss by a hair.
    """

    value: Floats
    coverage: Floats


class Numbers(NamedTuple):
    """The four numbers of goals, perspectives or the index (one row)."""

    performance: Number
    lagging: Number
    leading: Number
    outlook: Number


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Swept:
    """All numbers of a map in all periods; a status (items × periods) is a place in `STATUSES`."""

    goals: Numbers
    perspectives: Numbers
    index: Numbers
    status: Codes
    lagging_status: Codes
    leading_status: Codes
    perspective_status: Codes
    index_status: Codes


def sweep(compiled: Compiled, performances: Floats) -> Swept:
    """All numbers in all periods from the performances (KPIs × periods, oldest first; NaN is no data, else >= 0).

    What a delay reaches before the first period is no data.
    """
    block = _filled(compiled, performances)
    lagging, leading = block[compiled.lagging_rows], block[compiled.leading_rows]
    outlook = block[compiled.outlook_rows]
    bands = _rolled_up(compiled, lagging, leading, outlook)
    shares = compiled.perspective_shares
    whole = _numbers([_normalised(_weighted(shares, band)[None]) for band in bands])
    perspectives = _numbers(bands)
    results, pulls = _number(lagging), _number(leading)
    performance = Number(*(_either(compiled, *pair) for pair in zip(results, pulls, strict=True)))
    goal_limits = compiled.at_risk, compiled.on_track, compiled.min_coverage
    map_limits = compiled.map_at_risk, compiled.map_on_track, compiled.min_coverage
    lagging_status, leading_status = statuses(results, *goal_limits), statuses(pulls, *goal_limits)
    return Swept(
        goals=Numbers(performance, results, pulls, _number(outlook)),
        perspectives=perspectives,
        index=whole,
        status=_either(compiled, lagging_status, leading_status),
        lagging_status=lagging_status,
        leading_status=leading_status,
        perspective_status=statuses(perspectives.performance, *map_limits),
        index_status=statuses(whole.performance, *map_limits),
    )


def statuses(number: Number, at_risk: Floats | float, on_track: Floats | float, min_coverage: float) -> Codes:
    """The law of `scorecard.propagation.status.covered_status` on arrays, as places in `STATUSES`."""
    value, coverage = number
    found = (value >= at_risk - TOLERANCE).view(numpy.int8)
    found += (value >= on_track - TOLERANCE).view(numpy.int8)
    found += 1
    enough = coverage >= max(min_coverage - TOLERANCE, _LEAST)  # the coverage is 0 exactly where there is no data
    found *= enough.view(numpy.int8)
    return _frozen(found)


_Rows = TypeVar("_Rows", Floats, Codes)


def _either(compiled: Compiled, results: _Rows, pulls: _Rows) -> _Rows:
    """What belongs to the performance of each goal: that of its results, or of its drivers."""
    if not len(compiled.by_leading):
        return results
    chosen = results.copy()
    chosen[compiled.by_leading] = pulls[compiled.by_leading]
    return _frozen(chosen)


def _frozen(rows: _Rows) -> _Rows:
    rows.flags.writeable = False
    return rows


def _filled(compiled: Compiled, performances: Floats) -> Floats:
    """The block of all rows."""
    kpis, periods = performances.shape
    block = numpy.empty((compiled.rows, 3, periods))
    numpy.fmax(performances, 0.0, out=block[:kpis, _VALUE])  # the larger one that is a number
    numpy.equal(performances, performances, out=block[:kpis, _KNOWN])  # NaN is not equal to itself
    block[:kpis, _COVERAGE] = block[:kpis, _KNOWN]
    _delay(block, compiled.delayed_kpis)
    _sum(block, compiled.lagging)
    _delay(block, compiled.delayed_goals)
    _sum(block, compiled.leading)
    for level in compiled.levels:
        _sum(block, level.driven)
        for loop in level.loops:
            block[loop.rows] = _solved(loop, block)
    return block


def _sum(block: Floats, sums: Sums) -> None:
    """``Σ s·x / Σ s`` over the parts with data, and the coverage, ``Σ s·coverage(x)``."""
    for rows, found in products(sums, block):
        block[rows] = _normalised(found)


def _delay(block: Floats, delayed: Sequence[Delayed]) -> None:
    periods = block.shape[2]
    for delay, rows, behind in delayed:
        shift = min(delay, periods)
        block[behind, :, :shift] = 0.0
        block[behind, :, shift:] = block[rows, :, : periods - shift]


def _solved(loop: Loop, block: Floats) -> Floats:
    """The outlooks of a loop; it has none in a period in which no figure enters it anywhere."""
    entering = numpy.empty((len(loop.rows), *block.shape[1:]))
    for rows, sums in products(loop.entering, block):
        entering[rows] = sums
    alive = entering[:, _KNOWN].any(axis=0)
    found = numpy.zeros_like(entering)
    entering = entering[:, :, alive]
    found[:, _VALUE, alive] = solved(loop.plan, entering[:, _KNOWN], entering[:, _VALUE])
    found[:, _KNOWN, alive] = 1.0
    found[:, _COVERAGE, alive] = solved(loop.plan, loop.leaks, entering[:, _COVERAGE])
    return found


def _normalised(sums: Floats) -> Floats:
    """Sums over parts as numbers, in place: divided by the share that is known."""
    value, known = sums[:, _VALUE], sums[:, _KNOWN]
    value /= known + _LEAST
    numpy.greater(known, 0.0, out=known)
    return sums


def _rolled_up(compiled: Compiled, lagging: Floats, leading: Floats, outlook: Floats) -> list[Floats]:
    """The blocks of perspectives: performance, lagging, leading, outlook; each number rolls up by itself."""
    sums = numpy.empty((4, len(compiled.bands), *lagging.shape[1:]))
    for place, (goals, shares, by_lagging, by_leading) in enumerate(compiled.bands):
        results, pulls = lagging[goals], leading[goals]
        sums[0, place] = _weighted(by_lagging, results) + _weighted(by_leading, pulls)
        sums[1, place] = _weighted(shares, results)
        sums[2, place] = _weighted(shares, pulls)
        sums[3, place] = _weighted(shares, outlook[goals])
    return [_normalised(of_number) for of_number in sums]


def _weighted(shares: Floats, block: Floats) -> Floats:
    return (shares @ block.reshape(len(block), prod(block.shape[1:]))).reshape(block.shape[1:])


def _numbers(blocks: Sequence[Floats]) -> Numbers:
    return Numbers(*map(_number, blocks))


def _number(block: Floats) -> Number:
    """A block as values and coverages, in place."""
    value = block[:, _VALUE]
    with numpy.errstate(invalid="ignore"):  # 0 ÷ 0 is NaN, no data
        value /= block[:, _KNOWN]
    return Number(_frozen(value), _frozen(block[:, _COVERAGE]))
