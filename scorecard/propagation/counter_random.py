"""Random numbers that are counted: which ones a KPI gets depends on nothing but the seed, its id and the draw.

Philox (Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", 2011) makes its numbers from a key and a
counter. The key is told from seed and KPI, the counter from the chunk of draws, so it does not matter who draws a
chunk, when, and beside what else.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import numpy

from scorecard.propagation.sweep_sums import Floats

CHUNK = 2048
"""So many draws are made at once."""


def key_of(seed: int, item: str) -> list[int]:
    """The key of a KPI: 128 bits of the SHA-256 of seed and id."""
    digest = sha256(f"{seed}:{item}".encode()).digest()
    return [int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:16], "little")]


class Normals:
    """Standard normal numbers of some KPIs, chunk by chunk."""

    def __init__(self, seed: int, items: tuple[str, ...]) -> None:
        self._keys = [numpy.array(key_of(seed, item), dtype=numpy.uint64) for item in items]
        self._bits = numpy.random.Philox(key=0)
        self._generator = numpy.random.Generator(self._bits)
        self._state: Any = dict(self._bits.state)
        self._state["buffer_pos"] = 4  # nothing is left over from another key

    def fill(self, chunk: int, place: int, out: Floats) -> None:
        """Fill a row with the numbers of the KPI in ``place``; a shorter row has the first ones of the chunk."""
        counter = numpy.array([0, 0, chunk, 0], dtype=numpy.uint64)
        self._state["state"] = {"counter": counter, "key": self._keys[place]}
        self._bits.state = self._state
        self._generator.standard_normal(out=out)
