"""A section that is written has something in it.

Good:
    goals:
      growth: {perspective: financial}

Bad:
    perspectives: {}
    goals:
      growth: {perspective: financial}
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
        hint="a map needs at least one goal: `{smallest}`" if key == "goals" else "fill it, or leave the line out",
        params={"key": key, "smallest": "goals: {grow-profit: {perspective: financial}}"},
    )
