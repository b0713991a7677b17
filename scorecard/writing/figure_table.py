"""A file of figures that is about to change: what is not touched keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import TypeAlias

from scorecard.actuals import DimensionValues
from scorecard.recorded import COLUMNS, NewFigure, figure_text, one_line
from scorecard.table_text import LONGEST_CELL, Row, cell_text, cells_of, guarded, rows_of, unguarded

_NEEDED = ("date", "kpi", "value")
_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"

Key: TypeAlias = tuple[str, str, frozenset[tuple[str, str]]]
"""KPI, period and dimension values of a row, as they are written."""


class UnfitFileError(Exception):
    """A file cannot be written to, because what stands in it is no table of figures; the message says where."""


def key_of(figure: NewFigure) -> Key:
    """What tells a figure from every other one."""
    return figure.kpi, str(figure.period), frozenset(_tidy(figure.dimensions))


def _tidy(dimensions: DimensionValues) -> DimensionValues:
    return tuple((name, one_line(value)) for name, value in dimensions if one_line(value))


@dataclass(kw_only=True, slots=True)
class FigureTable:
    """The rows of a file, each with its line end; ``columns`` are their names, in small letters but for dimensions.

    ``places`` says in which row each of the figures stands that were asked for, ``kpis`` which of their KPIs the file
    has at all. ``header`` is the number of the row that names the columns.
    """

    path: str
    columns: list[str]
    rows: list[str]
    places: dict[Key, int] = field(default_factory=dict)
    kpis: set[str] = field(default_factory=set)
    mark: str = ""
    line_end: str = "\n"
    header: int = 0
    changed: bool = False

    def content(self) -> bytes:
        """The file."""
        return (self.mark + "".join(self.rows)).encode("utf-8")

    def put(self, figure: NewFigure) -> str | None:
        """Replace the row of this figure, or add one; the value that stood there is returned.

        Raises:
            ValueError: when a text is too long for a cell, or a number not finite.
        """
        cells = _cells(figure)
        self._add_columns([name for name in cells if name not in self.columns])
        key = key_of(figure)
        at = self.places.get(key)
        if at is None:
            if self.rows and not _END.search(self.rows[-1][-1:]):
                self.rows[-1] += self.line_end
            self.places[key] = len(self.rows)
            self.kpis.add(figure.kpi)
            self.rows.append(",".join(cells.get(name, "") for name in self.columns) + self.line_end)
            self.changed = True
            return None
        row = next(rows_of(self.rows[at]))
        before = row.cells[self.columns.index("value")]
        written = self._with(self.rows[at], row, {name: cells.get(name, "") for name in ("value", "n", "note")})
        self.changed |= written != self.rows[at]
        self.rows[at] = written
        return before

    def _with(self, raw: str, row: Row, cells: Mapping[str, str]) -> str:
        """A row with other texts in some cells."""
        spans = cells_of(raw, row)
        for name, span in reversed(list(zip(self.columns, spans, strict=True))):
            if name in cells:
                raw = raw[: span.start] + cells[name] + raw[span.end :]
        return raw

    def _add_columns(self, names: Sequence[str]) -> None:
        if not names:
            return
        more = "".join(f",{cell_text(name)}" for name in names)
        for number, raw in enumerate(self.rows):
            body = raw.rstrip("\r\n")
            if body.strip():
                self.rows[number] = body + (more if number == self.header else "," * len(names)) + raw[len(body) :]
        self.columns += names
        self.changed = True


def _cells(figure: NewFigure) -> dict[str, str]:
    """The cells of a figure by column, those that say nothing left out."""
    if not all(map(isfinite, (figure.value, figure.n or 0))):
        raise ValueError(f"{figure.kpi}: {figure.value} is no figure")
    cells = {"date": str(figure.period), "kpi": figure.kpi, "value": figure_text(figure.value, figure.unit)}
    if figure.n is not None:
        cells["n"] = figure_text(figure.n, None)
    texts = {"note": one_line(figure.note or ""), **dict(_tidy(figure.dimensions))}
    for name, text in texts.items():
        if len(text) >= LONGEST_CELL:
            raise ValueError(f"the {name} has {len(text):,} characters; {LONGEST_CELL - 1:,} are allowed")
        if text:
            cells[name] = cell_text(guarded(text))
    return cells


def new_table(path: str) -> FigureTable:
    """A file that is not there yet, or is empty; columns are added as figures need them."""
    return FigureTable(path=path, columns=list(_NEEDED), rows=[",".join(_NEEDED) + "\n"])


def table_of(raw: bytes, path: str, figures: Collection[NewFigure]) -> FigureTable:
    """A file as it is, ready to take these figures.

    Raises:
        UnfitFileError: when it is no table of figures, or has a row that is not whole.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise UnfitFileError(f"{path} is not saved as UTF-8") from None
    if "\0" in text:
        raise UnfitFileError(f"{path} holds a zero byte; it is no text")
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    if not text.strip():
        return new_table(path)
    rows = list(rows_of(text))
    ends = [*(row.start for row in rows[1:]), len(text)]
    end = _END.search(text, rows[0].end)
    table = FigureTable(
        path=path,
        columns=[],
        rows=[text[row.start : end] for row, end in zip(rows, ends, strict=True)],
        mark=mark,
        line_end=end[0] if end else "\n",
    )
    _index(table, rows, figures)
    return table


def _index(table: FigureTable, rows: Sequence[Row], figures: Collection[NewFigure]) -> None:
    dimensions = {name.casefold(): name for figure in figures for name, _ in figure.dimensions}
    wanted = {figure.kpi for figure in figures}
    kpi = date = 0
    others: list[tuple[int, str]] = []
    for number, row in enumerate(rows):
        if not any(row.cells):
            continue
        if row.fault or (table.columns and len(row.cells) != len(table.columns)):
            reason = (
                f"a row that is not whole: {len(row.cells)} cells" if not row.fault else "a quote in the wrong place"
            )
            raise UnfitFileError(f"{table.path} has in line {row.line} {reason}; mend it first")
        if not table.columns:
            table.header = number
            table.columns = [_column(name, dimensions) for name in row.cells]
            kpi, date = _number(table, "kpi"), _number(table, "date")
            others = [(at, name) for at, name in enumerate(table.columns) if name and name not in COLUMNS]
        elif row.cells[kpi] in wanted:
            table.kpis.add(row.cells[kpi])
            parts = frozenset((name, unguarded(row.cells[at])) for at, name in others if row.cells[at])
            table.places.setdefault((row.cells[kpi], row.cells[date], parts), number)


def _column(name: str, dimensions: Mapping[str, str]) -> str:
    small = name.casefold()
    return small if small in COLUMNS else dimensions.get(small, name)


def _number(table: FigureTable, name: str) -> int:
    if any(needed not in table.columns for needed in _NEEDED):
        raise UnfitFileError(f"{table.path} does not begin with a line that names date, kpi and value; mend it first")
    return table.columns.index(name)
