"""Where words about a link are written: on its own line, off everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import TypeAlias

from scorecard.geometry import Box, Geometry, Route
from scorecard.layout.path import sampled

# Lengths are in px: only pictures write on lines in this way, a terminal looks for free cells.
_STEP = 4.0
"""The distance of two places that are tried on a line: half a letter, which no eye would place better."""
_CLEAR = 1.5
"""What must be free around a label, so that its outline touches nothing."""
_SQUARE = 48.0
"""The side of the squares in which things are looked up: about the width of a label, so that it touches few."""
_TRIES = 12_000
"""How many places are tried in a round for all labels together, however many they are."""
_FEWEST, _MOST = 40, 400
"""How many of these a single label gets at least and at most; 400 steps are longer than any line that is seen whole."""
_ROUNDS = 3
"""How many rounds there are, those without a place choosing first in the next; nearly every map needs one only."""
_LEFT_OF_CARDS = 24.0
"""How far labels may reach to the left of the cards: farther left stand the names of the perspectives."""
_ASIDE = ((0, 0, 0.0), (1, 0, 0.8), (-1, 0, 0.8), (0, -1, 0.9), (0, 1, 0.9))
"""Where a label may stand beside its line, in halves of its size, and what speaks against it: on the line is best. All
of it is below 1, what covering another line costs."""
_Square: TypeAlias = tuple[int, int]


Sizes: TypeAlias = Sequence[tuple[float, float]]
"""Widths and heights that the words of a label may take, the best first."""


def labelled(geometry: Geometry, sizes: Mapping[tuple[str, str, bool], Sizes], short: float = 0.0) -> Geometry:
    """The geometry with a place for a label on each of the links that have ``sizes`` for one.

    Keys are cause, effect and whether it hinders. A place is a box on a line or close to it. The first size is taken
    for which there is a place that covers no other line, no card and no label, near to the cause where several are
    free; where there is none for any size, the place that covers the least. ``short`` is how far before its
    effect a line ends when it is drawn: a curve that ends elsewhere runs elsewhere all the way.
    """
    if not sizes:
        return geometry
    wanted = {
        number: size
        for number, route in enumerate(geometry.routes)
        if (size := sizes.get((route.arrow.cause, route.arrow.effect, route.arrow.hinders))) is not None
    }
    lines = _Lines(geometry, short)
    best: dict[int, Box] = {}
    least = len(wanted) + 1
    for _ in range(_ROUNDS):
        found, crowded = _round(geometry, lines, wanted)
        if len(crowded) < least:
            best, least = found, len(crowded)
        if not crowded:
            break
        wanted = _with_more_room(wanted, crowded, geometry.routes)
    return replace(
        geometry,
        routes=tuple(
            replace(route, label=best[number]) if number in best else route
            for number, route in enumerate(geometry.routes)
        ),
    )


def _with_more_room(wanted: Mapping[int, Sizes], crowded: Sequence[int], routes: Sequence[Route]) -> dict[int, Sizes]:
    """The same labels, but those that found no place choose first, and around their causes all are small."""
    tight = {routes[number].arrow.cause for number in crowded}
    order = [*crowded, *(number for number in wanted if number not in crowded)]
    return {number: wanted[number][-1:] if routes[number].arrow.cause in tight else wanted[number] for number in order}


def _round(geometry: Geometry, lines: _Lines, wanted: Mapping[int, Sizes]) -> tuple[dict[int, Box], list[int]]:
    """A place for each label in turn, and those that cover something."""
    most = min(max(_TRIES // len(wanted), _FEWEST), _MOST)
    crowd = _Crowd(geometry, lines)
    found: dict[int, Box] = {}
    crowded: list[int] = []
    for number, sizes in wanted.items():
        found[number], cost = crowd.place(number, sizes, most)
        if cost >= 1:
            crowded.append(number)
    return found, crowded


class _Lines:
    """Pieces of lines as boxes, by squares of the page, each with the routes that have it: bundles share many."""

    def __init__(self, geometry: Geometry, short: float) -> None:
        self.routes = geometry.routes
        owners: dict[Box, set[int]] = {}
        for number, route in enumerate(geometry.routes):
            for piece in _covered(route, short):
                owners.setdefault(piece, set()).add(number)
        self.pieces: dict[_Square, list[tuple[Box, set[int]]]] = {}
        for piece, routes in owners.items():
            for square in _squares(piece):
                self.pieces.setdefault(square, []).append((piece, routes))

    def under(self, box: Box, squares: Sequence[_Square]) -> set[int]:
        """The routes that run through a box."""
        found: set[int] = set()
        for square in squares:
            for piece, routes in self.pieces.get(square, ()):
                if _overlap(box, piece):
                    found |= routes
        return found


class _Crowd:
    """Everything that a label could cover: lines, cards, and the labels that have a place."""

    def __init__(self, geometry: Geometry, lines: _Lines) -> None:
        self.lines, self.right = lines, geometry.right
        # Left of the cards stand the names of the bands.
        self.left = min(card.x for card in geometry.cards.values()) - _LEFT_OF_CARDS
        self.boxes: dict[_Square, list[Box]] = {}
        for card in geometry.cards.values():
            self._take(card)

    def _take(self, box: Box) -> None:
        for square in _squares(box):
            self.boxes.setdefault(square, []).append(box)

    def place(self, number: int, sizes: Sizes, most: int) -> tuple[Box, float]:
        """The best place for a label on a route, which is taken from then on, and what it covers: below 1 nothing."""
        best, least = None, float("inf")
        route = self.lines.routes[number]
        for extra, box in chain.from_iterable(_places(route, *size, most) for size in sizes):
            cost = self._cost(box, number) + extra
            if cost < least:
                best, least = box, cost
            if least < 1:
                break
        assert best is not None  # a route has more points than two
        self._take(best)
        return best, least

    def _cost(self, box: Box, number: int) -> float:
        wide = Box(box.x - _CLEAR, box.y - _CLEAR, box.width + 2 * _CLEAR, box.height + 2 * _CLEAR)
        squares = _squares(wide)
        if any(_overlap(wide, other) for square in squares for other in self.boxes.get(square, ())):
            return 100.0
        outside = box.x < self.left or box.right > self.right
        hidden = _overlap(wide, _head(self.lines.routes[number]))
        return 100.0 * outside + 10.0 * hidden + len(self.lines.under(wide, squares) - {number})


def _covered(route: Route, short: float) -> Iterator[Box]:
    """Boxes that a line lies in: one for each straight piece, many small ones for a curve, and that of its head."""
    yield _head(route)
    points = sampled(route, short=short) if route.shape == "curve" else route.points
    for start, end in pairwise(points):
        left, top = min(start[0], end[0]), min(start[1], end[1])
        yield Box(left - 0.1, top - 0.1, abs(start[0] - end[0]) + 0.2, abs(start[1] - end[1]) + 0.2)


def _head(route: Route) -> Box:
    """What the end of a line takes, which must stay seen."""
    end = route.points[-1]
    return Box(end.x - 8, end.y, 16, 14)


def _places(route: Route, width: float, height: float, most: int) -> Iterator[tuple[float, Box]]:
    """Places for a label with what speaks against each, from a little after the beginning on: near the cause a line is
    still alone."""
    points = sampled(route, _STEP)
    for number in range(2, len(points), max(len(points) // most, 1)):
        x, y = points[number]
        share = 0.05 * number / len(points)
        for aside, up, extra in _ASIDE:
            yield (
                extra + share,
                Box(x - width / 2 + aside * (width / 2 + 4), y - height / 2 + up * (height / 2 + 4), width, height),
            )


def _squares(box: Box) -> list[_Square]:
    return [
        (column, row)
        for column in range(int(box.x // _SQUARE), int(box.right // _SQUARE) + 1)
        for row in range(int(box.y // _SQUARE), int(box.bottom // _SQUARE) + 1)
    ]


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom
