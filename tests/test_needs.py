"""Where something is not installed its tests are skipped; in CI they fail, unless it is said that they may not run."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.needs import needs

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("ci", "without", "outcome"),
    [
        ("", "", "skip"),
        ("false", "", "skip"),
        ("true", "", "fail"),
        ("1", "", "fail"),
        ("true", "dot", "fail"),
        ("true", "tmux-like", "fail"),
        ("true", "dot tmux", "skip"),
    ],
)
def test_what_is_missing(ci: str, without: str, outcome: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("SCORECARD_WITHOUT", without)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(getattr(pytest, outcome).Exception, match=r"^tmux is not installed; \.ci/run installs it"):
        needs("tmux")
    with pytest.raises(getattr(pytest, outcome).Exception, match="tmux"):
        needs("tmux", found=False)


def test_what_is_there_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "tmux"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setenv("PATH", str(tmp_path))
    needs("tmux")
    needs("dejavu", found=True)


def test_nothing_else_skips_what_is_not_installed() -> None:
    """A mark that asks for a program would skip in CI, too; only a shell and its ``sed`` may be asked for so."""
    asked = {
        text
        for file in HERE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("skipif")
        if "which(" in (text := ast.unparse(node.args[0]))
    }
    assert asked == {"shutil.which('bash') is None", "os.name != 'posix' or shutil.which('sed') is None"}
