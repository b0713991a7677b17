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
        message="a tab stands before the text of this line, where YAML wants blanks"
        if tab
        else "a special blank, perhaps from a web page, stands before the text of this line; YAML wants plain ones",
        label="a tab" if tab else "a special blank",
        hint="write `{corrected}`",
        params={"corrected": corrected},
    )


def special_blank(position: Position) -> Problem:
    """A special blank parts the entries of a list or a block in brackets."""
    return Problem(
        rule="tab",
        position=position,
        message="a special blank, perhaps from a web page, stands here; YAML wants plain ones",
        label="a special blank",
        hint="delete it, or type the blank anew",
    )
