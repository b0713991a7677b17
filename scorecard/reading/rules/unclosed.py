"""Every quote, bracket and brace is closed.

What opens with `"`, `'`, `[` or `{` goes on until it is closed, over as many lines as it takes.

Good:
    name: "Coffee"
    goals:
      growth: {perspective: financial}

Bad:
    name: "Coffee
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem

_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}


def problem(position: Position, opening: str, seen: int) -> Problem:
    """``opening`` at ``position`` is not closed properly; the reader noticed on line ``seen``."""
    return Problem(
        rule="unclosed",
        position=position,
        message="the `{opening}` that opens here is not closed as it should be",
        label="opens here",
        hint="write `{closing}` where it ends, and a comma between two entries (noticed on line {seen})",
        params={"opening": opening, "closing": _CLOSING.get(opening, opening), "seen": seen},
    )
