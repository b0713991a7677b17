"""Every row of a source has as many cells as there are headings.

A row that is cut short, mostly the last one of a download that broke off, is an error and not a smaller figure. A
quote that opens a cell has to be closed.

Good:
    date,title,reach
    2026-01-31,"One, two",1200

Bad:
    date,title,reach
    2026-01-31,One, two,1200
"""

from __future__ import annotations

from scorecard.problem import Position, Problem


def cells(path: str, at: Position, found: int, wanted: int, *, last: bool) -> Problem:
    """A row has ``found`` cells under ``wanted`` headings; ``last`` tells that the file ends in it."""
    message = "the row has {found}, but there are {wanted}"
    if found > wanted:
        hint = "a cell with the delimiter in it stands in double quotes"
    elif found == 1:
        hint = "is the whole row in quotes, or another sign between its cells? export the file anew"
    else:
        hint = "write the missing cells, or delete the row"
    if last and found < wanted:
        message = "the file ends in the middle of a row: it has {found}, but there are {wanted}"
        hint = "the download broke off: export the file anew"
    params = {"found": f"{found} cell{'' if found == 1 else 's'}", "wanted": f"{wanted} headings"}
    return Problem(
        rule="cut-row",
        path=path,
        position=at,
        message=message,
        label="too many" if found > wanted else "cut off",
        hint=hint,
        params=params,
    )


def open_quote(path: str, at: Position, line: int) -> Problem:
    """A quote opens here and is not closed, or text follows a closed one; the file goes on to ``line``."""
    return Problem(
        rule="cut-row",
        path=path,
        position=at,
        message="a double quote opens here and is not closed before the next cell or the end of the file (line {line})",
        label="not closed",
        hint='close it; a quote inside of a cell is written twice (`""`). If the file is cut off, export it anew',
        params={"line": line},
    )
