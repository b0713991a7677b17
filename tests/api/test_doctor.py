"""What ``doctor`` says of this machine, and of poorer ones."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from scorecard.api import doctor
from scorecard.api.doctor import doctor_text
from scorecard.extras import EXTRAS
from scorecard.writing import engine
from tests.cli.commands import ROOT, TEMPLATE

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def without(monkeypatch: pytest.MonkeyPatch, *names: str) -> dict[str, str]:
    """The lines of doctor by their names, on a machine that lacks these."""

    def known(name: str) -> str:
        if name in names:
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(doctor, "version", known)
    monkeypatch.setattr(engine, "version", known)
    if "dot" in names:
        monkeypatch.setenv("PATH", "/nonexistent")
    lines = [line for line in doctor_text(TEMPLATE).splitlines() if line]
    return dict(re.split(r" {2,}", line, maxsplit=1) for line in lines)


def test_every_library_and_every_extra_is_named() -> None:
    named = {line.partition(" ")[0] for line in doctor_text(TEMPLATE).splitlines()}
    extras = [
        item for name in ("dot", "pdf", "reasoning", "tui", "watch") for item in PROJECT["optional-dependencies"][name]
    ]
    assert {re.split("[>=]", item)[0] for item in (*PROJECT["dependencies"], *extras)} <= named
    assert list(EXTRAS.values()) == extras


def test_only_one_module_says_how_something_is_installed() -> None:
    files = [file for file in (ROOT / "scorecard").rglob("*.py") if "pip install" in file.read_text("utf-8")]
    assert [file.name for file in files] == ["extras.py"]


def test_with_nothing_but_the_install_pictures_work(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = without(monkeypatch, "dot", *EXTRAS)
    assert (lines["dot"], lines["pygraphviz"], lines["typst"]) == ("not on the PATH", "not installed", "not installed")
    for form in (".svg", ".png"):
        assert lines[form] == "works; the goals are ordered by the built-in order"
    assert lines[".dot, .mmd"] == "work"
    assert lines[".pdf"] == "needs typst: python -m pip install 'typst>=0.15'"
    assert lines["--style plain"].startswith("needs pygraphviz: python -m pip install 'pygraphviz>=2.0.1', or Graphviz")
    assert lines["forecast"] == "needs statsmodels: python -m pip install 'statsmodels>=0.14.4'"
    assert lines["review"] == "needs textual: python -m pip install 'textual>=8.0'"
    assert lines["report --watch"] == "needs watchfiles: python -m pip install 'watchfiles>=1.0'"


def test_without_typst_a_pdf_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    assert without(monkeypatch, "typst")[".pdf"].startswith("only in the plain style; the board needs typst: ")


def test_a_broken_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert without(monkeypatch, "resvg-py")[".png"] == "broken: reinstall resvg-py and fontpkg-inter"


def test_the_map_in_use_is_named(tmp_path: Path) -> None:
    assert doctor_text(TEMPLATE.parent).splitlines()[-1].split() == ["map", str(TEMPLATE)]
    assert doctor_text(tmp_path).splitlines()[-1].startswith("map ")
