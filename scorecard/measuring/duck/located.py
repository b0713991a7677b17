"""The entries of a source -> the files they mean, none of them outside the folder of the map."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorecard.measuring.duck.headings import nearest
from scorecard.measuring.rules import file_missing, file_outside, file_unreadable
from scorecard.model import SourceFile
from scorecard.problem import Loc, Problem

_PATTERN = frozenset("*?[")
_AGAIN = re.compile(r"(.*) \(([0-9]{1,6})\)(\.[^./]*)", re.ASCII | re.DOTALL)
"""How browsers name a file that was downloaded once more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Located:
    """A file of a source: the ``entry`` of the map at ``loc`` that names it, its ``path`` as shown, and where it is."""

    entry: SourceFile
    loc: Loc
    path: str
    real: Path


def locate(source_id: str, entries: Sequence[SourceFile], folder: Path) -> tuple[list[Located], list[Problem]]:
    """All files of a source in the order in which they count: as listed, and those of one pattern by name."""
    files: list[Located] = []
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        loc = ("sources", source_id, "files", index)
        for found in _files_of(entry, loc, folder):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files.append(found)
    return files, problems


def _files_of(entry: SourceFile, loc: Loc, folder: Path) -> Iterator[Located | Problem]:
    place = (*loc, "file")
    if _leads_out(entry.file):
        yield file_outside.named(place, entry.file)
        return
    pattern = bool(_PATTERN.intersection(entry.file)) and not os.path.lexists(folder / entry.file)
    paths = sorted(glob.glob(entry.file, root_dir=folder), key=_by_name) if pattern else [entry.file]
    if pattern:
        paths = [path for path in paths if not (folder / path).is_dir()]
    if not paths or not os.path.lexists(folder / paths[0]):
        yield file_missing.problem(place, entry.file, pattern=pattern, near=_near(folder, entry.file))
        return
    seen: set[Path] = set()
    for path in paths:
        found = _file(entry, loc, path, folder)
        if isinstance(found, Problem) or found.real not in seen:
            yield found
        if isinstance(found, Located):
            seen.add(found.real)


def _by_name(path: str) -> tuple[str, int, str]:
    """The order of the files of a pattern: by name, the second download ``Reach (1).csv`` behind ``Reach.csv``."""
    again = _AGAIN.fullmatch(path)
    return (again[1] + again[3], int(again[2]), path) if again else (path, 0, path)


def _leads_out(path: str) -> bool:
    return "\0" in path or path.startswith(("/", "\\", "~")) or Path(path).is_absolute() or ".." in Path(path).parts


def _file(entry: SourceFile, loc: Loc, path: str, folder: Path) -> Located | Problem:
    place = (*loc, "file")
    try:
        real = Path(os.path.realpath(folder / path, strict=True))
        if not real.is_relative_to(os.path.realpath(folder)):
            return file_outside.linked(place, path)
        mode = real.stat().st_mode
    except OSError as error:
        return file_unreadable.system(place, path, error.strerror or type(error).__name__)
    if not stat.S_ISREG(mode):
        return file_unreadable.no_file(place, path, folder=stat.S_ISDIR(mode))
    return Located(entry=entry, loc=loc, path=Path(path).as_posix(), real=real)


def _near(folder: Path, path: str) -> str:
    """A file of the same folder that has a similar name."""
    parent = Path(path).parent
    if _PATTERN.intersection(str(parent)):
        return ""
    try:
        names = sorted(os.listdir(folder / parent))
    except OSError:
        return ""
    near = nearest(Path(path).name, [name for name in names if (folder / parent / name).is_file()])
    return (parent / near).as_posix() if near else ""
