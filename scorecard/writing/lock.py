"""One writer at a time: a lock that a killed process cannot leave behind."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.01
_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class LockedError(Exception):
    """Somebody else keeps writing; the message says which lock was waited for."""


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock of a file, which is made when it is not there and stays: deleting it would let two in.

    The lock belongs to the open file, so the system gives it up when the process ends, however it ends.

    Raises:
        LockedError: when others hold it for ``wait`` seconds.
        OSError: when the file cannot be opened; a link is not followed.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        end = time.monotonic() + wait
        while not _take(descriptor):
            if time.monotonic() >= end:
                raise LockedError(f"{path} is locked: another process has been writing for {wait:g} seconds")
            time.sleep(_PAUSE)
        try:
            yield
        finally:
            _give_back(descriptor)
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

    def _give_back(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _BUSY:
                return False
            raise
        return True

    def _give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
