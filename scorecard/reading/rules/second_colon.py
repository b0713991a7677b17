"""A text with a colon and a blank in it stands in quotes.

In YAML a colon followed by a blank ends a key, so a second one on the line cannot be understood.

Good:
    description: "Train the team: they answer faster"
    goals:
      growth: {perspective: financial}

Bad:
    description: Train the team: they answer faster
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, corrected: str) -> Problem:
    """A second ``: `` follows on the same line."""
    return Problem(
        rule="second-colon",
        position=position,
        message="the text has a second colon, so YAML cannot tell where it begins",
        label="the second colon",
        hint="put the text in quotes: `{corrected}`",
        params={"corrected": corrected},
    )
