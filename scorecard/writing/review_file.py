"""Notes of a review written down in ``reviews/2026-10.md``: two writers lose nothing, a kill leaves a whole file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from scorecard.writing.closed import OutsideError
from scorecard.writing.lock import locked
from scorecard.writing.text import write_bytes

LOCK = ".reviews.lock"
WAIT = 60.0
"""So many seconds a writer waits for others; each of them takes a few milliseconds."""


def amend(folder: Path, path: str, change: Callable[[bytes], bytes], *, wait: float = WAIT) -> None:
    """Put ``change`` of the bytes of a file in their place, while no other writer can; of no file they are none.

    ``path`` is relative to ``folder``, that of the map; its own folder is made when it is not there. A change that
    changes nothing writes nothing.

    Raises:
        OutsideError: when the folder is a link that leads out of the map's, the file is a link to another one, or none.
        LockedError: when others write for ``wait`` seconds.
        OSError: when the file cannot be read or written; what stood there before is untouched.
    """
    file = folder / path
    file.parent.mkdir(exist_ok=True)
    _refuse_outside(folder, file.parent)
    if not os.access(file.parent, os.W_OK):  # else the lock would be named, a file that nobody has heard of
        raise PermissionError(errno.EACCES, "nothing can be written in this folder; check its rights", file.parent.name)
    with locked(file.parent / LOCK, wait):
        _refuse_elsewhere(file, path)
        before = _bytes(file, path)
        after = change(before)
        if after != before:
            write_bytes(file, after)


def _refuse_outside(folder: Path, reviews: Path) -> None:
    if not Path(os.path.realpath(reviews)).is_relative_to(os.path.realpath(folder)):
        raise OutsideError(
            f"{reviews.name} is a link that leads out of the folder of the map; nothing is written there"
        )


def _refuse_elsewhere(file: Path, path: str) -> None:
    """Refuse a link to the map or to its figures, too."""
    if Path(os.path.realpath(file)) != Path(os.path.realpath(file.parent)) / file.name:
        raise OutsideError(
            f"{path} is a link that leads out of its folder or to another file; nothing is written there"
        )


def _bytes(file: Path, path: str) -> bytes:
    try:
        is_file = stat.S_ISREG(file.stat().st_mode)
    except FileNotFoundError:
        return b""
    if not is_file:
        raise OutsideError(f"{path} is not a file; nothing is written there")
    return file.read_bytes()
