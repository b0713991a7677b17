"""Places for everything: the last step of the layout."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from scorecard.geometry import Arrangement, Arrow, Box, Geometry, Point, Room, Route
from scorecard.layout.across import Across
from scorecard.layout.down import down
from scorecard.layout.gutters import Gutter, Lines, gutters, pin, wanted
from scorecard.layout.nudge import nudged
from scorecard.layout.ports import line_of, ports

_TRIES = 3
"""How often ends of lines are moved where two cannot be told apart."""


def place(
    arrangement: Arrangement, placed: Across, heights: Mapping[str, float], labels: Sequence[float], room: Room
) -> Geometry:
    """The geometry of an arrangement whose slots have their x.

    ``heights`` holds that of each goal's card at the width ``placed.card``, ``labels`` the least height of each band.
    No link can touch a card that is not its own: lines turn only in gutters and pass rows only in slots.
    """
    lines, placed = _lines(arrangement, placed, room)
    row_heights = [
        max((heights[goal] for slot in row if (goal := arrangement.slots[slot].goal) is not None), default=0.0)
        for row in arrangement.rows
    ]
    last = len(arrangement.rows)
    wishes = [
        wanted(gutter, room, outermost=number in (0, last), curved=not arrangement.bundled)
        for number, gutter in enumerate(lines.gutters)
    ]
    tops, sides = down(arrangement, row_heights, wishes, labels, room)
    placing = _Placing(arrangement, placed, lines, tops, row_heights, sides, room)
    right = max([placed.right, *lines.margin_of.values()]) + room.edge
    bands = tuple(Box(room.band_left, top, right - room.band_left, bottom - top) for top, bottom in sides)
    return Geometry(
        cards=placing.cards(),
        bands=bands,
        columns=_columns(placed, bands, room),
        routes=placing.routes(),
        right=right,
        bottom=bands[-1].bottom,
        bundled=arrangement.bundled,
    )


def _lines(arrangement: Arrangement, placed: Across, room: Room) -> tuple[Lines, Across]:
    """Ports and lanes; ends of lines are moved a little where two could not be told apart otherwise."""
    # The link that runs the shortest way goes round innermost, so that few cross.
    row_of = {slot.goal: slot.row for slot in arrangement.slots}
    outwards = sorted(arrangement.aside, key=lambda arrow: row_of[arrow.effect] - row_of[arrow.cause])
    margin_of = {
        arrow: placed.right + room.beside + room.apart * number for number, arrow in enumerate(outwards, start=1)
    }
    at = ports(arrangement, placed, room)
    found, clashes = gutters(arrangement, placed, at, margin_of, room)
    best = (len(clashes), Lines(ports=at, gutters=found, margin_of=margin_of), placed)
    for _ in range(_TRIES):
        if not clashes:
            break
        placed, at = nudged(arrangement, placed, at, clashes, room)
        found, clashes = gutters(arrangement, placed, at, margin_of, room)
        if len(clashes) >= best[0]:
            break
        best = (len(clashes), Lines(ports=at, gutters=found, margin_of=margin_of), placed)
    return best[1], best[2]


def _columns(placed: Across, bands: Sequence[Box], room: Room) -> tuple[Box, ...]:
    if room.columns == 1:
        return ()
    around = room.column_gap / 2 - 2
    top, bottom = bands[0].y, bands[-1].bottom
    return tuple(Box(left - around, top, right - left + 2 * around, bottom - top) for left, right in placed.columns)


class _Placing:
    """Cards and routes, from everything that is known of rows, gutters and slots."""

    def __init__(
        self,
        arrangement: Arrangement,
        placed: Across,
        lines: Lines,
        tops: Sequence[float],
        heights: Sequence[float],
        sides: Sequence[tuple[float, float]],
        room: Room,
    ) -> None:
        self.arrangement, self.placed, self.lines, self.room = arrangement, placed, lines, room
        self.tops, self.heights = tops, heights
        self.first, self.last = sides[0][0], sides[-1][1]

    def cards(self) -> dict[str, Box]:
        """The box of each goal; all cards of a row are as high as the highest."""
        width = self.placed.card
        return {
            slot.goal: Box(self.placed.x[number] - width / 2, self.tops[slot.row], width, self.heights[slot.row])
            for number, slot in enumerate(self.arrangement.slots)
            if slot.goal is not None
        }

    def routes(self) -> tuple[Route, ...]:
        """The way of every link: those that climb, then those that go round."""
        climbing = [self._climb(arrow, chain) for arrow, chain in self.arrangement.chains.items()]
        return (*climbing, *map(self._go_round, self.arrangement.aside))

    def _climb(self, arrow: Arrow, chain: Sequence[int]) -> Route:
        line = line_of(arrow, self.arrangement.bundled)
        points: list[Point] = []
        for low, up in pairwise(chain):
            start = pin(self.arrangement, self.placed, self.lines.ports, low, "top", line)
            end = pin(self.arrangement, self.placed, self.lines.ports, up, "bottom", line)
            row = self.arrangement.slots[low].row
            above, below = self._gutter(row)
            if not self.arrangement.bundled:
                points += [Point(start, below), Point(end, above)]
                continue
            if not points:
                points.append(Point(start, below))
            if abs(start - end) > 0.05:
                y = self._lane(row, line)
                points += [Point(start, y), Point(end, y)]
            if up == chain[-1]:
                points.append(Point(end, above))
        shape: Literal["curve", "corner"] = "corner" if self.arrangement.bundled else "curve"
        return Route(arrow=arrow, points=tuple(points), shape=shape, bundle=line)

    def _go_round(self, arrow: Arrow) -> Route:
        """Up out of the cause, round the right end of the rows, and up into the effect."""
        slot_of = {slot.goal: number for number, slot in enumerate(self.arrangement.slots)}
        cause, effect = slot_of[arrow.cause], slot_of[arrow.effect]
        start, end = self.lines.ports[cause, "top", arrow], self.lines.ports[effect, "bottom", arrow]
        row, below = self.arrangement.slots[cause].row, self.arrangement.slots[effect].row + 1
        out, back, margin = (
            self._lane(row, (arrow, "out")),
            self._lane(below, (arrow, "in")),
            self.lines.margin_of[arrow],
        )
        corners = (Point(start, out), Point(margin, out), Point(margin, back), Point(end, back))
        points = (Point(start, self.tops[row]), *corners, Point(end, self._gutter(below)[0]))
        return Route(arrow=arrow, points=points, shape="corner", bundle=line_of(arrow, bundled=False))

    def _gutter(self, row: int) -> tuple[float, float]:
        """Upper and lower side of the gutter above a row."""
        above = self.tops[row - 1] + self.heights[row - 1] if row else self.first
        return above, self.tops[row] if row < len(self.tops) else self.last

    def _lane(self, row: int, line: Hashable) -> float:
        """The height at which a line turns in the gutter above a row."""
        gutter = self.lines.gutters[row]
        above, below = self._gutter(row)
        top = above + (self.room.head if row else 0.0 if self.room.whole else self.room.lane)
        bottom = below - (gutter.foot if row < len(self.tops) else self.room.lane)
        return self._at(gutter, line, top, bottom)

    def _at(self, gutter: Gutter, line: Hashable, top: float, bottom: float) -> float:
        lane = gutter.lane_of[line]
        if self.room.whole:
            return top + lane
        if not self.arrangement.bundled:
            # Curves fill the middle of the gutter; a line that goes round keeps to the cards that it belongs to.
            goes_out = isinstance(line, tuple) and line[1] == "out"
            return bottom - (gutter.lanes - 1 - lane) * self.room.lane if goes_out else top + lane * self.room.lane
        return top + (bottom - top) * (lane + 0.5) / gutter.lanes
