"""Programs and fonts that tests need beside Python: where one is not installed they are skipped, in CI they fail."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec

import pytest


def needs(what: str, found: bool | None = None) -> None:
    """The test goes on where ``what`` is installed: a program on the PATH, or what was ``found`` in another way.

    Where it is not, the test is skipped; where ``CI=true`` it fails, so that nobody takes skipped for passed, unless
    ``SCORECARD_WITHOUT`` (names, with blanks between them) says that this machine does without it.
    """
    if shutil.which(what) is not None if found is None else found:
        return
    strict = os.environ.get("CI", "").lower() in ("1", "true")
    if strict and what not in os.environ.get("SCORECARD_WITHOUT", "").split():
        pytest.fail(f"{what} is not installed; .ci/run installs it, SCORECARD_WITHOUT={what} does without it")
    pytest.skip(f"{what} is not installed; .ci/run installs it")


def needs_engine(name: str) -> None:
    """The test goes on where Graphviz is to be had in this way: ``dot``, or the package ``pygraphviz``."""
    needs(name, find_spec(name) is not None if name == "pygraphviz" else None)
