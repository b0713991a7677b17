"""A filled-in table as rows of texts, whatever kind of file it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scorecard.measuring.recorded.files import bytes_at, lines_in, text_of
from scorecard.measuring.rules import figure_file, figure_row
from scorecard.measuring.spot import Spot
from scorecard.problem import Position, Problem
from scorecard.table_text import LONGEST_CELL, Row, cells_of, position_of, rows_of

LARGEST = 10_000_000
"""No form that people fill in has more bytes."""
MOST_LINES = 100_000
"""No form that people fill in has more lines."""

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_SAID = re.compile(r'(?:sep=|"sep=)([;,\t])"?\r?\n?', re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NAMES = {";": ";", "\t": "tabs"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The rows of a table that are not blank, the column names first.

    ``delimiter`` parts the cells, nothing in a workbook. ``numbers`` and ``dates`` are the cells (row and column from
    0) that a workbook keeps as such. ``notes`` say how the file was read where that is not a matter of course.
    """

    path: str
    rows: Sequence[Sequence[str]]
    delimiter: str | None = None
    numbers: frozenset[tuple[int, int]] = frozenset()
    dates: frozenset[tuple[int, int]] = frozenset()
    notes: tuple[str, ...] = ()
    lines: Sequence[int] = ()
    text: str = ""
    raw: Sequence[Row] = field(default=())

    def spot(self, row: int, column: int) -> Spot:
        """The place of a cell, with the name of its column."""
        name = self.rows[0][column] if column < len(self.rows[0]) else ""
        if self.delimiter is None:
            return Spot(self.path, Position(line=self.lines[row], column=column + 1), name)
        cell = cells_of(self.text, self.raw[row], self.delimiter)[column]
        return Spot(self.path, position_of(self.text, self.raw[row], cell.start, cell.end), name)

    def whole(self, row: int) -> Spot:
        """The place of a row."""
        if self.delimiter is None:
            return Spot(self.path, Position(line=self.lines[row], column=1))
        return Spot(self.path, position_of(self.text, self.raw[row], self.raw[row].start, self.raw[row].end))

    @property
    def ends_open(self) -> bool:
        """Whether the last row of a text has no line break behind it."""
        return bool(self.raw) and self.raw[-1].end == len(self.text)

    def line(self, row: int) -> int:
        """The line of a row, in a workbook its number."""
        return self.lines[row] if self.delimiter is None else self.raw[row].line


def sheet_of(path: Path) -> Sheet | Problem:
    """The table in a file, or why there is none."""
    raw = bytes_at(path, str(path), LARGEST)
    if isinstance(raw, Problem):
        return raw
    if path.suffix.lower() in _WORKBOOKS:
        from scorecard.measuring.filled.workbook import workbook_sheet

        return workbook_sheet(raw, str(path))
    if lines_in(raw) > MOST_LINES:
        return figure_file.too_long(str(path), MOST_LINES)
    notes: list[str] = []
    text = _decoded(raw, str(path), notes)
    return text if isinstance(text, Problem) else _parted(text, str(path), notes)


def _decoded(raw: bytes, path: str, notes: list[str]) -> str | Problem:
    """Spreadsheets save text as UTF-8, as UTF-16 with a mark, or in the old encoding of their system."""
    if raw.startswith(_UTF16):
        try:
            text = raw.decode("utf-16")
        except UnicodeDecodeError:
            return figure_row.utf16(path)
        notes.append("read as UTF-16")
        return text
    text_or_problem = text_of(raw, path)
    if isinstance(text_or_problem, str) or b"\0" in raw or text_or_problem.label == "cut here":
        return text_or_problem
    notes.append("read as Windows-1252, since it is not UTF-8: look at letters with accents")
    return raw.decode("cp1252", "replace")


def _parted(text: str, path: str, notes: list[str]) -> Sheet | Problem:
    said = _SAID.match(text)
    if said:
        text = "\n" + text[said.end() :]  # the lines keep their numbers
    delimiter = said[1] if said else _delimiter(text)
    raw = [row for row in rows_of(text, delimiter) if any(row.cells)]
    if not raw:
        return figure_row.empty(path)
    if delimiter != ",":
        notes.append(f"read with {_NAMES[delimiter]} between the cells")
    sheet = Sheet(
        path=path,
        rows=[row.cells for row in raw],
        delimiter=delimiter,
        notes=tuple(notes),
        text=text,
        raw=raw,
    )
    return _fault(sheet) or sheet


def _delimiter(text: str) -> str:
    """What parts the names of the columns."""
    first = re.sub(r'"[^"]*"', "", text.lstrip("\r\n ").splitlines()[0] if text.strip() else "")
    return next((sign for sign in ("\t", ";") if sign in first), ",")


def _fault(sheet: Sheet) -> Problem | None:
    """A quote in the wrong place, which makes every row below it doubtful."""
    for number, row in enumerate(sheet.raw):
        if row.fault == "open-quote":
            return figure_row.open_quote(sheet.spot(number, len(row.cells) - 1))
        if row.fault is not None:
            return figure_row.text_after_quote(sheet.whole(number))
        if row.end - row.start > LONGEST_CELL:
            for column, cell in enumerate(row.cells):
                if len(cell) > LONGEST_CELL:
                    return figure_row.long_cell(sheet.spot(number, column), len(cell), LONGEST_CELL)
    return None
