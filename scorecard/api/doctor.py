"""What is installed here, and what is missing."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scorecard import __version__
from scorecard.api.find import MapNotFoundError, find_map

_LIBRARIES = ("networkx", "pydantic", "pyyaml", "graphviz", "rich", "typer", "numpy", "duckdb", "python-calamine")


def doctor_text(named: Path) -> str:
    """A line for each thing: what it is, what was found. ``named`` is a map or a folder to look for one in."""
    try:
        used = str(find_map(named).resolve() if named.is_dir() else named.resolve(strict=True))
    except (MapNotFoundError, OSError) as error:
        used = f"none: {error}"
    rows = [*_found(), ("map", used)]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:{width}}  {state}\n" for name, state in rows)


def _found() -> tuple[tuple[str, str], ...]:
    """Pairs of a thing and what was found: versions, libyaml, and the engines that draw pictures."""
    from scorecard.writing.engine import engines

    found = [("scorecard", __version__), ("python", f"{platform.python_version()} on {platform.platform()}")]
    for library in _LIBRARIES:
        try:
            found.append((library, version(library)))
        except PackageNotFoundError:
            found.append((library, "not installed"))
    found.append(("libyaml", _libyaml()))
    found += [(engine.name, engine.state) for engine in engines()]
    return tuple(found)


def _libyaml() -> str:
    try:
        from yaml import _yaml
    except ImportError:
        return "missing: reinstall pyyaml from a wheel, it is needed to read maps"
    return ".".join(str(part) for part in _yaml.get_version())
