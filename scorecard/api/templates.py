"""Starter maps, and the working folder that one of them becomes."""

from __future__ import annotations

import json
from pathlib import Path

import scorecard
from scorecard.reading.finding import USUAL
from scorecard.reading.templates import Template, template_files, templates_in
from scorecard.writing.text import write_bytes

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
    from scorecard.api.schema import schema

    known = {template.id: template for template in templates()}
    if template_id not in known:
        raise InitError(f"there is no template {template_id!r}; there are: {', '.join(known)}")
    files = template_files(known[template_id])
    files[SCHEMA_FILE] = (json.dumps(schema(), indent=2, ensure_ascii=False) + "\n").encode()
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise InitError(f"{folder / there[0]} is already there; nothing was written")
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
    return (USUAL, *sorted(name for name in files if name != USUAL))
