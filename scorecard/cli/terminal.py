"""What the two output streams can show, and writing to them."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from typing import TextIO

from scorecard.api.status import Screen

_MARKS = "✔▲✖○━↗"


class Colour(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


def screen(colour: Colour, stream: TextIO | None = None) -> Screen:
    """What a stream (stdout when left out) can show.

    ``--color`` beats NO_COLOR and FORCE_COLOR, which beat asking the stream. The width is COLUMNS when set, else
    that of the terminal, and a pipe has none.
    """
    stream = stream or sys.stdout
    on_terminal = stream.isatty()
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        width: int | None = int(columns)
    else:
        width = shutil.get_terminal_size().columns if on_terminal else None
    return Screen(width=width, colour=_coloured(colour, on_terminal), ascii=not _shows_marks(stream))


def _coloured(colour: Colour, on_terminal: bool) -> bool:
    if colour is not Colour.auto:
        return colour is Colour.always
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


def _shows_marks(stream: TextIO) -> bool:
    try:
        _MARKS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str) -> None:
    """Write the document to stdout; characters that its encoding lacks become question marks."""
    _write(sys.stdout, text)


def write_error(text: str) -> None:
    """Write one line of information or of complaint to stderr."""
    _write(sys.stderr, f"error: {text}\n")


def write_note(text: str) -> None:
    """Write to stderr what is no part of the document."""
    _write(sys.stderr, text if text.endswith("\n") else text + "\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = stream.encoding or "ascii"
    stream.write(text.encode(encoding, "replace").decode(encoding))
