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

from scorecard.problem import Loc, Position, Problem


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


def flat(loc: Loc, item: str, key: str) -> Problem:
    """What belongs to ``item`` stands in its own column; ``key`` at ``loc`` is the first of it."""
    return Problem(
        rule="indentation",
        loc=loc,
        part="key",
        message="`{key}` stands in the same column as `{item}`, so it does not belong to it",
        label="not indented",
        hint="begin it and the lines that belong to it two blanks further in than `{item}:`",
        params={"item": item, "key": key},
    )


def run_on(loc: Loc, entry: str) -> Problem:
    """The entry at ``loc`` goes on over the next line, where ``- entry`` was meant as another one."""
    return Problem(
        rule="indentation",
        loc=loc,
        message="`- {entry}` is indented further than this entry, so YAML takes it for more of its text",
        label="goes on over the next line",
        hint="begin `- {entry}` in the same column as the `-` of this entry",
        params={"entry": entry},
    )


def entry_among_keys(position: Position) -> Problem:
    """``- `` begins in a column where keys begin."""
    return Problem(
        rule="indentation",
        position=position,
        message="the entry of a list stands here, where a key is expected",
        label="which key does it belong to?",
        hint="write the key of the list above it, such as `lagging:`, and the `-` below that",
    )
