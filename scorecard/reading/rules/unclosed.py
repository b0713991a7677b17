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
    """``opening`` at ``position`` is not closed; the reader noticed on line ``seen``."""
    return Problem(
        rule="unclosed",
        position=position,
        message="the `{opening}` that opens here is not closed",
        label="opens here",
        hint="write `{closing}` where it ends (noticed on line {seen})",
        params={"opening": opening, "closing": _CLOSING.get(opening, opening), "seen": seen},
    )


def wrong_closing(position: Position, found: str, opening: str, opened: Position) -> Problem:
    """``found`` closes a bracket that is not open; the open one is ``opening`` at ``opened``."""
    return Problem(
        rule="unclosed",
        position=position,
        message="`{found}` stands here, but the bracket that is open is `{opening}` (line {line}, column {column})",
        label="`{closing}` is expected here",
        hint="close the `{opening}` with `{closing}`, or delete this `{found}`",
        params={
            "found": found,
            "opening": opening,
            "closing": _CLOSING[opening],
            "line": opened.line,
            "column": opened.column,
        },
    )


def too_many(position: Position, found: str) -> Problem:
    """``found`` closes a bracket, and none is open."""
    return Problem(
        rule="unclosed",
        position=position,
        message="`{found}` closes a bracket, but none is open any more",
        label="one too many",
        hint="delete this `{found}`",
        params={"found": found},
    )
