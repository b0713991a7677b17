"""A folder of new files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from scorecard.writing.text import write_bytes


def what_is_there(folder: Path, names: Iterable[str]) -> Path | None:
    """The first thing that keeps these files from being new: one of them, or a file in the place of their folder."""
    for name in names:
        path = folder / name
        if path.exists() or path.is_symlink():
            return path
        for parent in path.parents:
            if parent.exists():
                if not parent.is_dir():
                    return parent
                break
    return None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below ``folder``, making the folders they need.

    Raises:
        OSError: when one cannot be written.
    """
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
