"""The text follows the rules of YAML.

This is said where the mistake is none of the usual ones.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    goals:
      growth: {perspective: financial}
    ]
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position | None, reason: str) -> Problem:
    """The parser gave up for ``reason``."""
    return Problem(
        rule="yaml-syntax",
        position=position,
        message="the text cannot be understood from here on",
        label="here, or shortly before",
        hint="compare the quotes, brackets, colons and indentation with the lines above (the reader says: {reason})",
        params={"reason": reason},
    )
