"""Very many small weighted sums at once, each over all periods: rows of a block are gathered and multiplied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple, TypeAlias

import numpy
import numpy.typing

Floats: TypeAlias = numpy.typing.NDArray[numpy.float64]
Integers: TypeAlias = numpy.typing.NDArray[numpy.intp]

_AT_ONCE = 2**16
"""So many numbers (0.5 MB) are gathered at once, few enough to stay close to the processor."""


class Group(NamedTuple):
    """Sums of equally many parts: ``rows`` (n) says whose they are, ``parts`` (n × m) which rows of a block they sum
    and ``shares`` (n × 1 × m) with which share."""

    rows: Integers
    parts: Integers
    shares: Floats


Sums: TypeAlias = tuple[Group, ...]
"""Sums grouped by their number of parts, of which there may be none."""


def grouped(sums: Mapping[int, Sequence[tuple[int, float]]]) -> Sums:
    """Group sums that are given as row -> pairs of part and share."""
    by_length: dict[int, list[int]] = {}
    for row, parts in sums.items():
        by_length.setdefault(len(parts), []).append(row)
    return tuple(
        Group(
            rows=indices(rows),
            parts=indices([[part for part, _ in sums[row]] for row in rows]),
            shares=numpy.array([[[share for _, share in sums[row]]] for row in rows], dtype=float),
        )
        for _, rows in sorted(by_length.items())
    )


def indices(numbers: Sequence[int] | Sequence[Sequence[int]]) -> Integers:
    """Row numbers as an array."""
    return numpy.array(numbers, dtype=numpy.intp)


def products(sums: Sums, block: Floats) -> Iterator[tuple[Integers, Floats]]:
    """``Σ share · block[part]`` of every sum: the rows of some of them and their sums, until all are done.

    ``block`` is rows × … (contiguous); a sum has the shape of a row. What is yielded is overwritten by the next.
    """
    shape = block.shape[1:]
    width = prod(shape)
    flat = block.reshape(len(block), width)
    steps = [max(1, _AT_ONCE // max(1, group.parts.shape[1] * width)) for group in sums]
    most = [min(step, len(group.rows)) for step, group in zip(steps, sums, strict=True)]
    parts_of_some = numpy.empty(
        max((count * group.parts.shape[1] * width for count, group in zip(most, sums, strict=True)), default=0)
    )
    sums_of_some = numpy.empty(max(most, default=0) * width)
    for step, (rows, parts, shares) in zip(steps, sums, strict=True):
        for first in range(0, len(rows), step):
            some = slice(first, first + step)
            count, length = parts[some].shape
            taken = parts_of_some[: count * length * width].reshape(count * length, width)
            flat.take(parts[some].ravel(), axis=0, out=taken, mode="clip")
            found = sums_of_some[: count * width].reshape(count, 1, width)
            numpy.matmul(shares[some], taken.reshape(count, length, width), out=found)
            yield rows[some], found.reshape(count, *shape)
