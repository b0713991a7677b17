"""The lines in every gutter: their nets, their lanes, and how much height they need."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from itertools import pairwise

from scorecard.geometry import Arrangement, Arrow, Room
from scorecard.layout.across import Across
from scorecard.layout.lanes import Net, lanes
from scorecard.layout.ports import Ports, Side, line_of

_NEAR = 4.3
"""Verticals of different lines keep at least this distance, in px."""
_WIDE_SHARE, _WIDE_MOST = 0.06, 56.0
"""A curve is steep enough where a gutter is higher by this share of the way it goes sideways; at most so many px."""
_BUSY, _BUSY_MOST = 1.1, 40.0
"""How many px each line more adds to the height of a gutter, so that crossings stay apart; at most so many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gutter:
    """The space above a row (the last one: below the lowest row): lane of each line that turns in it, from the top.

    ``links`` is how many lines pass, ``widest`` how far the one goes that goes farthest sideways. No line turns within
    ``foot`` of the cards below.
    """

    lane_of: dict[Hashable, int]
    lanes: int
    links: int
    widest: float
    foot: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """Everything that is known of the lines before rows have heights: ports, gutters from the top, margins."""

    ports: Ports
    gutters: tuple[Gutter, ...]
    margin_of: dict[Arrow, float]


def pin(arrangement: Arrangement, placed: Across, ports: Ports, slot: int, side: Side, line: Hashable) -> float:
    """The x of a line at a slot: its port at a card, the middle elsewhere."""
    return placed.x[slot] if arrangement.slots[slot].goal is None else ports[slot, side, line]


def gutters(
    arrangement: Arrangement, placed: Across, ports: Ports, margin_of: dict[Arrow, float], room: Room
) -> tuple[tuple[Gutter, ...], list[tuple[int, Net, Net]]]:
    """All gutters, and the pairs of lines in them that could not be told apart."""
    found: list[Gutter] = []
    clashes: list[tuple[int, Net, Net]] = []
    near = 0.5 if room.whole else _NEAR
    labels = _labels(arrangement)
    for number, nets in enumerate(_nets(arrangement, placed, ports, margin_of)):
        turning = nets if arrangement.bundled else [net for net in nets if net.reach]
        lane_of, count, confused = lanes(turning, near, room.apart if room.whole else room.lane)
        clashes += [(number, *pair) for pair in confused]
        widest = max((net.right - net.left for net in nets if not net.reach), default=0.0)
        foot = room.foot + room.label * labels[number]
        found.append(Gutter(lane_of=lane_of, lanes=count, links=len(nets), widest=widest, foot=foot))
    return tuple(found), clashes


def _labels(arrangement: Arrangement) -> list[int]:
    """How many delays must be written above each other over the cards of a row: of neighbouring lines one higher."""
    delayed = Counter(arrow.cause for arrow in (*arrangement.chains, *arrangement.aside) if arrow.delay)
    rows = [
        max((min(delayed[arrangement.slots[slot].goal or ""], 2) for slot in row), default=0)
        for row in arrangement.rows
    ]
    return [*rows, 0]


def _nets(arrangement: Arrangement, placed: Across, ports: Ports, margin_of: dict[Arrow, float]) -> list[list[Net]]:
    lower: list[dict[Hashable, dict[float, None]]] = [{} for _ in range(len(arrangement.rows) + 1)]
    upper: list[dict[Hashable, dict[float, None]]] = [{} for _ in range(len(arrangement.rows) + 1)]
    for arrow, chain in arrangement.chains.items():
        line = line_of(arrow, arrangement.bundled)
        for low, up in pairwise(chain):
            gutter = arrangement.slots[low].row
            lower[gutter].setdefault(line, {})[pin(arrangement, placed, ports, low, "top", line)] = None
            upper[gutter].setdefault(line, {})[pin(arrangement, placed, ports, up, "bottom", line)] = None
    nets = [
        [Net(key=line, lower=tuple(xs), upper=tuple(upper[gutter][line])) for line, xs in lower[gutter].items()]
        for gutter in range(len(lower))
    ]
    slot_of = {slot.goal: number for number, slot in enumerate(arrangement.slots) if slot.goal is not None}
    for arrow in arrangement.aside:
        cause, effect = slot_of[arrow.cause], slot_of[arrow.effect]
        reach = (margin_of[arrow],)
        nets[arrangement.slots[cause].row].append(
            Net(key=(arrow, "out"), lower=(ports[cause, "top", arrow],), upper=(), reach=reach)
        )
        nets[arrangement.slots[effect].row + 1].append(
            Net(key=(arrow, "in"), lower=(), upper=(ports[effect, "bottom", arrow],), reach=reach)
        )
    return nets


def wanted(gutter: Gutter, room: Room, *, outermost: bool, curved: bool) -> float:
    """The height that a gutter should have, in the unit of the room; ``curved``: its lines are curves."""
    # Lanes of whole numbers fill rows, others lie between spaces.
    spaces = gutter.lanes * room.lane if room.whole else (gutter.lanes + 1) * room.lane
    needed = room.head + gutter.foot + spaces if gutter.lanes else 0.0
    if outermost:
        # Cards stand on one side of it only.
        return spaces + max(room.head, room.foot) if room.whole and gutter.lanes else needed
    if room.whole:
        return max(room.gutter, needed)
    usual = room.gutter + min(_WIDE_MOST, _WIDE_SHARE * gutter.widest) + min(_BUSY_MOST, _BUSY * gutter.links)
    return usual + gutter.lanes * room.lane + gutter.foot - room.foot if curved else max(usual, needed)
