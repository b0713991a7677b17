"""A sheet of character cells on which texts stand and lines run."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from scorecard.geometry import Point
from scorecard.rendering.columns import line_width
from scorecard.rendering.draw.strokes import EAST, NORTH, SOUTH, WEST, Strokes
from scorecard.rendering.spans import Line, Span

_UPRIGHT, _FLAT = NORTH + SOUTH, EAST + WEST


class Canvas:
    """Cells that are being filled; x counts them from the left, y from the top.

    Lines remember whose they are: those of one owner join where they meet, those of two may only cross, and then the
    upright one is drawn through, as over a bridge. ``tangled`` says that something stands on something else.
    """

    def __init__(self, width: int, height: int, strokes: Strokes) -> None:
        self.strokes = strokes
        self.tangled = False
        self._texts: list[list[tuple[int, Line]]] = [[] for _ in range(height)]
        self._taken = [bytearray(width) for _ in range(height)]
        self._sides: list[dict[int, dict[Hashable, int]]] = [{} for _ in range(height)]
        self._ends: dict[tuple[int, int], str] = {}

    def write(self, x: int, y: int, line: Line) -> None:
        """Put a text on a row."""
        end = x + line_width(line)
        if not self._holds(x, y, end) or any(self._taken[y][x:end]):
            self.tangled = True
        if 0 <= y < len(self._texts):
            self._texts[y].append((x, line))
            self._taken[y][x:end] = b"\1" * len(self._taken[y][x:end])

    def _holds(self, x: int, y: int, end: int) -> bool:
        return 0 <= y < len(self._taken) and x >= 0 and end <= len(self._taken[y])

    def is_free(self, x: int, y: int, width: int) -> bool:
        """Whether there is neither text nor line on so many cells."""
        if not self._holds(x, y, x + width):
            return False
        return not any(self._taken[y][x : x + width]) and not any(x <= at < x + width for at in self._sides[y])

    def run(self, owner: Hashable, points: Sequence[Point]) -> None:
        """Draw a line from point to point; the first is entered from below, the last left upwards."""
        (x, y), (last_x, last_y) = points[0], points[-1]
        self._go(owner, int(x), int(y), SOUTH)
        for start, end in pairwise(points):
            self._straight(owner, (int(start.x), int(start.y)), (int(end.x), int(end.y)))
        self._go(owner, int(last_x), int(last_y), NORTH)

    def end(self, x: int, y: int, mark: str) -> None:
        """Put the mark in which a line ends upon its last cell."""
        if self._ends.setdefault((x, y), mark) != mark:
            self.tangled = True

    def is_upright(self, owner: Hashable, x: int, y: int) -> bool:
        """Whether a line neither turns nor is joined in a cell."""
        return self._sides[y].get(x, {}).get(owner) == _UPRIGHT

    def _straight(self, owner: Hashable, start: tuple[int, int], end: tuple[int, int]) -> None:
        (x, y), (to_x, to_y) = start, end
        step_x, step_y = (to_x > x) - (to_x < x), (to_y > y) - (to_y < y)
        ahead = (EAST if step_x > 0 else WEST) if step_x else (SOUTH if step_y > 0 else NORTH)
        behind = {EAST: WEST, WEST: EAST, NORTH: SOUTH, SOUTH: NORTH}[ahead]
        while (x, y) != (to_x, to_y):
            self._go(owner, x, y, ahead)
            x, y = x + step_x, y + step_y
            self._go(owner, x, y, behind)

    def _go(self, owner: Hashable, x: int, y: int, side: int) -> None:
        if not self._holds(x, y, x + 1):
            self.tangled = True
            return
        sides = self._sides[y].setdefault(x, {})
        sides[owner] = sides.get(owner, 0) | side

    def lines(self) -> tuple[Line, ...]:
        """Everything, row by row."""
        return tuple(tuple(self._row(y)) for y in range(len(self._texts)))

    def check(self) -> bool:
        """Whether every line can be followed and nothing stands on anything else."""
        return not self.tangled and not any(
            self._taken[y][x] or not self._is_clear(x, y, sides)
            for y, row in enumerate(self._sides)
            for x, sides in row.items()
        )

    def _is_clear(self, x: int, y: int, sides: dict[Hashable, int]) -> bool:
        """Whether the lines in a cell can be told apart: there is one, or two that cross."""
        if (x, y) in self._ends:
            return list(sides.values()) == [_UPRIGHT]
        return len(sides) == 1 or sorted(sides.values()) == [_UPRIGHT, _FLAT]

    def _row(self, y: int) -> Iterator[Span]:
        joints = [
            (x, (Span(self._ends.get((x, y)) or self._joint(sides)),))
            for x, sides in self._sides[y].items()
            if not self._taken[y][x]
        ]
        at = 0
        for x, line in sorted([*self._texts[y], *joints], key=lambda item: item[0]):
            if x > at:
                yield Span(" " * (x - at))
            yield from line
            at = max(at, x + line_width(line))

    def _joint(self, sides: dict[Hashable, int]) -> str:
        if len(sides) > 1:
            return self.strokes.joints[_UPRIGHT]
        return self.strokes.joints[next(iter(sides.values()))]
