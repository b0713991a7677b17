"""Who stands left of whom in each row: few crossings, and the author's order where crossings do not decide."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from scorecard.geometry import Arrangement

_MOST_SWEEPS, _FEWEST_SWEEPS = 60, 3
_SLOTS_SWEPT = 7200
_UNCLEAR = 0.4
"""Slots × sweeps: time then hardly grows with the size of a map, and nobody could tell the difference."""


def crossings(arrangement: Arrangement) -> int:
    """How often pieces of lines cross each other between the rows; where they share an end they do not."""
    position = _positions(arrangement.rows)
    by_row: dict[int, list[tuple[int, int]]] = {}
    for lower, upper in arrangement.steps:
        by_row.setdefault(arrangement.slots[upper].row, []).append((position[lower], position[upper]))
    return sum(map(_inversions, by_row.values()))


def _inversions(pieces: list[tuple[int, int]]) -> int:
    pieces.sort()
    seen: list[int] = []
    waiting: list[int] = []
    found, before = 0, -1
    for lower, upper in pieces:
        if lower != before:
            for passed in waiting:
                insort(seen, passed)
            waiting, before = [], lower
        found += len(seen) - bisect_right(seen, upper)
        waiting.append(upper)
    return found


def _positions(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    return {slot: place for row in rows for place, slot in enumerate(row)}


def from_positions(arrangement: Arrangement, x_of: Mapping[int, float]) -> Arrangement:
    """The rows in the order of x as an engine found it, as near to the author's as that allows; columns stay
    together."""
    rows = tuple(
        tuple(sorted(row, key=lambda slot: (arrangement.slots[slot].column, x_of[slot]))) for row in arrangement.rows
    )
    return _as_written(replace(arrangement, rows=rows))


def better(one: Arrangement, other: Arrangement) -> Arrangement:
    """Of two orders the one with fewer crossings; of equal ones that nearer to the file, then the first."""
    return min(one, other, key=lambda order: (crossings(order), _disorder(order)))


def _disorder(arrangement: Arrangement, rank: Mapping[int, int] | None = None) -> int:
    """How many pairs of goals in a row stand the other way round than in the file, or than their ``rank`` says."""
    found = 0
    for row in arrangement.rows:
        seen: list[int] = []
        for slot in row:
            if arrangement.slots[slot].goal is not None:
                place = rank[slot] if rank else slot
                found += len(seen) - bisect_right(seen, place)
                insort(seen, place)
    return found


def built_in(arrangement: Arrangement) -> Arrangement:
    """The order by alternating sweeps: every row is sorted by where its neighbours above stand, then those below.

    After each sweep neighbours change places while that lowers the number of crossings; the best order seen is kept.
    Means and medians of the neighbours lead to different orders, so both are tried. Where crossings do not decide,
    goals stand as in the file, so that a map stays as it is when it is edited elsewhere.
    """
    sweeps = max(_FEWEST_SWEEPS, min(_MOST_SWEEPS, _SLOTS_SWEPT // max(len(arrangement.slots), 1)))
    best, least = arrangement, crossings(arrangement)
    beginning = _by_name(arrangement)
    for way in (_mean, _median):
        sorting = _Sorting(beginning, way)
        for number in range(sweeps):
            if not least:
                break
            # Among equals the later one goes first in two sweeps of four: another order to begin from.
            sorting.sweep(downwards=number % 2 == (way is _median), backwards=number % 4 >= 2)
            for _ in range(4):
                if not sorting.transpose():
                    break
            found = replace(arrangement, rows=tuple(map(tuple, sorting.rows)))
            count = crossings(found)
            if count < least:
                best, least = found, count
    return _as_written(best)


def _by_name(arrangement: Arrangement) -> Arrangement:
    """An order that does not depend on the file: were the search to begin from the file, moving one goal in it could
    lead to quite another order."""
    name_of = _names(arrangement)
    rows = tuple(
        tuple(sorted(row, key=lambda slot: (arrangement.slots[slot].column, name_of[slot]))) for row in arrangement.rows
    )
    return replace(arrangement, rows=rows)


def _names(arrangement: Arrangement) -> dict[int, tuple[str, ...]]:
    """What a slot is called: the goal's id, or the ends of the first link that passes it."""
    found: dict[int, tuple[str, ...]] = {
        number: (slot.goal,) for number, slot in enumerate(arrangement.slots) if slot.goal is not None
    }
    for arrow, chain in arrangement.chains.items():
        for slot in chain[1:-1]:
            name = (arrow.effect, arrow.cause, str(arrow.hinders))
            found[slot] = min(found.get(slot, name), name)
    return found


def _as_written(arrangement: Arrangement) -> Arrangement:
    """The order, or its mirror image, with neighbours as in the file wherever that makes no crossing.

    The one nearer to the file is taken where that is clear; where it is not, names decide: else moving a single goal
    in the file could turn the whole map round.
    """
    here, there = (
        _settled(replace(arrangement, rows=rows))
        for rows in (arrangement.rows, tuple(_mirrored(row, arrangement) for row in arrangement.rows))
    )
    if crossings(there) > crossings(here):
        return here  # columns stay where they are, so the image may have more
    goals = [sum(arrangement.slots[slot].goal is not None for slot in row) for row in arrangement.rows]
    pairs = sum(count * (count - 1) // 2 for count in goals)
    one, other = _disorder(here), _disorder(there)
    if abs(one - other) <= pairs * _UNCLEAR:
        by_name = sorted(_names(arrangement).items(), key=lambda item: item[1])
        rank = {slot: place for place, (slot, _) in enumerate(by_name)}
        one, other = _disorder(here, rank), _disorder(there, rank)
    return here if one <= other else there


def _settled(arrangement: Arrangement) -> Arrangement:
    sorting = _Sorting(arrangement, _mean)
    while sorting.settle():
        pass
    return replace(arrangement, rows=tuple(map(tuple, sorting.rows)))


def _mirrored(row: Sequence[int], arrangement: Arrangement) -> tuple[int, ...]:
    columns: dict[int, list[int]] = {}
    for slot in row:
        columns.setdefault(arrangement.slots[slot].column, []).insert(0, slot)
    return tuple(slot for column in sorted(columns) for slot in columns[column])


def _mean(places: list[int]) -> float:
    return sum(places) / len(places)


def _median(places: list[int]) -> float:
    places.sort()
    half = len(places) // 2
    return places[half] if len(places) % 2 else (places[half - 1] + places[half]) / 2


class _Sorting:
    """Rows that are being sorted."""

    def __init__(self, arrangement: Arrangement, way: Callable[[list[int]], float]) -> None:
        self.way = way
        self.rows = [list(row) for row in arrangement.rows]
        self.column = [slot.column for slot in arrangement.slots]
        self.is_goal = [slot.goal is not None for slot in arrangement.slots]
        self.columns = max(self.column, default=0) + 1
        self.above: list[list[int]] = [[] for _ in arrangement.slots]
        self.below: list[list[int]] = [[] for _ in arrangement.slots]
        for lower, upper in arrangement.steps:
            self.above[lower].append(upper)
            self.below[upper].append(lower)
        self.place = _positions(self.rows)

    def _take(self, row: list[int]) -> None:
        self.place.update((slot, place) for place, slot in enumerate(row))

    def sweep(self, *, downwards: bool, backwards: bool) -> None:
        """Sort every row by the places of its neighbours in the row that was sorted before it.

        A slot without such neighbours keeps its place, or in columns its place among the others.
        """
        neighbours = self.above if downwards else self.below
        for row in self.rows if downwards else reversed(self.rows):
            led = [slot for slot in row if neighbours[slot]]
            wish = {slot: self.way([self.place[other] for other in neighbours[slot]]) for slot in led}
            if backwards:
                led.reverse()
            if self.columns > 1:
                row.sort(key=lambda slot: (self.column[slot], wish.get(slot, self.place[slot])))
            else:
                led.sort(key=wish.__getitem__)
                after = iter(led)
                row[:] = [next(after) if neighbours[slot] else slot for slot in row]
            self._take(row)

    def transpose(self) -> bool:
        """Let neighbours change places where that lowers the number of crossings; whether any did."""
        changed = False
        for row in self.rows:
            for place in range(len(row) - 1):
                left, right = row[place], row[place + 1]
                if self.column[left] == self.column[right] and self._gain(left, right) > 0:
                    self._swap(row, place)
                    changed = True
        return changed

    def settle(self) -> bool:
        """Let goals that are neighbours stand as in the file where that makes no crossing; whether any did."""
        changed = False
        for row in self.rows:
            for place in range(len(row) - 1):
                left, right = row[place], row[place + 1]
                stands = right > left or self.column[left] != self.column[right]
                if not stands and self.is_goal[left] and self.is_goal[right] and self._gain(left, right) >= 0:
                    self._swap(row, place)
                    changed = True
        return changed

    def _swap(self, row: list[int], place: int) -> None:
        left, right = row[place], row[place + 1]
        row[place], row[place + 1] = right, left
        self.place[left], self.place[right] = place + 1, place

    def _gain(self, left: int, right: int) -> int:
        gain = 0
        for neighbours in (self.above, self.below):
            if neighbours[left] and neighbours[right]:
                lefts = [self.place[slot] for slot in neighbours[left]]
                for other in neighbours[right]:
                    place = self.place[other]
                    for mine in lefts:
                        gain += (mine > place) - (mine < place)
        return gain
