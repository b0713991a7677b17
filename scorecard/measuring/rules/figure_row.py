"""A file of figures is a table with a line of column names and rows that have as many cells.

The columns are `date`, `kpi` and `value`; if you like `n`, `note` and one for each dimension of the map, in any order.
Commas part the cells; a cell with a comma stands in double quotes. The file is saved as UTF-8. A row that is cut
short, perhaps because a copy broke off, is an error and not a smaller figure.

Good:
    date,kpi,value,note
    2026-10,followers,12280,"counted by hand, twice"

Bad:
    date,kpi,value,note
    2026-10,followers
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

from scorecard.measuring.spot import Spot
from scorecard.problem import Position, Problem


def empty(path: str) -> Problem:
    """There is nothing in the file."""
    message = "the file is empty: not even its columns are named"
    return _problem(Spot(path, None), message, "", "begin it with the line `date,kpi,value`, or delete the file")


def no_header(at: Spot) -> Problem:
    """The first row is one of figures."""
    hint = "begin the file with the line `date,kpi,value`"
    return _problem(at, "the first line does not name the columns", "a figure already", hint)


def missing_columns(at: Spot, missing: Sequence[str], hint: str = "") -> Problem:
    """The first row names no column for what a figure needs."""
    names = "`" + "` and `".join(missing) + "`"
    hint = hint or "name them in the first line: `date,kpi,value`"
    return _problem(at, "the column {names} is missing", "the columns there are", hint, names=names)


def unknown_column(at: Spot, name: str, known: Collection[str]) -> Problem:
    """A column of another name than those that a file of figures may have."""
    if not name:
        return _problem(at, "a column has no name", "no name", "name it, or delete it")
    near = get_close_matches(name[:100].lower(), known, n=1)
    hint = "did you mean `{nearest}`?" if near else "the columns are {known}; a column of another name is an error"
    words = {"name": name, "nearest": "".join(near), "known": ", ".join(known)}
    return _problem(at, "a file of figures has no column `{name}`", "unknown", hint, **words)


def doubled_column(at: Spot, name: str) -> Problem:
    """Two columns have one name."""
    return _problem(at, "the column `{name}` stands here twice", "the second one", "delete one of them", name=name)


def many_columns(at: Spot, found: int, most: int) -> Problem:
    """The first row has more than the ``most`` cells that are allowed."""
    words = {"found": f"{found:,}", "most": f"{most:,}"}
    return _problem(at, "the first line has {found} cells; {most} are allowed", "too many", "", **words)


def two_forms(at: Spot) -> Problem:
    """A filled-in table has a column ``value`` and columns for periods as well."""
    hint = "keep the column `value` (with `period` beside it), or a column for each period"
    return _problem(at, "the table has a column `value` and columns for periods", "a period as well", hint)


def other_delimiter(at: Spot, delimiter: str) -> Problem:
    """Something else than commas parts the cells."""
    words = {"delimiter": {";": "semicolons", "\t": "tabs"}[delimiter]}
    hint = "save it with commas, or take its figures in with `scorecard record --from FILE`"
    return _problem(at, "{delimiter} part the cells of this file, not commas", "no commas", hint, **words)


def few_cells(at: Spot, found: int, wanted: int, *, cut: bool) -> Problem:
    """A row has too few cells; ``cut`` says that the file ends in it."""
    cells = f"{found} cell{'' if found == 1 else 's'} instead of {wanted}"
    if cut:
        hint = "the end of the file is missing: take it from where it was copied from, or write the row again"
        return _problem(at, "the file ends in the middle of a row: {cells}", "cut here", hint, cells=cells)
    hint = "write the missing cells; one that is to stay empty needs its comma"
    return _problem(at, "the row has {cells}", "too short", hint, cells=cells)


def many_cells(at: Spot, found: int, wanted: int) -> Problem:
    """A row has more cells than there are columns; ``at`` is the first of those."""
    hint = 'a text or number with a comma stands in double quotes: "so, for instance"'
    return _problem(at, "the row has {found} cells instead of {wanted}", "too many", hint, found=found, wanted=wanted)


def open_quote(at: Spot) -> Problem:
    """A quote is open at the end of the file."""
    message = "the quote that opens here is not closed before the file ends"
    hint = 'write `"` where the text ends; if the end of the file is missing, take it from where it was copied from'
    return _problem(at, message, "opens here", hint)


def text_after_quote(at: Spot) -> Problem:
    """Something stands between a closing quote and the next comma."""
    hint = 'write a quote inside of quotes twice: "a ""real"" friend"'
    return _problem(at, "text stands behind the closing quote of this cell", "the quote ends in it", hint)


def long_cell(at: Spot, length: int, most: int) -> Problem:
    """A cell has more than the ``most`` characters that are allowed."""
    hint = "is a quote not closed where it should be? else shorten it"
    words = {"length": f"{length:,}", "most": f"{most:,}"}
    return _problem(at, "a cell has {length} characters; {most} are allowed", "too long", hint, **words)


def not_utf8(path: str, position: Position, byte: int, *, cut: bool) -> Problem:
    """A byte begins no character of UTF-8; ``cut`` says that the file ends inside of the character."""
    at = Spot(path, position)
    if cut:
        hint = "the end of the file is missing: take it from where it was copied from, or write the row again"
        return _problem(at, "the file ends in the middle of a character", "cut here", hint)
    message = "the file is not saved as UTF-8: byte {byte} is no character there"
    label = "this character was saved in another encoding"
    return _problem(at, message, label, "save the file with the encoding UTF-8", byte=f"{byte:#04x}")


def utf16(path: str) -> Problem:
    """The file begins, or is filled with zeros, as UTF-16 is."""
    message = "the file is saved as UTF-16 (“Unicode” in some programs) or holds zero bytes; it is not UTF-8 text"
    at = Spot(path, Position(line=1, column=1))
    return _problem(at, message, "", "save the file with the encoding UTF-8")


def _problem(at: Spot, message: str, label: str, hint: str, **params: object) -> Problem:
    params["column"] = at.column
    return Problem(
        rule="figure-row",
        path=at.path,
        position=at.position,
        message=message,
        label=label,
        hint=hint,
        params=params,
    )
