"""``scorecard review`` where there can be no meeting; the meeting itself is held in ``tests/meeting``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, called, scorecard, surroundings
from tests.meeting.cafe import cafe

if sys.platform != "win32":
    import pty


def test_without_a_terminal_a_sentence_says_what_does_without(tmp_path: Path) -> None:
    ran = called("review", cafe(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: a meeting needs a terminal, and this is none; scorecard note, decide and decisions do without\n"
        "see: scorecard review --help\n"
    )
    assert scorecard("review", tmp_path).code == 2


def test_without_the_library_a_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual", None)
    ran = called("review", cafe(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(
        "error: the meeting needs textual, which is not installed: python -m pip install 'textual>=8.0'\n"
    )


def test_no_other_command_imports_the_library(tmp_path: Path) -> None:
    code = "import sys; from scorecard.cli.run import run; run(sys.argv[1:]); assert 'textual' not in sys.modules"
    for arguments in (["status"], ["decisions"], ["note", "regulars", "x"], ["review", "--help"], ["review"]):
        command = [sys.executable, "-c", code, *arguments]
        done = os.spawnve(os.P_WAIT, sys.executable, command, {**surroundings(), "PWD": str(tmp_path)})
        assert done == 0
    assert ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_a_period_that_is_none_is_said_before_any_screen(tmp_path: Path) -> None:
    folder = cafe(tmp_path)
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        command = [sys.executable, "-m", "scorecard", "review", str(folder), "--period", "2026-Q3"]
        os.execve(sys.executable, command, surroundings())
    said = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 2
    assert b"2026-Q3 is a quarter" in said
