"""The line of a file that a problem is about, with a caret under the marked text."""

from __future__ import annotations

import re

from scorecard.problem import Position
from scorecard.rendering.spans import Line, Span, cell_width, printable

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # those that YAML counts
_TAB = " " * 4
_BEFORE = 40


def lines_of(text: str) -> list[str]:
    """The lines of a text as a YAML reader counts them, without their ends."""
    return _LINE_BREAK.split(text)


def excerpt(lines: list[str], position: Position, label: str, style: str, width: int) -> list[Line]:
    """The line with its number, and below it carets and ``label``; nothing when the text has no such line.

    Of a line longer than ``width`` characters only the part around the caret is shown.
    """
    if not 1 <= position.line <= len(lines):
        return []
    line = lines[position.line - 1]
    start = min(position.column - 1, len(line))
    before, marked, after = line[:start], line[start : start + position.length], line[start + position.length :]
    if len(line) > width:
        before, marked, after = _window(before, marked, after, width)
    number = f"{position.line:>2}"
    blank = Span(" " * len(number) + " |", "muted")
    carets = "^" * max(cell_width(_shown(marked)), 1)
    text = _shown(before + marked + after).rstrip()
    caret_row = (blank, Span(" " * (cell_width(_shown(before)) + 1)), Span(f"{carets} {label}".rstrip(), style))
    return [(blank,), (Span(f"{number} |", "muted"), Span(f" {text}")), caret_row]


def _window(before: str, marked: str, after: str, width: int) -> tuple[str, str, str]:
    """The part around the marked text, with an ellipsis at each side where something was left out."""
    if len(before) > _BEFORE + 1:
        before = "…" + before[-_BEFORE:]
    room = max(width - len(before), 1)
    if len(marked) + len(after) <= room:
        return before, marked, after
    return before, marked[:room], after[: max(room - len(marked), 0)] + "…"


def _shown(text: str) -> str:
    return printable(text.replace("\t", _TAB))
