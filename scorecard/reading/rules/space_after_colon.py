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


def problem(
    key: str, corrected: str, *, position: Position | None = None, loc: Loc = (), part: Part = "value"
) -> Problem:
    """The value of ``key`` stands right behind its colon; ``corrected`` is what was meant."""
    return Problem(
        rule="space-after-colon",
        loc=loc,
        part=part,
        position=position,
        message="a blank is missing behind the colon of `{key}:`",
        label="one word for YAML",
        hint="write `{corrected}`",
        params={"key": key, "corrected": corrected},
    )
