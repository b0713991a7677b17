"""A file read cell by cell by ourselves: its rows go into a table at once, or what is wrong with it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from scorecard.measuring.duck import cells, typed
from scorecard.measuring.duck.cells import Value
from scorecard.measuring.duck.headings import Layout, folded, tidy
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.duck.text_rows import MOST, TextFile, read_text
from scorecard.measuring.duck.wanted import Wanted
from scorecard.measuring.fence import ColumnKind
from scorecard.measuring.rules import bad_cell, bad_day, file_unreadable
from scorecard.measuring.spot import Spot
from scorecard.measuring.sql_text import identifier, literal
from scorecard.problem import Position, Problem

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file as texts, whatever it is, and the place of a cell in it."""

    cells: Sequence[Sequence[str | None]]
    position: Callable[[int, int], Position | None]
    where: Callable[[int], str]
    problems: list[Problem]


def rows_of(opened: Opened, connection: duckdb.DuckDBPyConnection) -> Rows | Problem:
    """All rows below the headings that are not blank."""
    if opened.format == "workbook":
        return _sheet_rows(opened)
    if opened.format == "text":
        found = read_text(opened)
        return found if isinstance(found, Problem) else _text_rows(found)
    return _fetched_rows(opened, connection)


def _text_rows(file: TextFile) -> Rows:
    return Rows(
        cells=[row.cells for row in file.rows],
        position=lambda row, place: file.position(file.rows[row], place),
        where=lambda row: f"line {file.position(file.rows[row], 0).line}",
        problems=file.problems,
    )


def _sheet_rows(opened: Opened) -> Rows:
    numbered = [
        (opened.below + index + 1, row) for index, row in enumerate(opened.cells) if any(cell.strip() for cell in row)
    ]
    return Rows(
        cells=[row for _, row in numbered],
        position=lambda row, place: None,
        where=lambda row: f"sheet '{opened.sheet}', row {numbered[row][0]}",
        problems=[],
    )


def _fetched_rows(opened: Opened, connection: duckdb.DuckDBPyConnection) -> Rows | Problem:
    import duckdb

    path = literal(str(opened.file.real))
    if opened.format == "json":
        columns = ", ".join(f"{literal(heading)}: 'VARCHAR'" for heading in opened.headings)
        origin = f"read_json({path}, columns={{{columns}}})"
    else:
        origin = f"read_parquet({path})"
    texts = ", ".join(f"CAST({identifier(heading)} AS VARCHAR)" for heading in opened.headings)
    try:
        found = connection.execute(f"SELECT {texts} FROM {origin}").fetchall()
    except duckdb.Error as error:
        return file_unreadable.malformed((*opened.file.loc, "file"), opened.name, str(error).splitlines()[0])
    return Rows(
        cells=[["" if cell is None else cell for cell in row] for row in found],
        position=lambda row, place: None,
        where=lambda row: f"record {row + 1}",
        problems=[],
    )


def store(
    opened: Opened, layout: Layout, wanted: Wanted, connection: duckdb.DuckDBPyConnection, table: str
) -> list[Problem]:
    """Put the wanted columns of a file into a new table; nothing is put there when there are problems."""
    rows = rows_of(opened, connection)
    if isinstance(rows, Problem):
        return [rows]
    names = [name for name in wanted.all if folded(name) not in layout.constants]
    found: list[tuple[int, Problem]] = []
    columns: list[list[Value]] = []
    for name in names:
        values, bad = _column(opened, rows, layout.places[folded(name)], name, wanted, connection)
        columns.append(values)
        found += bad
    problems = [*rows.problems, *(problem for _, problem in sorted(found, key=lambda item: item[0]))][:MOST]
    if not problems:
        _insert(connection, table, names, [wanted.all[name] for name in names], columns)
    return problems


def _column(
    opened: Opened, rows: Rows, place: int, name: str, wanted: Wanted, connection: duckdb.DuckDBPyConnection
) -> tuple[list[Value], list[tuple[int, Problem]]]:
    texts = [row[place] or "" for row in rows.cells]
    kind, entry = wanted.all[name], opened.file.entry
    values: list[Value]
    if kind == "date":
        always = name == wanted.date
        values, bad = dates(texts, entry.date_format, connection, iso_too=not always)
        if always:
            bad = sorted({*bad, *(row for row, value in enumerate(values) if value is None)})
    else:
        values, bad = _others(texts, kind, entry.decimal, ambiguous=opened.ambiguous)
    problems = []
    for row in bad[:MOST]:
        spot = Spot(opened.name, rows.position(row, place), tidy(opened.headings[place]))
        where = "" if spot.position else rows.where(row)
        text = texts[row].strip()
        if kind == "date":
            problem = bad_day.problem(spot, where, text, entry.date_format, entry.file, always=name == wanted.date)
        else:
            unsure = opened.ambiguous and cells.is_ambiguous(text)
            problem = (
                bad_cell.either(spot, text) if unsure else bad_cell.problem(spot, where, text, kind, entry.decimal)
            )
        problems.append((row, problem))
    return values, problems


def _others(
    texts: list[str], kind: ColumnKind, decimal: cells.DecimalSign, *, ambiguous: bool
) -> tuple[list[Value], list[int]]:
    values: list[Value] = []
    bad: list[int] = []
    for row, text in enumerate(texts):
        try:
            if kind == "number":
                values.append(cells.number(text, decimal))
                if ambiguous and cells.is_ambiguous(text):
                    bad.append(row)
            else:
                values.append(cells.truth(text) if kind == "truth" else cells.plain(text))
        except ValueError:
            values.append(None)
            bad.append(row)
    return values, bad


def dates(
    texts: list[str], date_format: str | None, connection: duckdb.DuckDBPyConnection, *, iso_too: bool
) -> tuple[list[Value], list[int]]:
    """The moments that texts say, and which of them say none; the ISO way, or as ``date_format`` says."""
    written = _written(texts, date_format, connection) if date_format else [None] * len(texts)
    values: list[Value] = []
    bad: list[int] = []
    for row, text in enumerate(texts):
        value = written[row]
        if value is None and (date_format is None or iso_too):
            try:
                value = cells.moment(text)
            except ValueError:
                bad.append(row)
        elif value is None and text.strip() not in cells.MISSING:
            bad.append(row)
        values.append(value)
    return values, bad


def _written(texts: list[str], date_format: str, connection: duckdb.DuckDBPyConnection) -> list[datetime | None]:
    column, pattern = typed.without_zone("trim(x)", date_format)
    query = (
        f"SELECT CAST(try_strptime({column}, {literal(pattern)}) AS TIMESTAMP) FROM (SELECT unnest(?::VARCHAR[]) AS x)"
    )
    return [row[0] for row in connection.execute(query, [texts]).fetchall()] if texts else []


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    names: Sequence[str],
    kinds: Sequence[ColumnKind],
    columns: Sequence[list[Value]],
) -> None:
    shape = ", ".join(f"{identifier(name)} {typed.SQL_TYPE[kind]}" for name, kind in zip(names, kinds, strict=True))
    connection.execute(f"CREATE TEMP TABLE {identifier(table)} ({shape})")
    chosen = ", ".join(f"unnest(?::{typed.SQL_TYPE[kind]}[])" for kind in kinds)
    if columns and columns[0]:
        connection.execute(f"INSERT INTO {identifier(table)} SELECT {chosen}", list(columns))
