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

from scorecard.problem import Loc, Position, Problem


def problem(corrected: str, *, position: Position | None = None, loc: Loc = ()) -> Problem:
    """A second ``: `` follows on the same line; ``corrected`` has the text in quotes."""
    return Problem(
        rule="second-colon",
        position=position,
        loc=loc,
        message="a text with a colon and a blank in it has to stand in quotes",
        label="the second colon" if position else "read as a key and its value",
        hint="put the text in quotes: `{corrected}`",
        params={"corrected": corrected},
    )
