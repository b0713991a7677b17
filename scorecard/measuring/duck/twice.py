"""Rows of one date and combination that a stock cannot choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scorecard.measuring.duck import careful
from scorecard.measuring.duck.figures import Question
from scorecard.measuring.duck.headings import Layout
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.duck.stocks import twins
from scorecard.measuring.duck.table import ALL, ROWS
from scorecard.measuring.duck.text_rows import MOST
from scorecard.measuring.duck.wanted import FILE, ROW
from scorecard.measuring.rules import row_twice
from scorecard.measuring.rules.row_twice import Twin
from scorecard.measuring.sql_text import identifier
from scorecard.problem import Problem

if TYPE_CHECKING:
    import duckdb


def twins_of(
    connection: duckdb.DuckDBPyConnection, question: Question, files: Sequence[tuple[Opened, Layout]]
) -> list[Problem]:
    """Name both rows of each such pair."""
    stocks = {stock.column: stock for fenced in question.formulas.values() for stock in fenced.stocks}
    dimensions = list(map(identifier, question.dimensions.values()))
    pairs: dict[tuple[int, int], None] = {}
    for stock in stocks.values():
        query = twins(ROWS, stock, question.date, dimensions, MOST)
        pairs |= dict.fromkeys(connection.execute(query).fetchall())
    places: dict[int, careful.Rows | Problem] = {}
    problems = []
    for first, second in sorted(pairs)[:MOST]:
        one, other = (_twin(connection, row, files, places) for row in (first, second))
        problems.append(row_twice.problem(one, other, *_said(connection, second, question)))
    return problems


def _twin(
    connection: duckdb.DuckDBPyConnection,
    row: int,
    files: Sequence[tuple[Opened, Layout]],
    places: dict[int, careful.Rows | Problem],
) -> Twin:
    file = identifier(FILE)
    number = connection.execute(f"SELECT {file} FROM {ALL} WHERE rowid = {row}").fetchall()[0][0]
    first = connection.execute(f"SELECT min(rowid) FROM {ALL} WHERE {file} = {number}").fetchall()[0][0]
    opened = files[number][0]
    if number not in places:
        places[number] = careful.rows_of(opened, connection)
    rows = places[number]
    if isinstance(rows, Problem):
        return Twin(opened.name, None, "a row")
    return Twin(opened.name, rows.position(row - first, 0), rows.where(row - first))


def _said(connection: duckdb.DuckDBPyConnection, row: int, question: Question) -> tuple[str, str]:
    """The date of a row and its dimension values, in words."""
    columns = ", ".join(map(identifier, [question.date, *question.dimensions.values()]))
    when, *values = connection.execute(f"SELECT {columns} FROM {ROWS} WHERE {identifier(ROW)} = {row}").fetchall()[0]
    date = when.isoformat(sep=" ").removesuffix(" 00:00:00")
    pairs = zip(question.dimensions, values, strict=True)
    return date, ", ".join(f"{name} {value}" for name, value in pairs if value is not None)
