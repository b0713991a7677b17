"""The ways from a number down to the figures it is made of: the largest of them, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from scorecard.propagation.system import Components, Row

Branches: TypeAlias = Mapping[str, Row]
"""Share of every part, by part and by what it is a part of; what has no entry of its own is a leaf."""


class Way(NamedTuple):
    """A way from a number to a leaf: what it goes through, the leaf last, and the product of the shares on it."""

    through: tuple[str, ...]
    share: float


def largest_ways(branches: Branches, values: Row, root: str) -> Iterator[Way]:
    """All ways from ``root`` to a leaf, largest first by ``share · values[leaf]``, then by share.

    Best first: a way begun is worth at most its share so far times the best that can still follow (`best_ends`), and
    what is worth most is gone on with. Shares lie in (0, 1], values are at least 0. In a loop there is no end of ways.
    """
    worth, largest = best_ends(branches, values), best_ends(branches, dict.fromkeys(values, 1.0))
    turn = count()
    waiting: list[tuple[float, float, int, Way]] = []

    def wait(way: Way, last: str) -> None:
        if last in worth:
            heappush(waiting, (-way.share * worth[last], -way.share * largest[last], next(turn), way))

    wait(Way((), 1.0), root)
    while waiting:
        way = heappop(waiting)[-1]
        last = way.through[-1] if way.through else root
        if last not in branches:
            yield way
            continue
        for part, share in branches[last].items():
            wait(Way((*way.through, part), way.share * share), part)


def best_ends(branches: Branches, values: Row) -> dict[str, float]:
    """The largest ``product of shares · values[leaf]`` of any way down from each place; those from which no leaf is
    reached are left out.

    Dijkstra's search up from the leaves: because no share is above 1, going on never makes a way worth more.
    """
    above: dict[str, list[tuple[str, float]]] = {}
    for whole, parts in branches.items():
        for part, share in parts.items():
            above.setdefault(part, []).append((whole, share))
    best: dict[str, float] = {}
    waiting: list[tuple[float, str]] = []
    for leaf, value in values.items():
        heappush(waiting, (-value, leaf))
    while waiting:
        worth, place = heappop(waiting)
        if place in best:
            continue
        best[place] = -worth
        for whole, share in above.get(place, ()):
            if whole not in best:
                heappush(waiting, (worth * share, whole))
    return best


def number_of_ways(branches: Branches, components: Components, root: str) -> int | None:
    """How many ways lead from ``root`` down to a leaf: 1 for a leaf, else the sum over its parts. None where a loop
    is on them, because then there is no end of them. ``components`` are the places, parts first."""
    ways: dict[str, int | None] = {}
    for component in components:
        for place in component:
            ways[place] = None if _loops(branches, component) else _sum(ways, branches[place])
    return ways.get(root, 1)


def _loops(branches: Branches, component: Sequence[str]) -> bool:
    return len(component) > 1 or component[0] in branches[component[0]]


def _sum(ways: Mapping[str, int | None], parts: Row) -> int | None:
    total = 0
    for part in parts:
        found = ways.get(part, 1)
        if found is None:
            return None
        total += found
    return total
