"""Files, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path


def write_bytes(path: Path, content: bytes) -> None:
    """Write bytes; a reader sees the old file or the new one, never half of it.

    A link stays a link and the file it leads to is replaced; a file keeps its permissions. What is no file, such
    as ``/dev/stdout`` or a pipe, is written to and not replaced.

    Raises:
        OSError: when the file cannot be written; what stood there before is untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        _replace(target, content, permissions=None)
        return
    if stat.S_ISREG(mode):
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        _replace(target, content, permissions=stat.S_IMODE(mode))
    else:
        with open(path, "wb") as stream:
            stream.write(content)


def _replace(target: Path, content: bytes, permissions: int | None) -> None:
    # Opened as new, so that nobody's file or link of that name can be written through; the umask applies.
    temporary = target.with_name(f".scorecard-{secrets.token_hex(8)}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        error.filename = str(target)
        raise
    try:
        with open(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if permissions is not None:
            os.chmod(temporary, permissions)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
