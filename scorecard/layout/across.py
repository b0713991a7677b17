"""x: cards in columns as exact as their links allow, lines as straight as their neighbours allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scorecard.geometry import Arrangement, Room
from scorecard.layout.settle import settle

_SWEEPS = 160
"""How often all rows are moved; after that, no card of the example maps moves by more than 2 px."""
_SLOTS_OF_A_FULL_RUN = 400
"""Above so many slots there are fewer sweeps, so that the time grows with the map and not with its square."""
_FIRST_AS_MEDIAN = 15
"""From this sweep on a far neighbour pulls no stronger than a near one, so that cards line up in exact columns."""
_STRAIGHTENINGS = 6
"""How often lines are pulled straight from row to row; each time a bend wanders one row on, and few pass more."""
_PULLS = (8.0, 3.0, 1.0)
"""How strongly a piece of a line pulls by the number of cards at its ends: where it passes rows it should be straight
before anything else."""
_TO_THE_CENTRE, _TO_STAY = 0.02, 0.15
"""How strongly the middle of the column pulls, which keeps what has no link from drifting, and how strongly a slot
stays where it is, which keeps two rows from swinging to and fro."""
_NEAR_OF_SNAP = 3 / 14
"""Nearer than this share of ``snap`` a neighbour pulls no stronger: 6 px of a picture's 28, about 1 cell of a
terminal's 4."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """Slots of one row and one column from left to right, and the range of x for them."""

    slots: tuple[int, ...]
    left: float
    right: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Across:
    """The x of every slot's middle, the width of the cards, the right end, and the range of each column, in the unit of
    the room."""

    x: list[float]
    card: float
    right: float
    columns: tuple[tuple[float, float], ...]


def across(arrangement: Arrangement, room: Room) -> Across:
    """Give every slot its x."""
    card, segments, columns = _divided(arrangement, room)
    moving = _Moving(arrangement, room, card, segments)
    sweeps = max(16, min(_SWEEPS, _SWEEPS * _SLOTS_OF_A_FULL_RUN // max(len(arrangement.slots), 1)))
    for number in range(sweeps):
        moving.sweep(downwards=number % 2 == 0, as_median=number >= _FIRST_AS_MEDIAN)
    if room.columns == 1:
        moving.centre_a_lone_top()
    moving.snap()
    for _ in range(_STRAIGHTENINGS):
        moving.straighten()
    return Across(x=moving.x, card=card, right=columns[-1][1], columns=columns)


def needed(arrangement: Arrangement, room: Room) -> tuple[float, float]:
    """How wide the cards can be, and where the last column ends, before anything has its place."""
    card, _, columns = _divided(arrangement, room)
    return card, columns[-1][1]


def _divided(
    arrangement: Arrangement, room: Room
) -> tuple[float, tuple[Segment, ...], tuple[tuple[float, float], ...]]:
    """The width of a card, the segments, and the range of each column: as wide as needed, spare room shared."""
    groups = [
        (row, column, tuple(slot for slot in slots if arrangement.slots[slot].column == column))
        for row, slots in enumerate(arrangement.rows)
        for column in range(room.columns)
    ]
    # Links that run down go round the right end of the rows, each on a line of its own.
    around = room.beside + room.apart * len(arrangement.aside) if arrangement.aside else 0.0
    inner = room.right - around - room.left - (room.columns - 1) * room.column_gap

    def needs(card: float) -> list[float]:
        found = [card] * room.columns
        for _, column, slots in groups:
            found[column] = max(found[column], _need(arrangement, slots, card, room))
        return found

    card = room.card_max
    if sum(needs(card)) > inner:
        # The widest that fits; where none does, the narrowest, and the map becomes wider than the room.
        low, high = room.card_min, room.card_max
        for _ in range(12):
            card = (low + high) / 2
            low, high = (card, high) if sum(needs(card)) <= inner else (low, card)
        card = float(int(low))
    if room.whole:
        card -= card % 2  # the middle of a card is a whole number, too
    needed = needs(card)
    spare = max(inner - sum(needed), 0) / room.columns
    if room.whole:
        spare = int(spare)
    ranges: list[tuple[float, float]] = []
    left = room.left
    for need in needed:
        ranges.append((left, left + need + spare))
        left += need + spare + room.column_gap
    segments = tuple(
        Segment(slots=slots, left=ranges[column][0], right=ranges[column][1]) for _, column, slots in groups if slots
    )
    return card, segments, tuple(ranges)


def _need(arrangement: Arrangement, slots: Sequence[int], card: float, room: Room) -> float:
    if not slots:
        return 0.0
    half = [_half(arrangement, slot, card) for slot in slots]
    return half[0] + half[-1] + sum(_distance(arrangement, *pair, card, room) for pair in pairwise(slots))


def _half(arrangement: Arrangement, slot: int, card: float) -> float:
    return card / 2 if arrangement.slots[slot].goal is not None else 0.0


def _distance(arrangement: Arrangement, left: int, right: int, card: float, room: Room) -> float:
    cards = (arrangement.slots[left].goal is not None) + (arrangement.slots[right].goal is not None)
    between = (room.apart, room.beside, room.gap)[cards]
    return _half(arrangement, left, card) + between + _half(arrangement, right, card)


class _Moving:
    """Slots that are being moved.

    By slot: ``x`` is that of its middle, ``half`` half the width of its card (0 where a line passes), ``home`` its
    segment and its place in it. ``distances`` are those that neighbouring middles of a segment must keep.
    """

    def __init__(self, arrangement: Arrangement, room: Room, card: float, segments: Sequence[Segment]) -> None:
        self.arrangement, self.room, self.segments = arrangement, room, segments
        self.x = [0.0] * len(arrangement.slots)
        self.goal = [slot.goal is not None for slot in arrangement.slots]
        self.half = [card / 2 if goal else 0.0 for goal in self.goal]
        self.neighbours: list[list[tuple[int, float]]] = [[] for _ in arrangement.slots]
        for lower, upper in arrangement.steps:
            weight = _PULLS[self.goal[lower] + self.goal[upper]]
            self.neighbours[lower].append((upper, weight))
            self.neighbours[upper].append((lower, weight))
        self.distances = {
            segment: [_distance(arrangement, *pair, card, room) for pair in pairwise(segment.slots)]
            for segment in segments
        }
        self.home = {slot: (segment, place) for segment in segments for place, slot in enumerate(segment.slots)}
        for segment in segments:
            self._spread(segment)

    def _bounds(self, segment: Segment) -> tuple[float, float]:
        return segment.left + self.half[segment.slots[0]], segment.right - self.half[segment.slots[-1]]

    def _put(self, segment: Segment, wishes: Sequence[float], weights: Sequence[float], *, whole: bool = False) -> None:
        places = settle(wishes, weights, self.distances[segment], *self._bounds(segment), whole=whole)
        for slot, place in zip(segment.slots, places, strict=True):
            self.x[slot] = place

    def _spread(self, segment: Segment) -> None:
        step = (segment.right - segment.left) / len(segment.slots)
        self._put(
            segment,
            [segment.left + step * (number + 0.5) for number in range(len(segment.slots))],
            [1.0] * len(segment.slots),
        )

    def sweep(self, *, downwards: bool, as_median: bool) -> None:
        """Move every row towards its neighbours, one row after the other."""
        near = self.room.snap * _NEAR_OF_SNAP
        for segment in self.segments if downwards else reversed(self.segments):
            centre = (segment.left + segment.right) / 2
            wishes, weights = [], []
            for slot in segment.slots:
                here = self.x[slot]
                total, weight = _TO_THE_CENTRE * centre + _TO_STAY * here, _TO_THE_CENTRE + _TO_STAY
                for other, pull in self.neighbours[slot]:
                    there = self.x[other]
                    if as_median:
                        pull /= max(abs(there - here), near)
                    total += pull * there
                    weight += pull
                wishes.append(total / weight)
                weights.append(weight)
            self._put(segment, wishes, weights)

    def centre_a_lone_top(self) -> None:
        """A goal that stands alone in the top row stands in the middle of the page."""
        for segment in self.segments[:1]:
            if len(segment.slots) == 1 and self.arrangement.slots[segment.slots[0]].row == 0:
                middle = (segment.left + segment.right) / 2
                self.x[segment.slots[0]] = int(middle) if self.room.whole else middle

    def snap(self) -> None:
        """Put cards of different rows that nearly stand in one line into one line, as far as their neighbours allow."""
        wish = list(self.x)
        group: list[int] = []
        for slot in sorted((slot for slot, goal in enumerate(self.goal) if goal), key=lambda slot: self.x[slot]):
            if group and self.x[slot] - self.x[group[0]] >= self.room.snap:
                self._align(group, wish)
                group = []
            group.append(slot)
        self._align(group, wish)
        for segment in self.segments:
            # Only here is anything rounded: rounded sweeps would come to a stand before they are done.
            self._put(
                segment,
                [wish[slot] for slot in segment.slots],
                [1.0 + self.goal[slot] for slot in segment.slots],
                whole=self.room.whole,
            )

    def _align(self, group: Sequence[int], wish: list[float]) -> None:
        middle = median(self.x[slot] for slot in group) if group else 0.0
        for slot in group:
            wish[slot] = round(middle) if self.room.whole else middle

    def _limits(self, slot: int) -> tuple[float, float]:
        """How far a slot can move between its neighbours."""
        segment, place = self.home[slot]
        low, high = segment.left + self.half[slot], segment.right - self.half[slot]
        distances = self.distances[segment]
        if place:
            low = max(low, self.x[segment.slots[place - 1]] + distances[place - 1])
        if place + 1 < len(segment.slots):
            high = min(high, self.x[segment.slots[place + 1]] - distances[place])
        return low, high

    def straighten(self) -> None:
        """Pull every slot that a line passes straight under the next one, as far as its neighbours allow."""
        for lower, upper in reversed(self.arrangement.steps):
            if not self.goal[lower]:
                low, high = self._limits(lower)
                if low <= high:
                    self.x[lower] = min(max(self.x[upper], low), high)
