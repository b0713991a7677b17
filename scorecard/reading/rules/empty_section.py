"""A section that is written has something in it.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    goals: {}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def problem(loc: Loc, key: str) -> Problem:
    """The section ``key`` is empty."""
    return Problem(
        rule="empty-section",
        loc=loc,
        part="key",
        message="`{key}` is empty",
        label="nothing in it",
        hint="a map needs at least one of them" if key == "goals" else "fill it, or leave it out",
        params={"key": key},
    )
