"""What may be installed beside us, how pip is asked for it, and the sentence of what does not work without it."""

from __future__ import annotations

from collections.abc import Mapping

EXTRAS: Mapping[str, str] = {
    "pygraphviz": "pygraphviz>=2.0.1",
    "typst": "typst>=0.15",
    "scipy": "scipy>=1.13",
    "statsmodels": "statsmodels>=0.14.4",
    "textual": "textual>=8.0",
    "watchfiles": "watchfiles>=1.0",
}


def install(name: str) -> str:
    """The command that installs an extra."""
    return f"python -m pip install '{EXTRAS[name]}'"


def lacking(what: str, name: str) -> str:
    """Why something cannot be done here, and what to do about it."""
    return f"{what} needs {name}, which is not installed: {install(name)}"
