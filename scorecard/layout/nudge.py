"""Ends of lines moved a little, where two lines in a gutter would each have to turn above the other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from scorecard.geometry import Arrangement, Room
from scorecard.layout.across import Across
from scorecard.layout.lanes import Net
from scorecard.layout.ports import Ports, Side

_STEP = 5.5


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
    least = step if room.whole else step - 1
    for slot in arrangement.rows[row]:
        if arrangement.slots[slot].goal is None:
            if x[slot] == here and (new := _free_slot(arrangement, placed, x, slot, ways, room)) is not None:
                x[slot] = new
                return True
        elif found.get((slot, side, line)) == here:
            others = [port for (other, at, key), port in found.items() if (other, at) == (slot, side) and key != line]
            for way in ways:
                inside = abs(here + way - x[slot]) <= placed.card / 2 - room.corner / 2
                if inside and all(abs(here + way - other) >= least for other in others):
                    found[slot, side, line] = here + way
                    return True
    return False


def _free_slot(
    arrangement: Arrangement, placed: Across, x: Sequence[float], slot: int, ways: Sequence[float], room: Room
) -> float | None:
    row = arrangement.rows[arrangement.slots[slot].row]
    sides = [(_edge(arrangement, placed, x, other, -1), _edge(arrangement, placed, x, other, 1)) for other in row]
    place = row.index(slot)
    low = sides[place - 1][1] if place else float("-inf")
    high = sides[place + 1][0] if place + 1 < len(row) else float("inf")
    kept = 1.0 if room.whole else room.apart / 2
    for way in ways:
        if low + kept <= x[slot] + way <= high - kept:
            return x[slot] + way
    return None


def _edge(arrangement: Arrangement, placed: Across, x: Sequence[float], slot: int, side: int) -> float:
    half = placed.card / 2 if arrangement.slots[slot].goal is not None else 0.0
    return x[slot] + side * half
