"""A decision is due on a day, or in a period that stands for its last day, year first.

Anything else is no date, so the decision would never be due.

Good:
    ## Engaging content (engaging-content)

    - [ ] change: answer within a day · Community manager · 2026-12-15 · engaging-content

Bad:
    ## Engaging content (engaging-content)

    - [ ] change: answer within a day · Community manager · 15.12.2026 · engaging-content
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(text: str, path: str, position: Position) -> Problem:
    """``text`` stands where the day is expected, and is none."""
    return Problem(
        rule="bad-due",
        severity="warning",
        path=path,
        position=position,
        message="`{text}` is not a date, so the decision has no due date",
        label="not a date",
        hint="write a day `2026-12-15`, or a period for its last day: `2026-12`, `2026-Q4`",
        params={"text": text},
    )
