"""A file with more than a thousand mistakes in its writing is reported in part.

The mistakes are mostly one mistake that stands in many places. Mend those that are shown and look again.

Good:
    goals:
      growth: {perspective: financial}

Bad (× 1,100):
    goals: {growth: {perspective: financial}}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position | None = None) -> Problem:
    """More mistakes were found than are reported; the last of those at ``position``."""
    return Problem(
        rule="too-many-mistakes",
        position=position,
        message="the file has more mistakes than these; not all of them are listed",
        hint="mend these first, most of them are one mistake in many places",
    )
