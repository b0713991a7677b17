"""The first row of a file of figures: which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.measuring.recorded.figures import period_of_text
from scorecard.measuring.rules import figure_row
from scorecard.measuring.spot import Spot
from scorecard.problem import Problem
from scorecard.recorded import COLUMNS
from scorecard.table_text import Cell, Row, cells_of, position_of

MOST_COLUMNS = 1_000
_NEEDED = ("date", "kpi", "value")


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The numbers of the columns, from 0; ``dimensions`` pairs each dimension with its column, in the map's order.

    ``unnamed`` are columns without a name: spreadsheets leave such behind, and their cells have to be empty.
    """

    width: int
    date: int
    kpi: int
    value: int
    n: int | None
    note: int | None
    dimensions: tuple[tuple[str, int], ...]
    unnamed: tuple[int, ...]
    names: tuple[str, ...]


def header_of(text: str, row: Row, path: str, dimensions: Sequence[str]) -> Header | list[Problem]:
    """The columns that the first row names, or what is wrong with them."""
    whole = Spot(path, position_of(text, row, row.start, row.end))
    if len(row.cells) > MOST_COLUMNS:
        return [figure_row.many_columns(whole, len(row.cells), MOST_COLUMNS)]
    cells = cells_of(text, row)
    spots = [Spot(path, position_of(text, row, cell.start, cell.end), cell.text) for cell in cells]
    if row.fault is not None:
        return [figure_row.open_quote(whole) if row.fault == "open-quote" else figure_row.text_after_quote(whole)]
    if period_of_text(cells[0].text) is not None:
        return [figure_row.no_header(whole)]
    for delimiter in (";", "\t"):
        if len(cells) == 1 and delimiter in cells[0].text:
            return [figure_row.other_delimiter(whole, delimiter)]
    known = {name.casefold(): name for name in (*dimensions, *COLUMNS)}
    found, problems = _found(cells, spots, known)
    missing = [name for name in _NEEDED if name not in found]
    if missing and not problems:
        problems.append(figure_row.missing_columns(whole, missing))
    if problems:
        return problems
    return Header(
        width=len(cells),
        date=found["date"],
        kpi=found["kpi"],
        value=found["value"],
        n=found.get("n"),
        note=found.get("note"),
        dimensions=tuple((name, found[name]) for name in dimensions if name in found and name not in COLUMNS),
        unnamed=tuple(number for number, cell in enumerate(cells) if not cell.text),
        names=tuple(cell.text for cell in cells),
    )


def _found(cells: Sequence[Cell], spots: Sequence[Spot], known: dict[str, str]) -> tuple[dict[str, int], list[Problem]]:
    found: dict[str, int] = {}
    problems: list[Problem] = []
    for number, (cell, spot) in enumerate(zip(cells, spots, strict=True)):
        name = known.get(cell.text.casefold())
        if name in found:
            problems.append(figure_row.doubled_column(spot, cell.text))
        elif name is not None:
            found[name] = number
        elif cell.text:
            problems.append(figure_row.unknown_column(spot, cell.text, tuple(known.values())))
    return found, problems
