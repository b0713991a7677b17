r"""Lines are indented by blanks, never by tabs.

A tab is as wide as each editor likes, so YAML does not take one as indentation.

Good:
    goals:
      growth:
        perspective: financial

Bad (bytes):
    goals:
    \tgrowth:
    \t  perspective: financial
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, corrected: str, *, tab: bool) -> Problem:
    """A tab, or another sort of blank, stands where only plain blanks may."""
    return Problem(
        rule="tab",
        position=position,
        message="this line is indented with a tab; YAML wants blanks"
        if tab
        else "this line is indented with a special blank, perhaps from a web page; YAML wants plain ones",
        label="a tab" if tab else "a special blank",
        hint="write `{corrected}`",
        params={"corrected": corrected},
    )
