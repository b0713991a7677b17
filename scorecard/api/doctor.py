"""What is installed here, what is missing, and what works with it."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scorecard import __version__
from scorecard.api.find import MapNotFoundError, find_map
from scorecard.extras import EXTRAS, install

_LIBRARIES = (
    *("networkx", "pydantic", "pyyaml", "graphviz", "rich", "typer", "numpy", "duckdb", "python-calamine"),
    *("resvg-py", "fontpkg-inter", "fonttools"),
)


def doctor_text(named: Path) -> str:
    """A line for each thing: what it is, what was found. ``named`` is a map or a folder to look for one in."""
    try:
        used = str(find_map(named).resolve() if named.is_dir() else named.resolve(strict=True))
    except (MapNotFoundError, OSError) as error:
        used = f"none: {error}"
    tables = (_found(), _works(), (("map", used),))
    width = max(len(name) for rows in tables for name, _ in rows)
    return "\n".join("".join(f"{name:{width}}  {state}\n" for name, state in rows) for rows in tables)


def _found() -> tuple[tuple[str, str], ...]:
    """Pairs of a thing and what was found: versions, libyaml, the engines, the extras."""
    from scorecard.writing.engine import engines

    found = [("scorecard", __version__), ("python", f"{platform.python_version()} on {platform.platform()}")]
    found += [(library, _version(library) or "not installed") for library in _LIBRARIES]
    found.append(("libyaml", _libyaml()))
    found += [(engine.name, engine.state) for engine in engines()]
    found += [(name, _version(name) or "not installed") for name in EXTRAS if name != "pygraphviz"]
    return tuple(found)


def _works() -> tuple[tuple[str, str], ...]:
    """Pairs of something to be done here and whether it works, with what would have to be installed."""
    from scorecard.writing.engine import engines_present

    present = engines_present()
    order = f"works; the goals are ordered by {(*present, 'the built-in order')[0]}"
    graphviz = f"{_install('pygraphviz')}, or Graphviz itself"
    plain = f"works, drawn by {present[0]}" if present else f"needs {graphviz}"
    return (
        (".svg", order),
        (".png", order if _version("resvg-py") and _has_inter() else "broken: reinstall resvg-py and fontpkg-inter"),
        (".pdf", _pdf(order, bool(present))),
        (".dot, .mmd", "work"),
        ("--style plain", plain),
        ("evidence", _needs("scipy")),
        ("forecast", _needs("statsmodels")),
        ("review", _needs("textual")),
        ("report --watch", _needs("watchfiles")),
    )


def _pdf(order: str, plain: bool) -> str:
    if _version("typst"):
        return order
    return f"{'only in the plain style; the board ' if plain else ''}needs {_install('typst')}"


def _needs(name: str) -> str:
    return "works" if _version(name) else f"needs {_install(name)}"


def _install(name: str) -> str:
    return f"{name}: {install(name)}"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _has_inter() -> bool:
    from scorecard.writing.inter import inter_file

    try:
        return inter_file().is_file()
    except ImportError:
        return False


def _libyaml() -> str:
    try:
        from yaml import _yaml
    except ImportError:
        return "missing: reinstall pyyaml from a wheel, it is needed to read maps"
    return ".".join(str(part) for part in _yaml.get_version())
