"""stdout is the document and nothing else; colour, width and marks follow what the stream can show."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, TEMPLATE, scorecard

ESCAPE = "\x1b["


def test_json_is_one_document_on_stdout_and_nothing_is_on_stderr() -> None:
    ran = scorecard("status", TEMPLATE, "--format", "json")
    assert json.loads(ran.out)["schema_version"] == 1
    assert ran.err == ""


def test_information_goes_to_stderr(tmp_path: Path) -> None:
    ran = scorecard("render", TEMPLATE, "-o", tmp_path / "map.dot", "-v")
    assert ran.out == ""
    assert "wrote" in ran.err
    assert f"map: {TEMPLATE}" in ran.err


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(arguments: list[str], environment: dict[str, str], coloured: bool) -> None:
    ran = scorecard("status", TEMPLATE, *arguments, **environment)
    assert (ESCAPE in ran.out) == coloured


@pytest.mark.parametrize("style", ["json", "csv", "markdown"])
def test_a_data_format_is_never_coloured(style: str) -> None:
    assert ESCAPE not in scorecard("status", TEMPLATE, "--format", style, "--color", "always").out


def test_a_pipe_is_not_cut_and_columns_are_obeyed() -> None:
    wide = scorecard("status", TEMPLATE).out
    assert max(map(len, wide.splitlines())) > 100
    for columns in ("60", "80", "100"):
        narrow = scorecard("status", TEMPLATE, "--kpis", COLUMNS=columns).out
        assert max(map(len, narrow.splitlines())) <= int(columns)
        for goal in ("personal-brand-interaction", "valuable-business-results", "communicate-with-users"):
            assert goal in narrow


def test_ids_are_never_cut_even_where_they_do_not_fit() -> None:
    assert "personal-brand-interaction" in scorecard("status", TEMPLATE, COLUMNS="20").out


def test_marks_become_ascii_where_the_encoding_has_none() -> None:
    ran = scorecard("status", TEMPLATE, "--kpis", "--initiatives", PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert ran.code == 0
    assert ran.out.isascii()
    assert "on track" in ran.out


def test_help_needs_no_terminal_library_and_has_two_examples() -> None:
    for command in ("init", "templates", "check", "status", "show", "render", "schema", "rule", "doctor"):
        shown = scorecard(command, "--help").out
        assert len(re.findall(rf"^  scorecard (?:{command}|init)\b", shown, re.MULTILINE)) >= 2, command


@pytest.mark.skipif(shutil.which("tmux") is None, reason="no tmux here")
def test_a_real_terminal_gets_colour_and_its_width(tmp_path: Path) -> None:
    session = f"scorecard-{time.monotonic_ns()}"
    tmux = ["tmux", "-L", session]
    command = f"PYTHONPATH={ROOT} {sys.executable} -m scorecard status {TEMPLATE}; sleep 30"
    subprocess.run([*tmux, "-f", "/dev/null", "new-session", "-d", "-x", "90", "-y", "60", command], check=True)
    try:
        shown = ""
        for _ in range(100):
            shown = subprocess.run(
                [*tmux, "capture-pane", "-p", "-e"], check=True, capture_output=True, text=True
            ).stdout
            if "100 % is the target" in shown:
                break
            time.sleep(0.1)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        assert ESCAPE in shown
        assert "valuable-business-results" in plain
        assert max(map(len, plain.splitlines())) <= 90
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
