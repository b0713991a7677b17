"""The path of a route as pieces: straight lines, quarter turns and curves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from scorecard.geometry import Point, Route

_RADIUS = 9.0
_REACH = 0.58
"""How far the handles of a curve reach, as a share of its height."""


class Piece(NamedTuple):
    """A piece of a path from the end of the one before: ``L`` a line, ``Q`` a turn with one handle, ``C`` a curve with
    two; the last point is its end."""

    kind: Literal["L", "Q", "C"]
    points: tuple[Point, ...]


def pieces(route: Route, short: float = 0.0) -> tuple[Point, tuple[Piece, ...]]:
    """Where the path begins, and its pieces; its last upright piece ends ``short`` of the edge of the card."""
    points = list(route.points)
    points[-1] = Point(points[-1].x, points[-1].y + short)
    made = _curved(points) if route.shape == "curve" else _cornered(points)
    return points[0], tuple(made)


def _curved(points: Sequence[Point]) -> Iterator[Piece]:
    for start, end in pairwise(points):
        if abs(start.x - end.x) < 0.05:
            yield Piece("L", (end,))
        else:
            reach = (start.y - end.y) * _REACH
            yield Piece("C", (Point(start.x, start.y - reach), Point(end.x, end.y + reach), end))


def _cornered(points: Sequence[Point]) -> Iterator[Piece]:
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _length(before, corner) / 2, _length(corner, after) / 2)
        yield Piece("L", (_towards(corner, before, radius),))
        yield Piece("Q", (corner, _towards(corner, after, radius)))
    yield Piece("L", (points[-1],))


def _length(start: Point, end: Point) -> float:
    return abs(start.x - end.x) + abs(start.y - end.y)


def _towards(start: Point, end: Point, way: float) -> Point:
    share = way / (_length(start, end) or 1.0)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def sampled(route: Route, step: float = 4.0, short: float = 0.0) -> list[tuple[float, float]]:
    """Points along the path as (x, y), at most about ``step`` apart; ``short`` as in `pieces`."""
    at, path = pieces(route, short)
    found: list[tuple[float, float]] = [at]
    for piece in path:
        end = piece.points[-1]
        count = int(_length(at, end) / step) + 1
        if piece.kind == "L":
            dx, dy = (end.x - at.x) / count, (end.y - at.y) / count
            found += [(at.x + dx * number, at.y + dy * number) for number in range(1, count + 1)]
        else:
            found += [_on(at, piece, number / count) for number in range(1, count + 1)]
        at = end
    return found


def _on(start: Point, piece: Piece, share: float) -> tuple[float, float]:
    """The point at a share of a turn or curve, by de Casteljau's construction."""
    points = [tuple(point) for point in (start, *piece.points)]
    while len(points) > 1:
        points = [(a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(points)]
    return points[0][0], points[0][1]
