"""The files of reviews: which there are, and their text."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from scorecard.period import Period, parse_period
from scorecard.problem import Position, Problem, lines_of
from scorecard.reviewing.rules import review_file

FOLDER = "reviews"
LARGEST = 2_000_000
"""No file of a review has more bytes."""

_MARKS_OF_OTHERS = (b"\xff\xfe", b"\xfe\xff")


def review_path(period: Period) -> str:
    """The path of a review relative to the folder of the map: ``reviews/2026-10.md``."""
    return f"{FOLDER}/{period}.md"


def periods_reviewed(folder: Path) -> tuple[Period, ...]:
    """The periods that have a file, the newest first.

    Raises:
        OSError: when the folder cannot be listed.
    """
    try:
        names = os.listdir(folder / FOLDER)
    except (FileNotFoundError, NotADirectoryError):
        return ()
    found = []
    for name in names:
        stem, ending = os.path.splitext(name)
        if ending == ".md":
            try:
                found.append(parse_period(stem))
            except ValueError:
                continue  # a file of somebody else's
    return tuple(sorted(found, key=lambda period: (period.end, period.start), reverse=True))


def read_review(folder: Path, period: Period) -> str | Problem | None:
    """The text of the review of a period, None where there is none, or why it is not read."""
    path = review_path(period)
    if not os.path.lexists(folder / path):
        return None
    real, home = Path(os.path.realpath(folder / path)), Path(os.path.realpath(folder / FOLDER))
    if not home.is_relative_to(os.path.realpath(folder)) or real != home / f"{period}.md":
        return review_file.outside(path)
    try:
        if not stat.S_ISREG(real.stat().st_mode):  # no device and no pipe is opened
            return review_file.no_file(path)
        with real.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return review_file.unreadable(path, error.strerror or type(error).__name__)
    return text_of(raw, path)


def text_of(raw: bytes, path: str) -> str | Problem:
    """The text in the bytes of a file, a byte order mark included, or why there is none."""
    if len(raw) > LARGEST:
        return review_file.too_large(path, LARGEST)
    if raw.startswith(_MARKS_OF_OTHERS) or b"\0" in raw:
        return review_file.utf16(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = lines_of(raw[: error.start].decode("utf-8"))
        position = Position(line=len(before), column=len(before[-1]) + 1)
        return review_file.not_utf8(path, position, raw[error.start])
