"""The table of a source -> the figures of windows and dimension values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

from scorecard.actuals import DimensionValues
from scorecard.measuring.duck.stocks import with_stocks
from scorecard.measuring.duck.table import ROWS
from scorecard.measuring.duck.wanted import DAY, WINDOW
from scorecard.measuring.duck.windows import windowed
from scorecard.measuring.fence import Fenced
from scorecard.measuring.source import Cell
from scorecard.measuring.sql_text import identifier
from scorecard.period import Days

if TYPE_CHECKING:
    import duckdb

_DAY, _WINDOW = identifier(DAY), identifier(WINDOW)


@dataclass(slots=True)
class Figures:
    """What comes out, as in `Evaluation`."""

    values: dict[Cell, float | None] = field(default_factory=dict)
    rows: dict[tuple[int, DimensionValues], int] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What is asked: ``formulas`` over ``windows``, of the whole and of the values of the dimensions ``asked``.

    ``dimensions`` are all that the source has, by their names in the map, with their columns.
    """

    formulas: Mapping[str, Fenced]
    windows: Sequence[Days]
    dimensions: Mapping[str, str]
    asked: Sequence[str]
    date: str

    @property
    def sets(self) -> list[tuple[str, ...]]:
        """What is grouped by besides the window: nothing, each dimension that is asked for, all of them."""
        return list(dict.fromkeys([(), *((name,) for name in self.asked), tuple(self.dimensions)]))


def figures(connection: duckdb.DuckDBPyConnection, question: Question) -> Figures:
    """Work out everything in one look at the rows.

    Raises:
        duckdb.Error: when a row, or a formula over some of them, cannot be worked out.
    """
    found = Figures()
    _groups(connection, question, found)
    _gaps(connection, question, found)
    return found


def figures_one_by_one(connection: duckdb.DuckDBPyConnection, question: Question) -> Figures:
    """The same, formula by formula and where need be window by window: one that fails has no value there."""
    found = Figures()
    _groups(connection, _only(question, []), found)
    for name in question.formulas:
        alone = _only(question, [name])
        if not _tried(connection, alone, found):
            _window_by_window(connection, alone, name, found)
    _order(found, question)
    return found


def _window_by_window(connection: duckdb.DuckDBPyConnection, alone: Question, name: str, found: Figures) -> None:
    for number, window in enumerate(alone.windows):
        part = Figures()
        one = Question(
            formulas=alone.formulas,
            windows=[window],
            dimensions=alone.dimensions,
            asked=alone.asked,
            date=alone.date,
        )
        known = _tried(connection, one, part)
        if not known:
            part = Figures()
            _groups(connection, _only(one, []), part)
            whole = [()] if part.rows else []
            parts = [
                tuple(pair for pair in values if pair[0] == dimension)
                for (_, values) in part.rows
                for dimension in alone.asked
            ]
            part.values = {Cell(name, 0, values): None for values in [*whole, *parts]}
        found.values |= {cell._replace(window=number): value for cell, value in part.values.items()}


def _tried(connection: duckdb.DuckDBPyConnection, question: Question, found: Figures) -> bool:
    import duckdb

    part = Figures()
    try:
        _groups(connection, question, part)
        _gaps(connection, question, part)
    except duckdb.Error:
        return False
    found.values |= part.values
    return True


def _only(question: Question, names: Sequence[str]) -> Question:
    return Question(
        formulas={name: question.formulas[name] for name in names},
        windows=question.windows,
        dimensions=question.dimensions,
        asked=question.asked,
        date=question.date,
    )


def _order(found: Figures, question: Question) -> None:
    place = {name: number for number, name in enumerate(question.formulas)}
    found.values = dict(sorted(found.values.items(), key=lambda item: (place[item[0].expression], item[0][1:])))


def _relation(question: Question) -> str:
    """The rows with their windows, their dimension values as text, and the columns of stocks."""
    stocks = {stock.column: stock for fenced in question.formulas.values() for stock in fenced.stocks}
    parts = "".join(
        f", coalesce(CAST({identifier(column)} AS VARCHAR), '') AS {_part(name)}"
        for name, column in question.dimensions.items()
    )
    rows = f"SELECT *{parts} FROM ({windowed(ROWS, question.windows)})"
    return with_stocks(rows, list(stocks.values()), question.date, list(map(_part, question.dimensions)))


def _part(dimension: str) -> str:
    return identifier(f" part of {dimension}")


def _groups(connection: duckdb.DuckDBPyConnection, question: Question, found: Figures) -> None:
    names = list(question.dimensions)
    parts = [_part(name) for name in names]
    formulas = [f"({fenced.sql})" for fenced in question.formulas.values()]
    grouping = [f"grouping({', '.join(parts)})"] if parts else ["0"]
    chosen = [*grouping, _WINDOW, *parts, "count(*)", f"min({_DAY})", f"max({_DAY})", *formulas]
    sets = ", ".join(f"({', '.join([_WINDOW, *map(_part, inside)])})" for inside in question.sets)
    query = f"SELECT {', '.join(chosen)} FROM ({_relation(question)}) GROUP BY GROUPING SETS ({sets})"
    masks = {_mask(names, inside): inside for inside in question.sets}
    rows = sorted(
        connection.execute(query).fetchall(),
        key=lambda row: (-row[0], row[1] is None, row[1:2], row[2 : 2 + len(names)]),
    )
    for row in rows:
        _take(row, masks[row[0]], names, question, found)


def _mask(names: Sequence[str], inside: Sequence[str]) -> int:
    """What DuckDB's ``grouping`` says: a bit for each name that is not grouped by, the last name being the lowest."""
    return sum(1 << (len(names) - 1 - place) for place, name in enumerate(names) if name not in inside)


def _take(
    row: tuple[Any, ...], inside: tuple[str, ...], names: Sequence[str], question: Question, found: Figures
) -> None:
    window, values, rest = row[1], row[2 : 2 + len(names)], row[2 + len(names) :]
    count, first, last, *worked_out = rest
    if not inside:
        found.first = first if found.first is None else min(found.first, first)
        found.last = last if found.last is None else max(found.last, last)
    if window is None:
        return
    combination = tuple((name, value) for name, value in zip(names, values, strict=True) if name in inside)
    if inside == tuple(names):
        found.rows[window, combination] = count
    if not inside or inside in {(name,) for name in question.asked}:
        for name, value in zip(question.formulas, worked_out, strict=True):
            found.values[Cell(name, window, combination)] = rounded(value)


def _gaps(connection: duckdb.DuckDBPyConnection, question: Question, found: Figures) -> None:
    """Windows without rows between rows are worked out over no rows."""
    if not question.formulas or found.first is None or found.last is None:
        return
    have = {cell.window for cell in found.values}
    gaps = [
        number
        for number, window in enumerate(question.windows)
        if number not in have and found.first < window.start <= window.end < found.last
    ]
    if not gaps:
        return
    formulas = ", ".join(f"({fenced.sql})" for fenced in question.formulas.values())
    row = connection.execute(f"SELECT {formulas} FROM ({_relation(question)}) WHERE false").fetchall()[0]
    for number in gaps:
        for name, value in zip(question.formulas, row, strict=True):
            found.values[Cell(name, number, ())] = rounded(value)


def rounded(value: object) -> float | None:
    """A figure with 12 significant digits; what is not finite is no value."""
    if not isinstance(value, int | float):
        return None
    number = float(value)
    return float(f"{number:.12g}") + 0.0 if isfinite(number) else None
