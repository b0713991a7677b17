"""A text file read row by row by ourselves: any encoding, and every row and cell with its place."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import accumulate

from scorecard import table_text
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.rules import cut_row, file_unreadable
from scorecard.problem import LINE_BREAK, Position, Problem

MOST = 20
"""So many problems of one file are named."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """The ``cells`` of a row; it stands in the lines from ``first`` up to ``end``, counted from 0."""

    cells: list[str]
    first: int
    end: int


class TextFile:
    """The rows below the headings, and where they stand."""

    def __init__(self, opened: Opened, text: str) -> None:
        self._opened = opened
        self._lines = list(io.StringIO(text, newline=""))
        self._text = text
        self._starts = [0, *accumulate(map(len, self._lines))]
        self.rows: list[TextRow] = []
        self.problems: list[Problem] = []
        self._read()

    def _read(self) -> None:
        below = self._opened.below
        reader = csv.reader(self._lines[below:], delimiter=self._opened.delimiter, strict=True)
        first = below
        try:
            for cells in reader:
                end = below + reader.line_num
                if any(cell.strip() for cell in cells):
                    self._take(TextRow(cells, first, end))
                first = end
        except csv.Error:
            self.problems.append(cut_row.open_quote(self._opened.name, self._quote_from(first), self._last_line()))

    def _take(self, row: TextRow) -> None:
        wanted = len(self._opened.headings)
        more = row.cells[wanted:]
        if len(row.cells) >= wanted and not any(cell.strip() for cell in more):
            self.rows.append(row)
        elif len(self.problems) < MOST:
            last = row.end >= len(self._lines)
            at = self.position(row, wanted if more else len(row.cells) - 1)
            self.problems.append(cut_row.cells(self._opened.name, at, len(row.cells), wanted, last=last))

    def position(self, row: TextRow, place: int) -> Position:
        """Where the cell at ``place`` of a row stands."""
        start = self._starts[row.first]
        record = self._text[start : self._starts[row.end]]
        parsed = next(table_text.rows_of(record, self._opened.delimiter))
        spans = table_text.cells_of(record, parsed, self._opened.delimiter)
        line = self._line_at(start)
        if not spans:
            return Position(line=line, column=1)
        cell = spans[min(place, len(spans) - 1)]
        inside = table_text.position_of(record, parsed, cell.start, cell.end)
        return Position(line=line + inside.line - 1, column=inside.column, length=inside.length)

    def _quote_from(self, first: int) -> Position:
        """Where the first cell that opens with a quote stands, from a line on."""
        start = self._starts[min(first, len(self._lines))]
        return Position(line=self._line_at(start), column=self._text.find('"', start) - start + 1)

    def _line_at(self, offset: int) -> int:
        return len(LINE_BREAK.findall(self._text, 0, offset)) + 1

    def _last_line(self) -> int:
        return self._line_at(len(self._text.rstrip("\r\n")))


def read_text(opened: Opened) -> TextFile | Problem:
    """Decode and read a text file, or say why that is not possible."""
    place = (*opened.file.loc, "file")
    said = opened.file.entry.encoding
    try:
        text = opened.file.real.read_bytes().decode(opened.encoding)
    except UnicodeError:
        return file_unreadable.not_decoded(place, opened.name, opened.encoding, said=said is not None)
    except OSError as error:
        return file_unreadable.system(place, opened.name, error.strerror or type(error).__name__)
    return TextFile(opened, text.removeprefix("\ufeff"))
