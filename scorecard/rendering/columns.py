"""Cells set side by side: aligned columns, folded paragraphs, bars. Nothing is ever cut, only folded."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from itertools import chain
from typing import TypeAlias

from scorecard.rendering.spans import Line, Span, blanks, cell_width, fold

GAP = 2
_LEAST = 12


def line_width(line: Line) -> int:
    """How many cells a line takes."""
    return sum([cell_width(text) for text, _ in line])


def padded(line: Line, width: int, *, right: bool = False) -> Line:
    """The line filled up with blanks to ``width`` cells; a longer one stays as it is."""
    rest = blanks(width - line_width(line))
    return (rest, *line) if right else (*line, rest)


def indented(line: Line, indent: int) -> Line:
    """The line moved to the right."""
    return (blanks(indent), *line)


def paragraph(text: str, style: str = "", *, indent: int = 0, width: int | None = None) -> list[Line]:
    """A text folded into lines of at most ``width`` cells, its indentation included."""
    if width is None:
        return [(blanks(indent), Span(text, style))]
    return [(blanks(indent), Span(part, style)) for part in fold(text, max(width - indent, _LEAST))]


def folded(line: Line, width: int | None, *, indent: int = 0) -> list[Line]:
    """A styled line broken at its blanks into lines of at most ``width`` cells; all but the first are indented."""
    if width is None or line_width(line) <= width:
        return [line]
    text = "".join(span.text for span in line)
    start = len(text) - len(text.lstrip(" "))
    styled = [(character, span.style) for span in line for character in span.text]
    lines: list[Line] = []
    place = start
    for part in fold(text[start:], max(width - max(start, indent), _LEAST)):
        # Folding leaves out blanks between lines and nothing else, so each part is found again in order.
        while part and styled[place][0] != part[0]:
            place += 1
        spans = [Span(character, style) for character, style in styled[place : place + len(part)]]
        lines.append((Span(" " * (indent if lines else start)), *spans))
        place += len(part)
    return lines


Row: TypeAlias = Sequence[Line]
"""The cells of a row, each a line of its own."""


def natural_width(rows: Sequence[Row]) -> int:
    """How wide a table is when nothing is folded."""
    return sum(size + GAP for size in _widths(rows) if size) - GAP


def _widths(rows: Sequence[Row]) -> list[int]:
    return [max(map(line_width, cells)) for cells in zip(*rows, strict=True)]


def table(
    rows: Sequence[Row],
    *,
    right: Container[int] = (),
    indent: int = 0,
    width: int | None = None,
    folding: int | None = None,
) -> list[Line]:
    """Rows of equally many cells as aligned lines; the columns ``right`` are set to the right, empty ones left out.

    Where a row would be wider than ``width``, the texts of column ``folding`` are folded; ids stand in others.
    """
    return list(chain.from_iterable(table_rows(rows, right=right, indent=indent, width=width, folding=folding)))


def table_rows(
    rows: Sequence[Row],
    *,
    right: Container[int] = (),
    indent: int = 0,
    width: int | None = None,
    folding: int | None = None,
) -> list[list[Line]]:
    """As `table`, the lines of each row for themselves."""
    if not rows:
        return []
    widths = _widths(rows)
    if width is not None and folding is not None:
        excess = indent + natural_width(rows) - width
        widths[folding] = min(widths[folding], max(widths[folding] - max(excess, 0), _LEAST))
    return [_lines_of(row, widths, right, indent, folding) for row in rows]


def _lines_of(row: Row, widths: Sequence[int], right: Container[int], indent: int, folding: int | None) -> list[Line]:
    more: list[Line] = []
    if folding is not None and line_width(row[folding]) > widths[folding]:
        style = row[folding][0].style
        first, *rest = fold("".join(span.text for span in row[folding]), widths[folding])
        row = [*row[:folding], (Span(first, style),), *row[folding + 1 :]]
        start = indent + sum(size + GAP for size in widths[:folding] if size)
        more = [(Span(" " * start), Span(part, style)) for part in rest]
    spans = [Span(" " * indent)]
    for column, cell in enumerate(row):
        if widths[column]:
            spans += [*padded(cell, widths[column], right=column in right), Span(" " * GAP)]
    return [tuple(spans), *more]


def bar(share: float, width: int, style: str) -> Line:
    """A bar that is full at 100 % and only there; anything above nothing shows at least one cell."""
    return bar_of(full_cells(share, width), width, style)


def full_cells(share: float, width: int) -> int:
    """How many cells of a bar are full."""
    if share >= 1:
        return width
    return min(max(round(share * width), 1), width - 1) if share > 0 else 0


@cache
def bar_of(full: int, width: int, style: str) -> Line:
    """A bar of which so many cells are full."""
    return Span("━" * full, style), Span("─" * (width - full), "muted")
