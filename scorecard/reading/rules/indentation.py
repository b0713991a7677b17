"""Keys that belong together begin in the same column.

The indentation alone says what belongs to what: keys of one goal stand exactly below each other, two blanks further
in than the goal.

Good:
    goals:
      growth:
        perspective: financial
        owner: Sales

Bad:
    goals:
      growth:
        perspective: financial
       owner: Sales
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def problem(position: Position, found: int, wanted: tuple[int, ...]) -> Problem:
    """The line begins in column ``found``; lines above it began in the columns ``wanted``."""
    columns = " or ".join(str(column) for column in wanted)
    return Problem(
        rule="indentation",
        position=position,
        message="the line begins in column {found}, where nothing above it begins",
        label="does not line up",
        hint="begin it in column {columns}, below the keys it belongs to"
        if wanted
        else "line it up with the keys above",
        params={"found": found, "columns": columns},
    )
