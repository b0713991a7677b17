"""The files of a source, opened: how each is read, which columns there are, and the database that may read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from scorecard.measuring.duck import headings
from scorecard.measuring.duck.database import connect
from scorecard.measuring.duck.headings import Layout, folded
from scorecard.measuring.duck.located import locate
from scorecard.measuring.duck.opened import Opened, recognise
from scorecard.measuring.duck.workbook import open_workbook
from scorecard.measuring.rules import bad_day, file_unreadable
from scorecard.measuring.sql_text import literal
from scorecard.model import Source
from scorecard.problem import Problem

if TYPE_CHECKING:
    import duckdb

_NUMERIC = ("INT", "FLOAT", "DOUBLE", "DECIMAL")
_YEARS = ("%Y", "%y", "%G", "%c", "%x")


@dataclass(frozen=True, kw_only=True, slots=True)
class Files:
    """All files of a source that can be read, with their layouts, and what is wrong with the others."""

    connection: duckdb.DuckDBPyConnection
    opened: tuple[tuple[Opened, Layout], ...]
    problems: tuple[Problem, ...]

    def names(self) -> dict[str, str]:
        """Every column that a file has, by its folded name, as it is first spelled."""
        found: dict[str, str] = {}
        for opened, _ in self.opened:
            for name in headings.spelled(opened.file.entry, opened.headings):
                found.setdefault(folded(name), name)
        return found


def database_of(sources: Iterable[Source], folder: Path) -> duckdb.DuckDBPyConnection:
    """A database that may read the files of these sources, to be closed by whoever asked for it."""
    located = [file for source in sources for file in locate("", source.files, folder)[0]]
    return connect(sorted({file.real for file in located}))


def open_files(
    source_id: str, definition: Source, folder: Path, lent: duckdb.DuckDBPyConnection | None = None
) -> Files:
    """Find and recognise all files of a source, in a database of its own or in one that is ``lent``."""
    located, problems = locate(source_id, definition.files, folder)
    connection = lent or connect(sorted({file.real for file in located}))
    opened: list[tuple[Opened, Layout]] = []
    for index, entry in enumerate(definition.files):
        if entry.date_format is not None:
            loc = ("sources", source_id, "files", index, "date_format")
            problems += _format_problems(connection, entry.date_format, loc)
    for file in located:
        found = recognise(file)
        if isinstance(found, Opened) and found.format == "workbook":
            found = open_workbook(file)
        elif isinstance(found, Opened) and found.format in ("json", "parquet"):
            found = _described(connection, found)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            opened.append((_readable(found), headings.layout(file.entry, found.headings)))
    return Files(connection=connection, opened=tuple(opened), problems=tuple(problems))


def _readable(opened: Opened) -> Opened:
    """A text whose name looks like a pattern, or whose numbers may be ambiguous, is not read where it lies."""
    return replace(opened, direct=False) if _looks_like_pattern(opened) or opened.ambiguous else opened


def _looks_like_pattern(opened: Opened) -> bool:
    return not set("*?[").isdisjoint(str(opened.file.real))


def _described(connection: duckdb.DuckDBPyConnection, opened: Opened) -> Opened | Problem:
    """The columns of a JSON or Parquet file."""
    import duckdb

    place = (*opened.file.loc, "file")
    if _looks_like_pattern(opened):
        return file_unreadable.odd_name(place, opened.name)
    path = literal(str(opened.file.real))
    reading = (
        f"read_json({path}, sample_size=-1, maximum_depth=1)" if opened.format == "json" else f"read_parquet({path})"
    )
    try:
        rows: Sequence[tuple[str, str]] = connection.execute(f"DESCRIBE SELECT * FROM {reading}").fetchall()
    except duckdb.Error as error:
        return file_unreadable.malformed(place, opened.name, reason(error, opened))
    numeric = frozenset(
        row[0] for row in rows if row[1].lstrip("U").startswith((*_NUMERIC, "HUGEINT", "TINYINT", "SMALLINT", "BIGINT"))
    )
    return replace(
        opened,
        headings=tuple(row[0] for row in rows),
        numeric=numeric if opened.format == "parquet" else frozenset(),
    )


def reason(error: Exception, opened: Opened) -> str:
    """What DuckDB says, on one line, without where the file lies."""
    said = str(error).splitlines()[0] if str(error) else "damaged"
    return said.replace(str(opened.file.real), opened.name)


def _format_problems(
    connection: duckdb.DuckDBPyConnection, date_format: str, loc: tuple[str | int, ...]
) -> list[Problem]:
    import duckdb

    if not any(mark in date_format for mark in _YEARS):
        return [bad_day.bad_format(loc, date_format, "it has no year")]
    if any(mark in date_format.strip()[:-2] for mark in ("%z", "%Z")):
        return [bad_day.bad_format(loc, date_format, "a zone can stand at its end only")]
    try:
        connection.execute(f"SELECT try_strptime('', {literal(date_format)})")
    except duckdb.Error as error:
        return [bad_day.bad_format(loc, date_format, str(error).splitlines()[0].rpartition(": ")[2])]
    return []
