"""The files that `init` writes for people can be followed: every command in them is run, in their order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.commands import ROOT, TEMPLATE, called, surroundings

BLOCK = re.compile(r"^(?P<margin> *)```(?:sh|console)\n(?P<lines>.*?)^(?P=margin)```$", re.MULTILINE | re.DOTALL)
READMES = ("README.md", "data/README.md")
FINDS = re.compile(r"--fail-on\b|# ends with 1\b")
"""A command line that says it has findings; every other is fine."""


def commands(name: str) -> list[str]:
    """The command lines in the blocks of a file; in those with output too, they stand behind ``$``."""
    text = (TEMPLATE.parent / name).read_text(encoding="utf-8")
    found = []
    for block in BLOCK.finditer(text):
        lines = dedent(block["lines"]).splitlines()
        typed = [line[2:] for line in lines if line.startswith("$ ")]
        found += typed or [line for line in lines if line and not line.startswith("#")]
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A folder that `init` has just made."""
    assert called("init", tmp_path / "my-strategy").code == 0
    return tmp_path / "my-strategy"


def ran(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command line as a shell runs it there, ``scorecard`` being this checkout."""
    shim = folder.parent / "bin/scorecard"
    if not shim.exists():
        shim.parent.mkdir()
        shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scorecard "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=surroundings({"PATH": path, "PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name != "posix" or shutil.which("sed") is None, reason="no shell here with sed")
@pytest.mark.parametrize("name", READMES)
def test_every_command_runs_in_a_fresh_folder(name: str, fresh: Path) -> None:
    for command in commands(name):
        done = ran(command, fresh)
        assert done.returncode == (1 if FINDS.search(command) else 0), (command, done.stderr)
        assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix" or shutil.which("sed") is None, reason="no shell here with sed")
@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("README.md", "customer-interviews  no figure yet"),
        ("data/README.md", "private-questions network=facebook  41  in 2026-09"),
    ],
)
def test_due_lists_what_the_text_says(name: str, due: str, fresh: Path) -> None:
    said = [ran(command, fresh).stdout for command in commands(name) if not command.startswith("scorecard render")]
    lists = [text for text in said if "without a figure for 2026-10" in text]
    assert [text.splitlines()[0] for text in lists] == ["1 KPI without a figure for 2026-10"]
    assert due in lists[0]


def test_the_files_show_the_commands_of_a_month() -> None:
    words = {name: [command.split()[:2] for command in commands(name)] for name in READMES}
    for command in ("status", "history", "top", "due", "record", "check", "render", "close"):
        assert ["scorecard", command] in words["README.md"]
    assert ["scorecard", "record"] in words["data/README.md"]
