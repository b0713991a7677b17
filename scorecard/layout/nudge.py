"""Ends of lines moved a little, where two lines in a gutter would each have to turn above the other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from scorecard.geometry import Arrangement, Room
from scorecard.layout.across import Across
from scorecard.layout.lanes import Net
from scorecard.layout.ports import Ports, Side

_STEP = 4.5
"""Half of what lies between two lines, so that a third has room between them."""


def nudged(
    arrangement: Arrangement, placed: Across, at: Ports, clashes: Sequence[tuple[int, Net, Net]], room: Room
) -> tuple[Across, dict[tuple[int, Side, Hashable], float]]:
    """The same ports and slots, with one end of each clash moved aside: the upper line's end above, else the lower
    line's below, wherever there is room."""
    x = list(placed.x)
    found = dict(at)
    step = 1.0 if room.whole else _STEP
    for gutter, upper, lower in clashes:
        pairs = [(up, low) for up in upper.upper for low in lower.lower if abs(up - low) <= step]
        for up, low in pairs:
            if not _move(arrangement, placed, x, found, (gutter - 1, "bottom", upper.key, up), up - low, step, room):
                _move(arrangement, placed, x, found, (gutter, "top", lower.key, low), low - up, step, room)
    return replace(placed, x=x), found


def _move(
    arrangement: Arrangement,
    placed: Across,
    x: list[float],
    found: dict[tuple[int, Side, Hashable], float],
    end: tuple[int, Side, Hashable, float],
    away: float,
    step: float,
    room: Room,
) -> bool:
    row, side, line, here = end
    ways = (step - away, -step - away) if away >= 0 else (-step - away, step - away)
    least = step
    for slot in arrangement.rows[row]:
        if arrangement.slots[slot].goal is None:
            if x[slot] == here and any(_pushed(arrangement, placed, x, slot, way, room) for way in ways):
                return True
        elif found.get((slot, side, line)) == here:
            others = [port for (other, at, key), port in found.items() if (other, at) == (slot, side) and key != line]
            for way in ways:
                inside = abs(here + way - x[slot]) <= placed.card / 2 - room.corner / 2
                if inside and all(abs(here + way - other) >= least for other in others):
                    found[slot, side, line] = here + way
                    return True
    return False


def _pushed(arrangement: Arrangement, placed: Across, x: list[float], slot: int, way: float, room: Room) -> bool:
    """Move a slot that a line passes, and the lines that stand in its way with it, as far as the next card allows."""
    row = arrangement.rows[arrangement.slots[slot].row]
    side = 1 if way > 0 else -1
    kept = 1.0 if room.whole else room.apart / 2
    moved = {slot: x[slot] + way}
    behind = slot
    for other in row[row.index(slot) + 1 :] if side > 0 else reversed(row[: row.index(slot)]):
        needed = moved[behind] + side * kept
        if (_edge(arrangement, placed, x, other, -side) - needed) * side >= 0:
            break
        if arrangement.slots[other].goal is not None:
            return False
        moved[other], behind = needed, other
    for other, place in moved.items():
        x[other] = place
    return True


def _edge(arrangement: Arrangement, placed: Across, x: Sequence[float], slot: int, side: int) -> float:
    half = placed.card / 2 if arrangement.slots[slot].goal is not None else 0.0
    return x[slot] + side * half
