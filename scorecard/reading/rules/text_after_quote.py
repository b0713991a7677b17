"""Nothing follows the closing quote of a text.

A quote inside a text ends it too early. Put the whole text into the other kind of quotes. The same holds for a text
that begins with a bracket.

Good:
    name: "Don't stop"
    goals:
      growth: {perspective: financial}

Bad:
    name: 'Don't stop'
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, corrected: str) -> Problem:
    """Text goes on behind a closing quote."""
    return Problem(
        rule="text-after-quote",
        position=position,
        message="the text goes on behind its closing quote",
        label="behind the quote",
        hint="put the whole text in quotes: `{corrected}`",
        params={"corrected": corrected},
    )


def behind_bracket(position: Position, corrected: str) -> Problem:
    """A text begins with a bracket and goes on behind the one that closes it."""
    return Problem(
        rule="text-after-quote",
        position=position,
        message="the text goes on behind its closing bracket",
        label="behind the bracket",
        hint="put the whole text in quotes: `{corrected}`",
        params={"corrected": corrected},
    )
