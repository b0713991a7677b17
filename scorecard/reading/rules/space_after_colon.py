"""A blank follows the colon behind a key.

Without the blank the key and its value are one word.

Good:
    name: Coffee
    goals:
      growth: {perspective: financial}

Bad:
    name:Coffee
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Loc, Part, Position, Problem


def problem(written: str, *, position: Position | None = None, loc: Loc = (), part: Part = "value") -> Problem:
    """``written`` is ``key:value``."""
    key, _, value = written.partition(":")
    return Problem(
        rule="space-after-colon",
        loc=loc,
        part=part,
        position=position,
        message="a blank is missing behind the colon of `{key}:`",
        label="one word for YAML",
        hint="write `{key}: {value}`",
        params={"key": key, "value": value.strip()},
    )
