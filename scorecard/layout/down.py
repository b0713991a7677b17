"""y: rows of cards, the gutters between them, and the bands around them."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.geometry import Arrangement, Room


def down(
    arrangement: Arrangement, heights: Sequence[float], gutters: Sequence[float], labels: Sequence[float], room: Room
) -> tuple[list[float], list[tuple[float, float]]]:
    """The upper side of each row, and upper and lower side of each band.

    ``heights`` are those of the rows; ``gutters`` the space wanted above each row and, last, below the lowest;
    ``labels`` the least height of each band. A gutter between two bands is shared out to both sides of the gap.
    """
    tops = [0.0] * len(heights)
    sides: list[tuple[float, float]] = []
    y = room.top
    for number, (rows, least) in enumerate(zip(arrangement.bands, labels, strict=True)):
        if not rows:
            sides.append((y, y + least))
            y += least + room.band_gap
            continue
        above = _above(gutters[rows.start], outermost=number == 0, room=room)
        below = _below(gutters[rows.stop], outermost=rows.stop == len(heights), room=room)
        content = sum(heights[row] for row in rows) + sum(gutters[row] for row in rows[1:])
        height = max(above + content + below, least)
        at = y + above + _half(height - above - content - below, room)
        for row in rows:
            at += gutters[row] if row != rows.start else 0
            tops[row] = at
            at += heights[row]
        sides.append((y, y + height))
        y += height + room.band_gap
    return tops, sides


def _above(gutter: float, *, outermost: bool, room: Room) -> float:
    """A band's own part of the gutter at its upper border."""
    return max(gutter if outermost else _half(gutter - room.band_gap, room), room.padding)


def _below(gutter: float, *, outermost: bool, room: Room) -> float:
    """A band's own part of the gutter at its lower border: what the band below leaves of it."""
    if outermost:
        return max(gutter, room.padding)
    shared = gutter - room.band_gap
    return max(shared - _half(shared, room), room.padding)


def _half(length: float, room: Room) -> float:
    return float(int(length / 2)) if room.whole else length / 2
