"""Points of a line, and the stretches of it that hang together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Point(NamedTuple):
    """A place in a picture, in its units."""

    x: float
    y: float


def runs(points: Sequence[Point | None], parted: Collection[int]) -> list[list[Point]]:
    """The stretches without a gap; before the places ``parted`` a new one begins, since values stop comparing there."""
    found: list[list[Point]] = [[]]
    for place, point in enumerate(points):
        if point is None or place in parted:
            found.append([])
        if point is not None:
            found[-1].append(point)
    return [run for run in found if run]


def written(run: Sequence[Point]) -> str:
    """The points as SVG has them, rounded to tenths."""
    return " ".join(f"{round(point.x, 1):g},{round(point.y, 1):g}" for point in run)
