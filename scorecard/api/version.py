"""The version of this package."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def tool_version() -> str:
    """The installed version; ``0+checkout`` when the package runs from a plain checkout."""
    try:
        return version("scorecard")
    except PackageNotFoundError:
        return "0+checkout"
