"""Every package that is imported is one that `pyproject.toml` asks for, in the part that is there when it is used."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.cli.commands import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
# The part of pydantic in which its errors are; pydantic asks for exactly the one that fits.
OF_PYDANTIC = {"pydantic-core"}
# These say what to install where they are missing; the meeting is imported by the command that says so.
LAZY = {
    "pygraphviz": "dot",
    "typst": "pdf",
    "scipy": "reasoning",
    "statsmodels": "reasoning",
    "textual": "tui",
    "watchfiles": "watch",
}
TOGETHER = {"reasoning": {"scipy", "statsmodels"}}


def imported(folder: Path) -> set[str]:
    """The packages that files of a folder import, by the name under which each is installed."""
    names = {name.partition(".")[0] for file in folder.rglob("*.py") for name in _names(file)}
    by_name = packages_distributions()
    others = names - sys.stdlib_module_names - {"scorecard", "tests"}
    return {_normal(by_name.get(name, [name])[0]) for name in others}


def _names(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    """The names of requirements."""
    return {_normal(re.split(r"[^\w.-]", requirement, maxsplit=1)[0]) for requirement in requirements}


def test_the_package_imports_what_it_asks_for() -> None:
    found = imported(ROOT / "scorecard") - OF_PYDANTIC
    assert found - declared(PROJECT["dependencies"]) == set(LAZY)
    assert declared(PROJECT["dependencies"]) <= found


@pytest.mark.parametrize(("package", "extra"), LAZY.items())
def test_each_extra_is_one_package(package: str, extra: str) -> None:
    assert declared(EXTRAS[extra]) == TOGETHER.get(extra, {package})


def test_tests_import_what_they_ask_for() -> None:
    asked = declared(PROJECT["dependencies"]) | declared(EXTRAS["test"]) | set(LAZY) | declared(EXTRAS["bench"])
    assert imported(ROOT / "tests") - OF_PYDANTIC <= asked
