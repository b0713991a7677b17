"""A key ends with a colon.

A line without a colon goes on with the text of the line above, so the next line that has one cannot be understood.

Good:
    name: Coffee
    goals:
      growth: {perspective: financial}

Bad:
    name = Coffee
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, corrected: str, sign: str = "") -> Problem:
    """The line has no colon with a blank, maybe another ``sign``, and was probably meant as ``corrected``."""
    return Problem(
        rule="missing-colon",
        position=position,
        message="this line has no key with a colon and a blank behind it"
        if sign != "："
        else "the colon on this line is a wide one; YAML wants a plain `:` and a blank",
        label="no colon and blank" if sign != "：" else "a wide colon",
        hint="write `{corrected}`",
        params={"corrected": corrected},
    )


def other_comment(position: Position, corrected: str) -> Problem:
    """The line is a comment in the way of programs, with two slashes."""
    return Problem(
        rule="missing-colon",
        position=position,
        message="this line has no colon, so it is no key; a comment begins with `#`",
        label="not a comment here",
        hint="write `{corrected}`",
        params={"corrected": corrected},
    )


def text_goes_on(position: Position, corrected: str) -> Problem:
    """The line goes on with a text from above, but begins where only a key may."""
    return Problem(
        rule="missing-colon",
        position=position,
        message="this line has no colon, so it is no key, and it is not indented like more of the text above",
        label="no colon",
        hint="if the text above goes on here, indent the line further than its key: `{corrected}`",
        params={"corrected": corrected},
    )
