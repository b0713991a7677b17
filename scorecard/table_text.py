"""A table as text: rows of cells between delimiters, each with its place; a cell may stand in double quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from scorecard.problem import LINE_BREAK, Position, lines_of

LONGEST_CELL = 10_000
"""No cell of a table that people keep is longer; one that is has lost its closing quote."""

Fault: TypeAlias = Literal["open-quote", "text-after-quote"]

_LINE = re.compile(r"[^\r\n]*")
_ODD_BREAKS = "\x85\u2028\u2029"  # they end a line of a `Position`, and no row
_FORMULA = re.compile(r"'*[ \n]*[=+\-@\t\r＝＋－＠]")


class Row(NamedTuple):
    """The ``cells`` of a row without the blanks and quotes around them, and where it stands in its text.

    ``start`` and ``end`` count characters from 0, the line break left out; ``line`` counts from 1.
    """

    cells: list[str]
    start: int
    end: int
    line: int
    fault: Fault | None = None


class Cell(NamedTuple):
    """What a cell says, and where it stands with its quotes: from ``start`` up to ``end``, counted from 0."""

    text: str
    start: int
    end: int

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotes."""
        return self.end - self.start != len(self.text)


def rows_of(text: str, delimiter: str = ",") -> Iterator[Row]:
    """The rows of a text, blank ones too, which have one empty cell. Any of the usual line breaks ends a row."""
    odd = any(character in text for character in _ODD_BREAKS)
    at, line = 0, 1
    while at < len(text):
        end = text_end = _LINE.match(text, at).end()  # type: ignore[union-attr]  # it matches everywhere
        fault: Fault | None = None
        if text.find('"', at, end) < 0:
            cells = [cell.strip() for cell in text[at:end].split(delimiter)]
        else:
            spans, end, fault = _quoted_row(text, at, delimiter)
            cells = [cell.text for cell in spans]
        yield Row(cells, at, end, line, fault)
        line += 1
        if odd or end != text_end:
            line += len(LINE_BREAK.findall(text, at, end))
        at = end + (2 if text.startswith("\r\n", end) else 1)


def cells_of(text: str, row: Row, delimiter: str = ",") -> list[Cell]:
    """The cells of a row with their places."""
    return _quoted_row(text, row.start, delimiter)[0]


def position_of(text: str, row: Row, start: int, end: int) -> Position:
    """The place of the characters from ``start`` to ``end`` of a row as a line, a column and a length."""
    before = lines_of(text[row.start : start])
    length = len(lines_of(text[start:end])[0])
    column = len(before[-1]) + 1
    return Position(line=row.line + len(before) - 1, column=column, length=max(length, 1))


@lru_cache(maxsize=8)
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    blanks = " *" if delimiter == "\t" else "[ \t]*"
    quoted = re.compile(rf'{blanks}("((?:[^"]++|"")*+)("?)){blanks}')
    return quoted, re.compile(rf"[^\r\n{re.escape(delimiter)}]*")


def _quoted_row(text: str, start: int, delimiter: str) -> tuple[list[Cell], int, Fault | None]:
    quoted, plain = _patterns(delimiter)
    cells: list[Cell] = []
    fault: Fault | None = None
    at = start
    while True:
        match = quoted.match(text, at)
        rest = plain.match(text, match.end() if match else at)
        assert rest is not None  # it matches everywhere
        if match is None:
            said = rest[0].strip()
            first = rest.start() + len(rest[0]) - len(rest[0].lstrip())
            cells.append(Cell(said, first, first + len(said)))
        else:
            cells.append(Cell(match[2].replace('""', '"').strip(), match.start(1), match.end(1)))
            if not match[3]:
                return cells, len(text), "open-quote"
            if rest[0]:
                fault = fault or "text-after-quote"
        at = rest.end()
        if not text.startswith(delimiter, at):
            return cells, at, fault
        at += 1


def cell_text(text: str, delimiter: str = ",") -> str:
    """A text as a cell, in quotes where it needs them."""
    if any(character in text for character in (delimiter, '"', "\r", "\n")) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def guarded(text: str) -> str:
    """A text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was `guarded`."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text
