"""A column that a figure needs is in every file of its source.

Platforms rename their columns. If the rows of a renamed column counted as empty, the figure would be wrong without a
word. Headings are compared without case and with blanks collapsed; the map gives a column its heading under `columns`,
and a column that a file really does not have is said under `set`, with an empty text.

Good:
    files:
      - {file: data/2025.csv, columns: {reach: Reach}}
      - {file: data/2026.csv, columns: {reach: Unique viewers}}
      - {file: data/older.csv, set: {reach: ""}}

Bad:
    files:
      - {file: "data/202*.csv", columns: {reach: Reach}}  # the file of 2026 has no column `Reach`
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.problem import Loc, Problem

_SHOWN = 8


def problem(
    loc: Loc, path: str, column: str, heading: str, near: str, headings: Sequence[str], *, date: bool = False
) -> Problem:
    """``column``, under its ``heading``, is not in the file; ``near`` is one of its ``headings`` that resembles it."""
    message = "`{path}` has no column `{heading}`"
    if heading.casefold() != column.casefold():
        message += ", which is to be `{column}`"
    if date:
        message += ", the date of the rows"
    hint = "write the heading that the file has beside it: `columns: {{{column}: …}}`"
    if near:
        hint = "if its heading is now `{near}`, write `columns: {{{column}: {near}}}` beside that file"
    else:
        hint += " (it has: {found}); if the headings stand further down, say `skip: 2` for two lines above them"
    if not date:
        hint += '; if the file really has no such column, write `set: {{{column}: ""}}`'
    return Problem(
        rule="column-missing",
        loc=loc,
        message=message,
        label="no such column",
        hint=hint,
        params={"path": path, "column": column, "heading": heading, "near": near, "found": _some(headings)},
    )


def _some(headings: Sequence[str]) -> str:
    named = [heading for heading in headings if heading.strip()]
    return ", ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")
