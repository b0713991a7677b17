r"""Lines are indented by blanks, never by tabs.

A tab is as wide as each editor likes, so YAML does not take one as indentation.

Good:
    goals:
      growth:
        perspective: financial

Bad (bytes):
    goals:
    \tgrowth:
    \t  perspective: financial
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, corrected: str) -> Problem:
    """A tab stands where only blanks may."""
    return Problem(
        rule="tab",
        position=position,
        message="this line is indented with a tab; YAML wants blanks",
        label="a tab",
        hint="write two blanks for each step: `{corrected}`",
        params={"corrected": corrected},
    )
