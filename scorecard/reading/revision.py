"""A file as it was in a revision of its git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from scorecard.reading.source import LARGEST

_LIMIT = 30.0


class RevisionError(Exception):
    """A revision cannot be read; the message says why."""


def bytes_in(revision: str, path: Path) -> bytes:
    """The bytes of the file ``path`` as they were in a revision of the repository it lies in.

    ``revision`` is whatever git understands: ``HEAD~3``, a branch, a tag, part of a commit's id. At most a byte more
    than a map may have is read.

    Raises:
        RevisionError: when git is not installed or takes too long, the file lies in no repository, the repository has
            no such revision, or the revision no such file.
    """
    if revision.startswith("-") or not revision.isprintable() or not revision or ":" in revision:
        raise RevisionError(f"{revision!r} is no name of a revision")
    folder = path.resolve().parent
    if _git(folder, "rev-parse", "--is-inside-work-tree")[0] != 0:
        raise RevisionError(f"{path} lies in no git repository, so there is no {revision}; name two files instead")
    code, out = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if code != 0:
        raise RevisionError(f"neither a file nor a revision of the repository is called {revision!r}")
    commit = out.decode("ascii", "replace").strip()
    code, out = _git(folder, "cat-file", "blob", f"{commit}:./{path.resolve().name}")
    if code != 0:
        raise RevisionError(f"{path} is not in the revision {revision}")
    return out


def is_revision(revision: str, path: Path) -> bool:
    """Whether the repository in which a file lies has a revision of that name; not where there is no git."""
    try:
        bytes_in(revision, path)
    except RevisionError:
        return False
    return True


def _git(folder: Path, *arguments: str) -> tuple[int, bytes]:
    """What git answers in a folder; no setting of the repository makes it run anything else, and it asks nothing."""
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    try:
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            assert process.stdout is not None
            out = process.stdout.read(LARGEST + 1)
            if len(out) > LARGEST:
                process.kill()
                return 0, out
            return process.wait(timeout=_LIMIT), out
    except FileNotFoundError:
        raise RevisionError("git is not installed here, so revisions cannot be read; name two files instead") from None
    except subprocess.TimeoutExpired:
        raise RevisionError(f"git takes longer than {_LIMIT:g} seconds") from None
