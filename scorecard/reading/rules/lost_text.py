"""A text with a blank and `#` in it stands in quotes.

From ` #` on everything is a comment and lost. In quotes it is text; a comment on a text stands on a line of its own.

Good:
    name: "The #1 choice"
    goals:
      growth: {perspective: financial}

Bad:
    name: The #1 choice
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem
from scorecard.reading.quoting import in_quotes


def problem(position: Position, kept: str, lost: str, blanks: str, key: str) -> Problem:
    """Of a text only ``kept`` is read; ``lost`` was taken for a comment. ``key`` is what stands before the text."""
    return Problem(
        rule="lost-text",
        position=position,
        message="everything from ` #` on is lost as a comment: the text is only `{kept}`",
        label="lost",
        hint="write `{corrected}`, or put the comment on a line of its own",
        params={"kept": kept, "corrected": key + in_quotes(kept + blanks + lost)},
    )


def bracket(position: Position, corrected: str, opening: str) -> Problem:
    """The comment swallows the rest of a line in brackets that began with ``opening``."""
    return Problem(
        rule="lost-text",
        position=position,
        message="everything from ` #` on is lost as a comment, and with it what closes the `{opening}`",
        label="lost",
        hint="write `{corrected}`, or put the comment behind the line",
        params={"corrected": corrected, "opening": opening},
    )
