"""Starter maps, and the working folder that one of them becomes."""

from __future__ import annotations

from pathlib import Path

import scorecard
from scorecard.reading.finding import USUAL
from scorecard.reading.templates import Template, template_files, templates_in
from scorecard.writing.folder import what_is_there, write_folder

SCHEMA_FILE = ".schema/strategy-map.schema.json"


class InitError(Exception):
    """The working folder cannot be made; the message says why."""


def templates() -> tuple[Template, ...]:
    """The bundled starter maps: in the installed package, else beside it in a checkout."""
    package = Path(scorecard.__file__).parent
    inside = package / "templates"
    return templates_in(inside if inside.is_dir() else package.parent / "templates")


def init(folder: Path, template_id: str) -> tuple[str, ...]:
    """Make a working folder from a template; returns the files written, relative to the folder.

    Raises:
        InitError: when there is no such template, or a file of it is there already; then nothing is written.
        OSError: when a file cannot be written.
    """
    from scorecard.api.schema import schema_text

    known = {template.id: template for template in templates()}
    if template_id not in known:
        raise InitError(f"there is no template {template_id!r}; there are: {', '.join(known)}")
    files = template_files(known[template_id])
    files[SCHEMA_FILE] = schema_text().encode()
    in_the_way = what_is_there(folder, files)
    if in_the_way is not None:
        raise InitError(f"{in_the_way} is already there; nothing was written")
    write_folder(folder, files)
    return (USUAL, *sorted(name for name in files if name != USUAL))
