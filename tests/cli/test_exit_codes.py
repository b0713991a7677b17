"""0 fine, also when KPIs are red; 1 findings; 2 usage or unreadable input; 3 our bug; 130 interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.cli import run as running
from tests.cli.commands import ROOT, TEMPLATE, scorecard

BROKEN = "goals:\n  growth: {perspective: nowhere}\n"
TWO_PROBLEMS = "goals:\n  growth: {perspective: financial, lagging: [profit]}\n  other: {perspective: x}\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.yaml"
    path.write_text(BROKEN)
    return path


def test_red_kpis_are_a_result_and_no_error() -> None:
    assert scorecard("status", TEMPLATE).code == 0


@pytest.mark.parametrize(("asked", "code"), [("off-track", 1), ("at-risk", 1), ("no-data", 1)])
def test_fail_on_turns_a_status_into_a_finding(asked: str, code: int) -> None:
    assert scorecard("status", TEMPLATE, "--fail-on", asked).code == code


def test_fail_on_looks_at_the_selected_goals_only() -> None:
    assert scorecard("status", TEMPLATE, "--goal", "train-team", "--fail-on", "off-track").code == 0


def test_check_finds_errors(broken: Path) -> None:
    found = scorecard("check", broken)
    assert found.code == 1
    assert "unknown-perspective" in found.out
    assert found.err == ""


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("goals:\n  growth: {perspective: financial}\n")
    assert scorecard("check", path).code == 0
    assert scorecard("check", path, "--strict").code == 1


@pytest.mark.parametrize("command", ["status", "render"])
def test_a_map_with_errors_is_unreadable_for_every_other_command(command: str, broken: Path) -> None:
    ran = scorecard(command, broken, cwd=broken.parent)
    assert ran.code == 2
    assert ran.out == ""
    assert "unknown-perspective" in ran.err
    assert "strategy.yaml:2:25" in ran.err


def test_show_with_a_broken_map(broken: Path) -> None:
    assert scorecard("show", "growth", "-m", broken).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["status", "nowhere.yaml"], "nowhere.yaml: No such file"),
        (["status", "--format", "xml", str(TEMPLATE)], "'table', 'json', 'csv', 'markdown'"),
        (["status", str(TEMPLATE), "--as-of", "31/10/2026"], "is not a date"),
        (["status", str(TEMPLATE), "--goal", "engaging"], "did you mean 'engaging-content'"),
        (["status", str(TEMPLATE), "--status", "green"], "on-track, at-risk, off-track, no-data"),
        (["show", "impresions", "-m", str(TEMPLATE)], "did you mean impressions"),
        (["render", str(TEMPLATE), "-o", "map.gif"], "names no format"),
        (["rule", "link-cicle"], "did you mean link-cycle"),
        (["init", "--template", "other"], "there are: social-media"),
        (["statsu"], "status"),
        (["status", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_use_is_code_two_and_says_what_is_right(arguments: list[str], said: str, tmp_path: Path) -> None:
    ran = scorecard(*arguments, cwd=tmp_path)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_without_a_map_the_candidates_are_listed(tmp_path: Path) -> None:
    none = scorecard("status", cwd=tmp_path)
    assert none.code == 2
    assert "scorecard init" in none.err
    for name in ("a.yaml", "b.yml"):
        (tmp_path / name).write_text("goals:\n  growth: {perspective: financial}\n")
    (tmp_path / "other.yaml").write_text("name: no map\n")
    several = scorecard("status", cwd=tmp_path)
    assert several.code == 2
    assert "a.yaml, b.yml;" in several.err
    (tmp_path / "b.yml").unlink()
    assert scorecard("status", cwd=tmp_path).code == 0
    (tmp_path / "strategy.yaml").write_text("name: Mine\ngoals:\n  growth: {perspective: financial}\n")
    assert "Mine" in scorecard("status", cwd=tmp_path).out


def test_a_bug_of_ours_is_code_three_with_a_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("something of ours")

    monkeypatch.setattr("scorecard.api.examine.read_file", fails)
    assert running.run(["check", str(TEMPLATE)]) == 3
    shown = capsys.readouterr().err
    assert "please report it" in shown
    assert "Traceback" not in shown
    assert running.run(["check", "-v", str(TEMPLATE)]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_interrupted_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scorecard.api.examine.read_file", interrupted)
    assert running.run(["check", str(TEMPLATE)]) == 130


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_real_interrupt_is_130_and_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "strategy.yaml"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "scorecard", "check", str(pipe)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
    )
    writer = os.open(pipe, os.O_WRONLY)  # returns when the command has opened the map, so it is at work
    process.send_signal(signal.SIGINT)
    _, shown = process.communicate(timeout=20)
    os.close(writer)
    assert process.returncode == 130
    assert b"Traceback" not in shown


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    ran = subprocess.run(
        f"{sys.executable} -m scorecard status {TEMPLATE} --format json --full; echo code $? >&2",
        shell=True,
        executable="/bin/bash",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert b"code 0" in ran.stderr
    piped = subprocess.run(
        [
            "/bin/bash",
            "-c",
            f"set -o pipefail; {sys.executable} -m scorecard status {TEMPLATE} --format json | head -c 10",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert piped.returncode == 0
    assert piped.stderr == b""


def test_without_libyaml_there_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "yaml").mkdir()
    (tmp_path / "yaml/__init__.py").write_text("")
    ran = scorecard("check", TEMPLATE, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "libyaml" in ran.err
