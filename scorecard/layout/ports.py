"""Ports: where on the edge of a card each line leaves or arrives."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor
from typing import Literal, TypeAlias

from scorecard.geometry import Arrangement, Arrow, Line, Room
from scorecard.layout.across import Across

Side: TypeAlias = Literal["top", "bottom"]
_WIDEST = 30.0
"""Lines at one edge lie no farther apart than this, in px: it must be seen that they end in one place. In a
terminal, where no card is so wide, it never decides."""
_KEPT = 0.12
"""The share of a card's width on either side within which a straight line may leave it."""


def line_of(arrow: Arrow, bundled: bool) -> Line:
    """The line that a link is part of: those of one line may lie on each other."""
    if not bundled:
        return arrow.effect, arrow.cause, "alone"
    return arrow.effect, "", "hindered" if arrow.hinders else "driven"


@dataclass(kw_only=True, slots=True)
class _Edge:
    """The upper or the lower edge of a card: its lines with the x that each comes from or goes to, and whether any
    of them has its delay written there."""

    slot: int
    side: Side
    towards: dict[Hashable, float] = field(default_factory=dict)
    delayed: bool = False


Ports: TypeAlias = Mapping[tuple[int, Side, Hashable], float]


def ports(arrangement: Arrangement, placed: Across, room: Room) -> dict[tuple[int, Side, Hashable], float]:
    """The x of every line at every card, by slot, side and line.

    Lines share the middle of an edge, in the order in which they come from left to right. A line that is alone there
    stands straight above or below its other end where that lies well within the card.
    """
    edges = _edges(arrangement, placed)
    found: dict[tuple[int, Side, Hashable], float] = {}
    for edge in edges:
        found.update(_shared_out(edge, placed, room))
    for edge in edges:
        if len(edge.towards) == 1:
            _stand_straight(edge, arrangement, placed, found)
    if room.whole:
        return {key: float(round(x)) for key, x in found.items()}
    return found


def _edges(arrangement: Arrangement, placed: Across) -> list[_Edge]:
    edges: dict[tuple[int, Side], _Edge] = {}

    def add(slot: int, side: Side, line: Hashable, x: float, delay: int = 0) -> None:
        edge = edges.setdefault((slot, side), _Edge(slot=slot, side=side))
        edge.towards.setdefault(line, x)
        edge.delayed = edge.delayed or delay > 0

    for arrow, chain in arrangement.chains.items():
        line = line_of(arrow, arrangement.bundled)
        add(chain[0], "top", line, placed.x[chain[1]], arrow.delay)
        add(chain[-1], "bottom", line, placed.x[chain[-2]])
    slot_of = {slot.goal: number for number, slot in enumerate(arrangement.slots) if slot.goal is not None}
    for number, arrow in enumerate(arrangement.aside):
        add(slot_of[arrow.cause], "top", arrow, placed.right + number, arrow.delay)
        add(slot_of[arrow.effect], "bottom", arrow, placed.right + number)
    return list(edges.values())


def _shared_out(edge: _Edge, placed: Across, room: Room) -> Mapping[tuple[int, Side, Hashable], float]:
    lines = sorted(edge.towards, key=lambda line: edge.towards[line])
    step = min(max(_WIDEST, room.beside_label * edge.delayed), (placed.card - 2 * room.corner) / len(lines))
    if room.whole:
        step = float(max(int(step), 1))
    start = placed.x[edge.slot] - step * (len(lines) - 1) / 2
    if room.whole:
        start = float(floor(start))
    return {(edge.slot, edge.side, line): start + step * number for number, line in enumerate(lines)}


def _stand_straight(
    edge: _Edge, arrangement: Arrangement, placed: Across, found: dict[tuple[int, Side, Hashable], float]
) -> None:
    ((line, x),) = edge.towards.items()
    other = _other_end(edge, line, arrangement)
    wanted = found.get((*other, line), x) if other else x
    if abs(wanted - placed.x[edge.slot]) <= placed.card * (0.5 - _KEPT):
        found[edge.slot, edge.side, line] = wanted


def _other_end(edge: _Edge, line: Hashable, arrangement: Arrangement) -> tuple[int, Side] | None:
    """The card at the other end of a line that passes no row."""
    for arrow, chain in _chains_at(edge, arrangement):
        if len(chain) == 2 and line_of(arrow, arrangement.bundled) == line:
            return (chain[1], "bottom") if edge.side == "top" else (chain[0], "top")
    return None


def _chains_at(edge: _Edge, arrangement: Arrangement) -> Sequence[tuple[Arrow, tuple[int, ...]]]:
    end = 0 if edge.side == "top" else -1
    return [(arrow, chain) for arrow, chain in arrangement.chains.items() if chain[end] == edge.slot]
