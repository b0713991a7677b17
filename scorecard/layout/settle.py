"""Places on a line: as near as possible to where each thing wants to be, with the distances that must be kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def settle(
    wishes: Sequence[float],
    weights: Sequence[float],
    distances: Sequence[float],
    low: float,
    high: float,
    *,
    whole: bool = False,
) -> list[float]:
    """The places with the smallest weighted sum of squares to the ``wishes`` that keep the ``distances``.

    ``distances`` has one entry less than ``wishes``: the least distance of each neighbouring pair. The first place is
    at least ``low`` and the last at most ``high``, which must leave room for all. Exact: with the distances taken off,
    this is an isotonic regression, solved by pooling adjacent violators (Ayer et al. 1955), and bounds clip it.
    ``whole`` rounds to whole numbers, which keeps whole distances.
    """
    offsets = list(accumulate(distances, initial=0.0))
    pools: list[tuple[float, float, int]] = []
    for wish, weight, offset in zip(wishes, weights, offsets, strict=True):
        pool = ((wish - offset) * weight, weight, 1)
        while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
            before = pools.pop()
            pool = (before[0] + pool[0], before[1] + pool[1], before[2] + pool[2])
        pools.append(pool)
    top = high - offsets[-1]
    places: list[float] = []
    for total, weight, count in pools:
        level = min(max(total / weight, low), top)
        places += [round(level) if whole else level] * count
    return [place + offset for place, offset in zip(places, offsets, strict=True)]
