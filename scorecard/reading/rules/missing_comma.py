"""Entries in brackets and keys in braces are parted by commas.

Good:
    goals:
      growth: {perspective: financial, owner: Sales}

Bad:
    goals:
      growth: {perspective: financial owner: Sales}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, before: str, behind: str) -> Problem:
    """``before`` and ``behind`` stand side by side, and ``behind`` at ``position`` begins something new."""
    return Problem(
        rule="missing-comma",
        position=position,
        message="a comma is missing before `{behind}`",
        label="a new entry begins here",
        hint="write `{before}, {behind}`",
        params={"before": before, "behind": behind},
    )
