"""The files that hold recorded figures, and their text."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from scorecard.measuring.rules import figure_file, figure_row
from scorecard.problem import Position, Problem, lines_of

FOLDER = "data"
LARGEST = 50_000_000
"""No file of figures has more bytes."""
MOST_LINES = 2_000_000
"""No file of figures has more lines."""

_NAME = re.compile(r"actuals.*\.csv", re.DOTALL)
_MARK = b"\xef\xbb\xbf"
_MARKS_OF_OTHERS = (b"\xff\xfe", b"\xfe\xff")


def files_of_figures(folder: Path) -> list[str]:
    """The paths of ``data/actuals*.csv`` relative to the folder of the map, by name.

    Raises:
        OSError: when the folder cannot be listed.
    """
    try:
        names = os.listdir(folder / FOLDER)
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [f"{FOLDER}/{name}" for name in sorted(names) if _NAME.fullmatch(name)]


def bytes_of(folder: Path, path: str) -> bytes | Problem:
    """The bytes of a file below the folder of the map, or why they are not read."""
    real = Path(os.path.realpath(folder / path))
    if not real.is_relative_to(os.path.realpath(folder)):
        return figure_file.outside(path)
    return bytes_at(real, path)


def lines_in(raw: bytes) -> int:
    """About how many lines there are, whatever ends them."""
    return max(raw.count(b"\n"), raw.count(b"\r"))


def bytes_at(real: Path, path: str, most: int | None = None) -> bytes | Problem:
    """The bytes of a file that is called ``path``, or why they are not read; no device and no pipe is opened."""
    most = LARGEST if most is None else most
    try:
        found = real.stat()
        if not stat.S_ISREG(found.st_mode):
            return figure_file.no_file(path)
        if found.st_size > most:
            return figure_file.too_large(path, most)
        with real.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as error:
        return figure_file.unreadable(path, error.strerror or type(error).__name__)
    return raw if len(raw) <= most else figure_file.too_large(path, most)


def text_of(raw: bytes, path: str) -> str | Problem:
    """The text of a file in UTF-8, its byte order mark left out, or why it has none."""
    if lines_in(raw) > MOST_LINES:
        return figure_file.too_long(path, MOST_LINES)
    if raw.startswith(_MARKS_OF_OTHERS) or b"\0" in raw:
        return figure_row.utf16(path)
    raw = raw.removeprefix(_MARK)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = lines_of(raw[: error.start].decode("utf-8"))
        position = Position(line=len(before), column=len(before[-1]) + 1)
        cut = error.end == len(raw) and error.reason == "unexpected end of data"
        return figure_row.not_utf8(path, position, raw[error.start], cut=cut)
