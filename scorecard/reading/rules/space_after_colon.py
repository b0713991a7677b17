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
from scorecard.reading.quoting import SPECIAL_BLANKS


def problem(key: str, behind: str, *, position: Position | None = None, loc: Loc = (), part: Part = "value") -> Problem:
    """``behind`` stands right behind the colon of ``key``; it may begin with a blank that is none for YAML."""
    special = behind.startswith(tuple(SPECIAL_BLANKS))
    return Problem(
        rule="space-after-colon",
        loc=loc,
        part=part,
        position=position,
        message="the blank behind the colon of `{key}:` is a special one, perhaps from a web page"
        if special
        else "a blank is missing behind the colon of `{key}:`",
        label="one word for YAML",
        hint="write `{corrected}`, with a plain blank" if special else "write `{corrected}`",
        params={"key": key, "corrected": f"{key}: {behind.strip(' ' + SPECIAL_BLANKS)}"},
    )
