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


def outside(key: str, owner: str, column: int, *, loc: Loc = (), position: Position | None = None) -> Problem:
    """``key`` begins too far to the left to belong to ``owner``, as it was meant to; ``column`` is where it would."""
    return Problem(
        rule="indentation",
        loc=loc,
        part="key",
        position=position,
        message="`{key}` stands outside `{owner}`",
        label="too far to the left",
        hint="begin it in column {column}, where the keys of `{owner}` begin",
        params={"key": key, "owner": owner, "column": column, "offered": key},
    )


def inside(loc: Loc, section: str, around: str) -> Problem:
    """The ``section`` of the map at ``loc`` stands in another one, ``around``, as if it were an item there."""
    return Problem(
        rule="indentation",
        loc=loc,
        part="key",
        message="`{section}` stands inside `{around}`, so it is taken for an id there",
        label="too far to the right",
        hint="begin `{section}:` in column 1, and the lines that belong to it two blanks further in",
        params={"section": section, "around": around},
    )


def list_and_keys(position: Position, *, entry: bool) -> Problem:
    """An ``entry`` of a list stands among keys, or a key among the entries of a list."""
    return Problem(
        rule="indentation",
        position=position,
        message="a list and keys are mixed here: the lines above are keys, and this one begins with `-`"
        if entry
        else "a list and keys are mixed here: the lines above begin with `-`, and this one does not",
        label="an entry of a list" if entry else "a key",
        hint="write all of them in the same way: ids in `goals` and `kpis` without a `-`, ids in other lists with one",
    )
