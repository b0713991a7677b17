"""Styled text for the terminal: lines of spans, which become plain or coloured text only at the very end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

STYLES: Mapping[str, str] = {
    "good": "32",
    "caution": "33",
    "bad": "31",
    "none": "90",
    "muted": "90",
    "strong": "1",
    "good strong": "1;32",
    "caution strong": "1;33",
    "bad strong": "1;31",
    "none strong": "1;90",
}
"""Style names and the ANSI codes they stand for: the terminal's own sixteen colours, so its theme is kept."""

ASCII_MARKS: Mapping[str, str] = {
    "✔": "+",
    "▲": "!",
    "✖": "x",
    "○": "?",
    "┊": "|",
    "↗": "^",
    "→": ">",
    "↘": "v",
    "↑": "^",
    "↓": "v",
    "±": "+",
    "≤": "<",
    "━": "#",
    "─": "-",
    "│": "|",
    "├": "+",
    "╰": "'",
    "·": "|",
    "∙": ".",
    "▁": "_",
    "▂": ",",
    "▃": "-",
    "▄": "~",
    "▅": "=",
    "▆": "+",
    "▇": "*",
    "█": "#",
    "×": "x",
    "÷": "/",
    "−": "-",
    "–": "-",
    "—": "-",
    "…": "~",
    "“": '"',
    "”": '"',
    "’": "'",
}
"""What stands for each mark of ours on a terminal that knows ASCII only: one cell for one cell."""

_ASCII_TABLE = str.maketrans(dict(ASCII_MARKS))
_MAYBE_NOT_ONE_CELL = re.compile(
    "[^\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u2190-\u21ff\u2200-\u22ff\u2500-\u259f\u25b2\u25bc\u25cb✔✖�]"
)
_BLANK = re.compile(r" (?!%)")
_JOINERS = "\u200c\u200d"


class Span(NamedTuple):
    """A piece of text and the name of its style, a key of `STYLES`; the empty name is plain."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Span, ...]


@cache
def blanks(cells: int) -> Span:
    """So many blanks; none for a negative number."""
    return Span(" " * cells)


def cell_width(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining ones none."""
    if text.isascii() or not _MAYBE_NOT_ONE_CELL.search(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def printable(text: str) -> str:
    """The text with every control character made visible, so that no name can move the cursor or set a colour.

    Line breaks, tabs and odd blanks become a blank; marks that turn the direction of writing become "�", too.
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    return " " if character.isspace() else "�"


def fold(text: str, width: int | None) -> list[str]:
    """Break a text at its blanks into lines of at most ``width`` cells; longer words are broken, nothing is lost.

    ``None`` means one line, however long. A number is never parted from its per cent sign.
    """
    if width is None or cell_width(text) <= width:
        return [text]
    lines = [""]
    for word in _BLANK.split(text):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_width(joined) <= width:
            lines[-1] = joined
            continue
        pieces = list(_pieces(word, max(width, 2)))
        lines = [*lines, *pieces] if lines[-1] else pieces if len(lines) == 1 else [*lines[:-1], *pieces]
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    piece, taken = "", 0
    for character in word:
        cells = cell_width(character)
        if taken + cells > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + character, taken + cells
    yield piece


def as_ascii(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines with every mark, bar and dash of ours in ASCII; letters of names stay what they are."""
    return tuple(tuple(Span(text.translate(_ASCII_TABLE), style) for text, style in line) for line in lines)


def as_text(lines: Iterable[Line], *, colour: bool) -> str:
    """The lines as text, each ended by a line feed; with ``colour`` with the escape codes of an ANSI terminal.

    Whatever a renderer forgot, no control character of a name leaves here.
    """
    if not colour:
        plain = ["".join(next(zip(*line, strict=True), ())).rstrip() for line in lines]  # texts are the first of pairs
        if not "".join(plain).isprintable():
            plain = [printable(line) for line in plain]
        return "\n".join([*plain, ""])
    return "".join("".join([_coloured(span) for span in _without_end(line)]) + "\n" for line in lines)


def _without_end(line: Line) -> Line:
    """The line without blanks at its end: a terminal breaks a line for them, too."""
    while line and not line[-1].text.rstrip(" "):
        line = line[:-1]
    return (*line[:-1], Span(line[-1].text.rstrip(" "), line[-1].style)) if line else line


def _coloured(span: Span) -> str:
    text = printable(span.text)
    return f"\x1b[{STYLES[span.style]}m{text}\x1b[0m" if span.style and text.strip() else text
