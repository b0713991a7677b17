"""Where words about a link are written: on its own line, off everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scorecard.geometry import Box, Geometry, Point, Route
from scorecard.layout.path import sampled

_STEP = 4.0
_CLEAR = 2.5
_CELL = 48.0


def labelled(geometry: Geometry, sizes: Mapping[tuple[str, str, bool], tuple[float, float]]) -> Geometry:
    """The geometry with a place for a label of the given width and height on each of the links.

    Keys are cause, effect and whether it hinders. A place is a box around a point of the line; of all such places the
    one is taken that covers the least of other lines, cards and labels, near to the cause where several are free.
    """
    if not sizes:
        return geometry
    crowd = _Crowd(geometry)
    routes: list[Route] = []
    for route in geometry.routes:
        size = sizes.get((route.arrow.cause, route.arrow.effect, route.arrow.hinders))
        routes.append(route if size is None else replace(route, label=crowd.place(route, *size)))
    return replace(geometry, routes=tuple(routes))


class _Crowd:
    """Everything that a label could cover, by squares of the page."""

    def __init__(self, geometry: Geometry) -> None:
        self.samples = {id(route): sampled(route, _STEP) for route in geometry.routes}
        self.lines: dict[tuple[int, int], list[tuple[Point, Route]]] = {}
        for route in geometry.routes:
            for point in self.samples[id(route)]:
                self.lines.setdefault((int(point.x // _CELL), int(point.y // _CELL)), []).append((point, route))
        self.cards = list(geometry.cards.values())
        self.labels: list[Box] = []
        self.right = geometry.right

    def place(self, route: Route, width: float, height: float) -> Box:
        """The best place for a label of this size on a route; it is taken from then on."""
        points = self.samples[id(route)]
        best, least = None, float("inf")
        for number, point in enumerate(points):
            for x in (point.x - width / 2, point.x + 4, point.x - width - 4):
                box = Box(x, point.y - height / 2, width, height)
                cost = self._cost(box, route) + 0.02 * abs(number / len(points) - 0.4)
                if x != point.x - width / 2:
                    cost += 0.4
                # A bend under a label hides which way the line goes.
                cost += 0.3 * sum(_holds(box, bend) for bend in route.points[1:-1] if route.shape == "corner")
                if cost < least:
                    best, least = box, cost
        assert best is not None  # a route has points
        self.labels.append(best)
        return best

    def _cost(self, box: Box, route: Route) -> float:
        wide = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
        cost = 100.0 * sum(_overlap(wide, card) for card in self.cards)
        cost += 50.0 * sum(_overlap(wide, label) for label in self.labels)
        if box.right > self.right:
            cost += 100.0
        head = route.points[-1]
        # The arrowhead must stay seen.
        cost += 10.0 * _overlap(wide, Box(head.x - 8, head.y, 16, 14))
        near = {
            (column, row)
            for column in range(int(wide.x // _CELL), int(wide.right // _CELL) + 1)
            for row in range(int(wide.y // _CELL), int(wide.bottom // _CELL) + 1)
        }
        others = {
            id(other)
            for cell in near
            for point, other in self.lines.get(cell, ())
            if other is not route and wide.x <= point.x <= wide.right and wide.y <= point.y <= wide.bottom
        }
        return cost + len(others)


def _holds(box: Box, point: Point) -> bool:
    return box.x - 4 <= point.x <= box.right + 4 and box.y - 4 <= point.y <= box.bottom + 4


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
