"""Goals in rows, and the slots through which lines pass the rows between cause and effect."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor, isqrt

from scorecard.geometry import Arrangement, Arrow, Chain, Node, Room, Slot
from scorecard.layout.levels import levels


def arrange(nodes: Sequence[Node], arrows: Sequence[Arrow], bands: int, room: Room) -> Arrangement:
    """Deal the goals out to rows, and give every link that climbs a slot in each row between its ends.

    Inside a band an effect stands above its causes; rows too long for the room become several. ``nodes`` and
    ``arrows`` come in the order of the file, which the rows keep.
    """
    dealt = [
        _rows([node for node in nodes if node.band == band], arrows, _longest(nodes, room)) for band in range(bands)
    ]
    rows = [row for band in dealt for row in band]
    starts = [sum(len(band) for band in dealt[:number]) for number in range(bands)]
    building = _Building(rows, bundled=_climbing(rows, arrows) >= room.bundled_from)
    for arrow in arrows:
        building.add(arrow)
    return building.finished(tuple(range(start, start + len(band)) for start, band in zip(starts, dealt, strict=True)))


def _longest(nodes: Sequence[Node], room: Room) -> int:
    """How many cards a row may have: what fits, and more for a map so large that it cannot fit a page anyway.

    A terminal, where everything is whole, cannot become wider.
    """
    fitting = floor((room.right - room.left + room.gap) / (room.card_min + room.gap))
    return max(fitting, 1) if room.whole else max(fitting, isqrt(len(nodes)), 1)


def _rows(nodes: Sequence[Node], arrows: Sequence[Arrow], longest: int) -> list[list[Node]]:
    height_of = levels([node.id for node in nodes], arrows)
    rows: list[list[Node]] = []
    for level in sorted(set(height_of.values()), reverse=True):
        row = sorted((node for node in nodes if height_of[node.id] == level), key=lambda node: node.column)
        count = -(-len(row) // longest)
        # Every count-th to the same row: neighbours stay near each other, so links stay steep.
        rows += [row[start::count] for start in range(count)]
    return rows


def _climbing(rows: Sequence[Sequence[Node]], arrows: Sequence[Arrow]) -> int:
    row_of = {node.id: number for number, row in enumerate(rows) for node in row}
    return sum(row_of[arrow.effect] < row_of[arrow.cause] for arrow in arrows)


class _Building:
    """An arrangement that is being made."""

    def __init__(self, rows: Sequence[Sequence[Node]], *, bundled: bool) -> None:
        self.bundled = bundled
        self.slots: list[Slot] = []
        self.slot_of: dict[object, int] = {}
        self.rows: list[list[int]] = [[] for _ in rows]
        self.steps: dict[tuple[int, int], None] = {}
        self.chains: dict[Arrow, Chain] = {}
        self.aside: list[Arrow] = []
        for number, row in enumerate(rows):
            for node in row:
                self._slot(node.id, Slot(row=number, column=node.column, goal=node.id))

    def _slot(self, key: object, slot: Slot) -> int:
        if key not in self.slot_of:
            self.slot_of[key] = len(self.slots)
            self.rows[slot.row].append(len(self.slots))
            self.slots.append(slot)
        return self.slot_of[key]

    def add(self, arrow: Arrow) -> None:
        """Lead a link from row to row, or note it as one that runs down or stays in its row."""
        lower, upper = (self.slots[self.slot_of[end]] for end in (arrow.cause, arrow.effect))
        if upper.row >= lower.row:
            self.aside.append(arrow)
            return
        chain = [self.slot_of[arrow.cause]]
        for row in range(lower.row - 1, upper.row, -1):
            line = (arrow.effect, arrow.hinders) if self.bundled else arrow
            chain.append(self._slot((line, row), Slot(row=row, column=upper.column, goal=None)))
        chain.append(self.slot_of[arrow.effect])
        self.chains[arrow] = tuple(chain)
        self.steps.update(dict.fromkeys(pairwise(chain)))

    def finished(self, bands: tuple[range, ...]) -> Arrangement:
        """What has come together."""
        return Arrangement(
            slots=tuple(self.slots),
            rows=tuple(tuple(sorted(row, key=lambda number: self.slots[number].column)) for row in self.rows),
            bands=bands,
            steps=tuple(self.steps),
            chains=self.chains,
            aside=tuple(self.aside),
            bundled=self.bundled,
        )
