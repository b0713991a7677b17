"""Lanes: which line turns at which height between two rows, so that no two ever lie on each other.

The problem is that of the router of a channel with pins on both sides. Lines that leave below and arrive above at
nearly the same x must turn one above the other (a vertical constraint); lines that overlap sideways need lanes of
their own. Lanes are filled from the top by the left-edge rule (Hashimoto and Stevens 1971).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Net:
    """A line in a gutter: the x at which it comes up from below, those at which it goes on above, and how far to the
    right it must reach besides."""

    key: Hashable
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    reach: tuple[float, ...] = ()

    @property
    def left(self) -> float:
        """Its leftmost x."""
        return min((*self.lower, *self.upper, *self.reach))

    @property
    def right(self) -> float:
        """Its rightmost x."""
        return max((*self.lower, *self.upper, *self.reach))


def lanes(nets: Sequence[Net], near: float, clear: float) -> tuple[dict[Hashable, int], int, list[tuple[Net, Net]]]:
    """The lane of each net that turns, counted from the top; how many there are; and the pairs that could not be told
    apart, because each would have to turn above the other.

    Verticals nearer than ``near`` must not overlap; horizontals in one lane keep ``clear`` between them.
    """
    turning = sorted((net for net in nets if net.right - net.left > 0.05), key=lambda net: (net.left, net.right))
    above = _constraints(turning, near)
    lane_of: dict[Hashable, int] = {}
    clashes: list[tuple[Net, Net]] = []
    # Of each net how many must still get a lane above it, and which ones wait for it.
    open_above = [len(above[net.key]) for net in turning]
    number_of = {net.key: number for number, net in enumerate(turning)}
    below: list[list[int]] = [[] for _ in turning]
    for number, net in enumerate(turning):
        for other in above[net.key]:
            below[number_of[other.key]].append(number)
    ready = [number for number, still in enumerate(open_above) if not still]
    count = 0
    while len(lane_of) < len(turning):
        if not ready:
            # A circle: one has to begin. The pair is told to the caller, who can move an end.
            waiting = (number for number, net in enumerate(turning) if net.key not in lane_of)
            first = min(waiting, key=open_above.__getitem__)
            clashes += [(other, turning[first]) for other in above[turning[first].key] if other.key not in lane_of]
            ready = [first]
        taken = _side_by_side(ready, turning, clear)
        lane_of.update((turning[number].key, count) for number in taken)
        freed = Counter(number for upper in taken for number in below[upper])
        open_above = [still - freed[number] for number, still in enumerate(open_above)] if freed else open_above
        free = {number for number in freed if not open_above[number] and turning[number].key not in lane_of}
        ready = sorted(free.union(ready).difference(taken))
        count += 1
    return lane_of, count, clashes


def _side_by_side(ready: Sequence[int], nets: Sequence[Net], clear: float) -> list[int]:
    """Those that find room in one lane, from the left."""
    found: list[int] = []
    end = float("-inf")
    for number in ready:
        if nets[number].left >= end:
            found.append(number)
            end = nets[number].right + clear
    return found


def _constraints(nets: Sequence[Net], near: float) -> Mapping[Hashable, list[Net]]:
    """For each net those that must turn above it: they go on upwards where it comes up from below."""
    found: dict[Hashable, list[Net]] = {net.key: [] for net in nets}
    pins = sorted(((x, number) for number, net in enumerate(nets) for x in net.upper))
    xs = [x for x, _ in pins]
    # The pins are in order, so those near a line are found without looking at all of them.
    for net in nets:
        for x in net.lower:
            at = bisect_left(xs, x - near)
            while at < len(pins) and pins[at][0] <= x + near:
                other = nets[pins[at][1]]
                if other.key != net.key and other not in found[net.key]:
                    found[net.key].append(other)
                at += 1
    return found
