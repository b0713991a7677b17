"""A map nests at most 64 levels deep.

No strategy needs more than eight; deeper nesting is a slip or an attack.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
      ]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, deepest: int) -> Problem:
    """One level more than ``deepest`` begins here."""
    return Problem(
        rule="nesting",
        position=position,
        message="lists and blocks stand more than {deepest} levels inside each other",
        label="one level too deep",
        hint="close the brackets, or indent less: a map has eight levels at most",
        params={"deepest": deepest},
    )
