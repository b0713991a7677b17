"""The line of a file that a problem is about, with a caret under the marked text."""

from __future__ import annotations

from scorecard.problem import Position
from scorecard.rendering.spans import Line, Span, cell_width, printable

_TAB = " " * 4
_BEFORE = 40


def excerpt(lines: list[str], position: Position, label: str, style: str, width: int) -> list[Line]:
    """The line with its number, and below it carets and ``label``; nothing when the text has no such line.

    Of a line longer than ``width`` cells only the part around the caret is shown.
    """
    if not 1 <= position.line <= len(lines):
        return []
    line = lines[position.line - 1]
    start = min(position.column - 1, len(line))
    end = start + position.length
    most = width + 2  # what no window shows need not be looked at: a line may be as long as the file
    parts = (line[max(start - most, 0) : start], line[start : min(end, start + most)], line[end : end + most])
    before, marked, after = map(_shown, parts)
    if len(line) > width or cell_width(before + marked + after) > width:
        before, marked, after = _window(before, marked, after, width)
    number = f"{position.line:>2}"
    blank = Span(" " * len(number) + " |", "muted")
    carets = "^" * max(cell_width(marked), 1)
    text = (before + marked + after).rstrip()
    caret_row = (blank, Span(" " * (cell_width(before) + 1)), Span(f"{carets} {label}".rstrip(), style))
    return [(blank,), (Span(f"{number} |", "muted"), Span(f" {text}")), caret_row]


def _window(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """The part around the marked text, with an ellipsis at each side where something was left out."""
    most = min(_BEFORE, width // 2)
    near = before[-most - 2 :]
    if near != before or cell_width(near) > most + 1:
        before = "…" + _first(near[::-1], most)[::-1]
    room = max(width - cell_width(before), 1)
    if len(marked) + len(after) <= room and cell_width(marked + after) <= room:
        return before, marked, after
    marked = _first(marked, room)
    return before, marked, _first(after, room - cell_width(marked)) + "…"


def _first(text: str, cells: int) -> str:
    """As much of the text as takes no more than so many cells."""
    kept = text[: max(cells, 0)]
    while cell_width(kept) > cells:
        kept = kept[:-1]
    return kept


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))
