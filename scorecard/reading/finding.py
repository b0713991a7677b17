"""Which map is meant when none is named."""

from __future__ import annotations

import re
from pathlib import Path

USUAL = "strategy.yaml"

_HAS_GOALS = re.compile(rb"""^["']?goals["']?[ \t]*:""", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")
_LOOK_INTO = 1_000_000


def maps_in(folder: Path) -> tuple[Path, ...]:
    """The maps of a folder: ``strategy.yaml`` alone when there is one, else every YAML file that has goals.

    Raises:
        OSError: when the folder cannot be read.
    """
    usual = folder / USUAL
    if usual.is_file():
        return (usual,)
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.suffix in _ENDINGS and not path.name.startswith(".") and path.is_file() and _has_goals(path)
    )


def _has_goals(path: Path) -> bool:
    with path.open("rb") as file:
        return _HAS_GOALS.search(file.read(_LOOK_INTO)) is not None
