"""Figures written down in ``data/actuals*.csv``: fifty writers at once lose nothing, a kill leaves whole files."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorecard.recorded import NewFigure
from scorecard.writing.figure_table import FigureTable, UnfitFileError, key_of, new_table, table_of
from scorecard.writing.lock import locked
from scorecard.writing.text import write_bytes

FILE = "data/actuals.csv"
LOCK = "data/.actuals.lock"
WAIT = 60.0
"""So many seconds a writer waits for others; each of them takes a few milliseconds."""

_NAME = re.compile(r"actuals.*\.csv", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Where a figure was written, ``path`` relative to the folder of the map, and what value stood ``before`` in it."""

    figure: NewFigure
    path: str
    before: str | None


def record(folder: Path, rows: Sequence[NewFigure], *, wait: float = WAIT) -> tuple[Written, ...]:
    """Write figures down, in the order given: each replaces the one with its KPI, period and dimension values.

    A figure goes where it stands, else into the one file that has figures of its KPI, else into
    ``data/actuals.csv``. Nothing else in the files changes, but for a column that is new. Each file is written whole
    or not at all; before the first one is written, everything that can be wrong with any has been found.

    Raises:
        UnfitFileError: when a file that would be written to is no table of figures.
        LockedError: when others write for ``wait`` seconds.
        ValueError: when a note or a dimension value is too long, or a number not finite.
        OSError: when a file cannot be read or written.
    """
    if not rows:
        return ()
    data = folder / "data"
    data.mkdir(exist_ok=True)
    if not _is_inside(folder, data):
        raise UnfitFileError("data is a link that leads out of the folder of the map; nothing is written there")
    with locked(folder / LOCK, wait):
        tables = _Tables(folder, rows)
        written = tuple(tables.put(figure) for figure in rows)
        for table in tables.changed():
            write_bytes(folder / table.path, table.content())
    return written


class _Tables:
    """The files of figures as they are under the lock."""

    def __init__(self, folder: Path, rows: Sequence[NewFigure]) -> None:
        self._tables: dict[str, FigureTable] = {}
        self._unfit: dict[str, UnfitFileError] = {}
        for name in sorted(filter(_NAME.fullmatch, os.listdir(folder / "data"))):
            path = f"data/{name}"
            try:
                self._tables[path] = _read(folder, path, rows)
            except UnfitFileError as error:
                self._unfit[path] = error  # it matters only where this file is to be written to

    def put(self, figure: NewFigure) -> Written:
        """Put a figure into the file it belongs in."""
        path = self._home(figure)
        if path in self._unfit:
            raise self._unfit[path]
        if path not in self._tables:
            self._tables[path] = new_table(path)
        return Written(figure=figure, path=path, before=self._tables[path].put(figure))

    def changed(self) -> list[FigureTable]:
        """The files that are to be written."""
        return [table for table in self._tables.values() if table.changed]

    def _home(self, figure: NewFigure) -> str:
        key = key_of(figure)
        having: Mapping[str, FigureTable] = {
            path: table for path, table in self._tables.items() if figure.kpi in table.kpis
        }
        there = [path for path, table in having.items() if key in table.places]
        if there:
            return there[0]
        return next(iter(having)) if len(having) == 1 else FILE


def _read(folder: Path, path: str, rows: Sequence[NewFigure]) -> FigureTable:
    if not _is_inside(folder, folder / path):
        raise UnfitFileError(f"{path} is a link that leads out of the folder of the map; nothing is written there")
    if not (folder / path).is_file():
        raise UnfitFileError(f"{path} is not a file")
    return table_of((folder / path).read_bytes(), path, rows)


def _is_inside(folder: Path, path: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
