"""Without libyaml every command ends with code 2 and one sentence: PyYAML's own parser reads some texts differently."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scorecard.cli.group import COMMANDS

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pure_yaml(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with PyYAML as it is installed where no compiler and no wheel was at hand."""
    folder = tmp_path_factory.mktemp("pure")
    compiled = shutil.ignore_patterns("*.so", "*.pyd", "__pycache__")
    shutil.copytree(Path(yaml.__file__).parent, folder / "yaml", ignore=compiled)
    return folder


def _run(arguments: list[str], *paths: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [*paths, _ROOT]))}
    command = [sys.executable, "-m", "scorecard", *arguments]
    return subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", [*COMMANDS, "no-such-command"])
def test_command_says_what_is_missing(command: str, pure_yaml: Path) -> None:
    ended = _run([command], pure_yaml)
    assert ended.returncode == 2
    assert ended.stdout == ""
    (line,) = ended.stderr.splitlines()
    assert "libyaml" in line
    assert "reinstall pyyaml" in line


def test_with_libyaml_the_command_runs() -> None:
    assert _run(["templates"]).returncode == 0
