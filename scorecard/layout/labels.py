"""Where words about a link are written: on its own line, off everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from scorecard.geometry import Box, Geometry, Route
from scorecard.layout.path import sampled

_STEP = 4.0
_STEP_OF_LANES = 12.0
"""Among straight lines a label is never so small that a line could pass it between two such points."""
_CLEAR = 2.5
_SQUARE = 48.0
_TRIES = 3000
_FEWEST, _MOST = 12, 60
_Square: TypeAlias = tuple[int, int]


def labelled(geometry: Geometry, sizes: Mapping[tuple[str, str, bool], tuple[float, float]]) -> Geometry:
    """The geometry with a place for a label of the given width and height on each of the links.

    Keys are cause, effect and whether it hinders. A place is a box around a point of the line; of all such places the
    one is taken that covers the least of other lines, cards and labels, near to the cause where several are free.
    """
    if not sizes:
        return geometry
    crowd = _Crowd(geometry, candidates=min(max(_TRIES // len(sizes), _FEWEST), _MOST))
    routes: list[Route] = []
    for route in geometry.routes:
        size = sizes.get((route.arrow.cause, route.arrow.effect, route.arrow.hinders))
        routes.append(route if size is None else replace(route, label=crowd.place(route, *size)))
    return replace(geometry, routes=tuple(routes))


class _Crowd:
    """Everything that a label could cover, by squares of the page."""

    def __init__(self, geometry: Geometry, candidates: int) -> None:
        self.candidates = candidates
        self.step = _STEP_OF_LANES if geometry.bundled else _STEP
        self.lines: dict[_Square, dict[tuple[float, float, tuple[str, str]], None]] = {}
        for route in geometry.routes:
            for x, y in sampled(route, self.step):
                self.lines.setdefault((int(x // _SQUARE), int(y // _SQUARE)), {})[x, y, route.bundle] = None
        self.boxes: dict[_Square, list[Box]] = {}
        for card in geometry.cards.values():
            self._take(card)
        self.right = geometry.right

    def _take(self, box: Box) -> None:
        for square in _squares(box):
            self.boxes.setdefault(square, []).append(box)

    def place(self, route: Route, width: float, height: float) -> Box:
        """The best place for a label of this size on a route; it is taken from then on."""
        points = sampled(route, _STEP)
        best, least = None, float("inf")
        # From a little after the beginning on: near the cause the line is still alone.
        for number in range(2, len(points), max(len(points) // self.candidates, 1)):
            x, y = points[number]
            for aside, extra in ((-width / 2, 0.0), (4.0, 0.8), (-width - 4, 0.8)):
                box = Box(x + aside, y - height / 2, width, height)
                cost = self._cost(box, route) + extra + 0.05 * number / len(points)
                if cost < least:
                    best, least = box, cost
            if least < 0.1:
                break
        assert best is not None  # a route has more points than two
        self._take(best)
        return best

    def _cost(self, box: Box, route: Route) -> float:
        wide = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
        squares = _squares(wide)
        cost = 100.0 if box.right > self.right else 0.0
        cost += 100.0 * sum(_overlap(wide, other) for square in squares for other in self.boxes.get(square, ()))
        # The end of the line must stay seen, and a bend under a label hides which way it goes.
        cost += 10.0 * _overlap(wide, Box(route.points[-1].x - 8, route.points[-1].y, 16, 14))
        if route.shape == "corner":
            cost += 0.3 * sum(_overlap(wide, Box(bend.x - 2, bend.y - 2, 4, 4)) for bend in route.points[1:-1])
        left, top, right, bottom, own = wide.x, wide.y, wide.right, wide.bottom, route.bundle
        others = {
            other
            for square in squares
            for x, y, other in self.lines.get(square, ())
            if left <= x <= right and top <= y <= bottom and other != own
        }
        return cost + len(others)


def _squares(box: Box) -> list[_Square]:
    return [
        (column, row)
        for column in range(int(box.x // _SQUARE), int(box.right // _SQUARE) + 1)
        for row in range(int(box.y // _SQUARE), int(box.bottom // _SQUARE) + 1)
    ]


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
