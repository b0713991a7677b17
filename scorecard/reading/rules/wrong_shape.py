"""A value has the shape its key asks for: a text, a number, a list or a block of keys.

Good:
    goals:
      growth:
        perspective: financial
        driven_by: [skills]
      skills: {perspective: learning}

Bad:
    goals:
      growth:
        perspective: financial
        driven_by: skills
      skills: {perspective: learning}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem

_EXAMPLE = {
    "list of ids": "write it in brackets: `[{text}]`",
    "block of keys": "give it keys of its own, one to a line, two blanks further in",
    "pair of numbers": "write two numbers in brackets: `[900, 1100]`",
    "list of points": "write pairs of value and performance: `[[10, 80%], [20, 100%]]`",
    "date": "write a date such as `2026-12-31`",
}


def problem(loc: Loc, wanted: str, found: str, text: str = "") -> Problem:
    """A ``wanted`` should stand at ``loc``; a ``found`` does."""
    return Problem(
        rule="wrong-shape",
        loc=loc,
        message="a {wanted} should stand here, not a {found}",
        label="a {found}",
        hint=_EXAMPLE.get(wanted, ""),
        params={"wanted": wanted, "found": found, "text": text or "first-id, second-id"},
    )
