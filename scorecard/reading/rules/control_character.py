r"""A map has no control characters.

Characters that cannot be seen come in by copy and paste from other programs, and no one can find them again.

Good:
    name: Coffee
    goals:
      growth: {perspective: financial}

Bad (bytes):
    name: Cof\x07fee
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

import unicodedata

from scorecard.problem import Position, Problem


def problem(character: str, position: Position) -> Problem:
    """``character`` may not stand in YAML."""
    return Problem(
        rule="control-character",
        position=position,
        message="an invisible character ({code} {name}) stands here",
        label="delete it",
        hint="delete the character, or type this line anew",
        params={"code": f"U+{ord(character):04X}", "name": unicodedata.name(character, "a control character")},
    )
