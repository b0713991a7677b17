"""What the two output streams can show, and writing to them."""

from __future__ import annotations

import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from scorecard.api.status import Screen

_MARKS = "✔▲✖○━↗"


class Colour(StrEnum):
    """When to colour."""

    auto = "auto"
    always = "always"
    never = "never"


def screen(colour: Colour, stream: TextIO | None = None, *, output: Path | None = None) -> Screen:
    """What a stream (stdout when left out), or the file ``output``, can show.

    ``--color`` beats NO_COLOR and FORCE_COLOR, which beat asking the stream. The width is COLUMNS when set, else
    that of the terminal; a pipe and a file have none.
    """
    stream = sys.stdout if stream is None else stream
    to_file = is_file(output)
    on_terminal = not to_file and stream is not None and stream.isatty()
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        width: int | None = int(columns)
    else:
        width = shutil.get_terminal_size().columns if on_terminal else None
    if to_file:
        return Screen(width=width, colour=colour is Colour.always)
    return Screen(width=width, colour=_coloured(colour, on_terminal), ascii=not _shows_marks(stream))


def is_file(output: Path | None) -> bool:
    """Whether the document goes to a file; ``-`` is stdout."""
    return output is not None and str(output) != "-"


def _coloured(colour: Colour, on_terminal: bool) -> bool:
    if colour is not Colour.auto:
        return colour is Colour.always
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


def _shows_marks(stream: TextIO | None) -> bool:
    return stream is None or _can_say(stream, _MARKS)


def _can_say(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(text: str, output: Path | None = None, *, data: bool = False) -> None:
    """Write the document to a file in UTF-8, or to stdout.

    ``data`` is for programs: in a pipe it is UTF-8 whatever the locale, so that no letter of a name is lost.
    """
    if output is not None and is_file(output):
        from scorecard.writing.text import write_bytes

        write_bytes(output, _bytes(text))
    elif data and sys.stdout is not None and not sys.stdout.isatty() and hasattr(sys.stdout, "buffer"):
        _send(sys.stdout, _bytes(text))
    else:
        _write(sys.stdout, text)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def write_error(text: str) -> None:
    """Write a complaint to stderr; what was typed cannot move the cursor or set a colour there."""
    from scorecard.rendering.spans import printable

    _write(sys.stderr, "".join(f"{printable(line)}\n" for line in f"error: {text}".split("\n")))


def write_note(text: str) -> None:
    """Write to stderr what is no part of the document."""
    _write(sys.stderr, text if text.endswith("\n") else text + "\n")


def _write(stream: TextIO | None, text: str) -> None:
    """Write a text; where the encoding lacks our marks they become ASCII, and letters of names question marks."""
    if stream is None:
        return
    if not _can_say(stream, text):
        from scorecard.rendering.spans import ASCII_MARKS

        text = text.translate({ord(mark): plain for mark, plain in ASCII_MARKS.items()})
    encoding = stream.encoding or "ascii"
    _send(stream, text.encode(encoding, "replace").decode(encoding))


def _send(stream: TextIO, content: str | bytes) -> None:
    """Hand everything over now. Whoever reads a pipe may have stopped (``| head``): that is no error, and the exit
    code stays what it would have been."""
    try:
        if isinstance(content, bytes):
            stream.flush()
            stream.buffer.write(content)
        else:
            stream.write(content)
        stream.flush()
    except OSError as error:
        # As the manual of Python advises: what may be left in a buffer must not fail once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
