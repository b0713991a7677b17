"""The ways of an SVG path: its pieces, points along them, and the straight stretches in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, dist
from typing import NamedTuple, TypeAlias

import numpy
import numpy.typing

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = numpy.typing.NDArray[numpy.float64]
"""One point in each row, x and y."""

_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)|(.)")
_PAIRS = {"M": 1, "L": 1, "C": 3, "Q": 2}
_STRAIGHT = 0.05


class Stretch(NamedTuple):
    """An upright or level piece: at ``at`` on the one axis, from ``start`` to ``end`` on the other."""

    at: float
    start: float
    end: float


class PathError(ValueError):
    """A path with something else in it than absolute M, L, H, V, C, Q and Z."""


Piece: TypeAlias = tuple[Point, ...]
"""Start, control points if it is a curve, and end."""


def pieces(way: str) -> list[Piece]:
    """The pieces of a path one after the other; moves between parts of it are not pieces.

    Raises:
        PathError: for relative commands, arcs, and what cannot be read.
    """
    found: list[Piece] = []
    here, first = (0.0, 0.0), (0.0, 0.0)
    for command, numbers in _commands(way):
        for points in _steps(command, numbers, here, first):
            if command == "M":
                first = points[-1]
            else:
                found.append((here, *points))
            here, command = points[-1], "L" if command == "M" else command
    return found


def _commands(way: str) -> Iterator[tuple[str, list[float]]]:
    command = ""
    numbers: list[float] = []
    for letter, number, _, other in _TOKEN.findall(way):
        if other or (number and not command) or (letter and letter not in "MLHVCQZ"):
            raise PathError(f"{letter or number or other!r} in the path {way[:60]!r}")
        if letter:
            if command:
                yield command, numbers
            command, numbers = letter, []
        elif number:
            numbers.append(float(number))
    if command:
        yield command, numbers


def _steps(command: str, numbers: Sequence[float], here: Point, first: Point) -> Iterator[Piece]:
    if command == "Z":
        yield (first,)
    elif command in "HV":
        for number in numbers:
            here = (number, here[1]) if command == "H" else (here[0], number)
            yield (here,)
    else:
        size = 2 * _PAIRS[command]
        if not numbers or len(numbers) % size:
            raise PathError(f"{len(numbers)} numbers after {command}")
        for at in range(0, len(numbers), size):
            group = numbers[at : at + size]
            yield tuple(zip(group[::2], group[1::2], strict=True))


def sampled(found: Sequence[Piece], step: float) -> Points:
    """Points along the pieces, no two neighbours further apart than ``step``; the corners are among them."""
    if not found:
        return numpy.empty((0, 2))
    return numpy.concatenate([[found[0][0]], *[_along(piece, step) for piece in found]])


def _along(piece: Piece, step: float) -> Points:
    """Points of a Bézier curve of any degree, by de Casteljau, without its start."""
    # No curve is longer than the way over its control points, and none leaves faster than its first leg says.
    legs = [dist(*pair) for pair in pairwise(piece)]
    count = max(ceil(max(sum(legs), len(legs) * max(legs)) / step), 1)
    shares = numpy.linspace(0, 1, count + 1)[1:, None]
    points = [numpy.array(point)[None, :] for point in piece]
    while len(points) > 1:
        points = [one + (other - one) * shares for one, other in pairwise(points)]
    return points[0]


def upright(found: Sequence[Piece]) -> list[Stretch]:
    """The vertical pieces: x, and y from the top."""
    return [
        Stretch(piece[0][0], *sorted((piece[0][1], piece[-1][1])))
        for piece in found
        if max(point[0] for point in piece) - min(point[0] for point in piece) <= _STRAIGHT
        and piece[0][1] != piece[-1][1]
    ]


def level(found: Sequence[Piece]) -> list[Stretch]:
    """The horizontal pieces: y, and x from the left."""
    return upright([tuple((y, x) for x, y in piece) for piece in found])
