"""The bundled templates as files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from scorecard.reading.finding import USUAL

_DOTTED = ("gitignore", "gitattributes", "github")
_NAME = re.compile(r"^name:\s*(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Template:
    """A starter map: its id (the name of its folder), its shown name and its folder."""

    id: str
    name: str
    folder: Path


def templates_in(folder: Path) -> tuple[Template, ...]:
    """The templates of a folder, by id."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        strategy = path / USUAL
        if strategy.is_file():
            name = _NAME.search(strategy.read_text(encoding="utf-8"))
            found.append(Template(id=path.name, name=name[1].strip("\"'") if name else path.name, folder=path))
    return tuple(found)


def template_files(template: Template) -> dict[str, bytes]:
    """The files of a template by the path they get in a working folder: ``gitignore`` becomes ``.gitignore``."""
    files = {}
    for path in sorted(template.folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            first, *rest = path.relative_to(template.folder).parts
            files["/".join(["." + first if first in _DOTTED else first, *rest])] = path.read_bytes()
    return files
