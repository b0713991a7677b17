"""0 fine, also when KPIs are red; 1 findings; 2 usage or unreadable input; 3 our bug; 130 interrupted."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.cli import main
from tests.cli.commands import COMMANDS, TEMPLATE, called, scorecard, surroundings

BROKEN = "goals:\n  growth: {perspective: nowhere}\n"
MAP = "goals:\n  growth: {perspective: financial}\n"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.yaml"
    path.write_text(BROKEN)
    return path


def test_red_kpis_are_a_result_and_no_error() -> None:
    ran = scorecard("status", TEMPLATE)
    assert ran.code == 0
    assert "off track" in ran.out
    assert ran.err == ""


def test_check_finds_errors(broken: Path) -> None:
    found = scorecard("check", broken)
    assert found.code == 1
    assert "unknown-perspective" in found.out
    assert found.err == ""


def test_warnings_fail_only_when_strict(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(MAP)
    assert called("check", path).code == 0
    assert called("check", path, "--strict").code == 1


def test_one_of_several_maps_with_errors_is_enough(broken: Path) -> None:
    found = called("check", TEMPLATE, broken, "--format", "concise")
    assert found.code == 1
    assert f"{broken}:2:25: error[unknown-perspective] " in found.out


@pytest.mark.parametrize("command", ["status", "render", "show"])
def test_a_map_with_errors_is_unreadable_for_every_other_command(
    command: str, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken.parent)
    ran = called(command, *(["growth"] if command == "show" else []))
    assert ran.code == 2
    assert ran.out == ""
    assert "unknown-perspective" in ran.err
    assert "strategy.yaml:2:25" in ran.err
    assert [path.name for path in broken.parent.iterdir()] == ["strategy.yaml"]


@pytest.mark.parametrize(
    "arguments",
    [["status", "nowhere.yaml"], ["check", "nowhere.yaml"], ["doctor", "nowhere.yaml"]],
)
def test_a_path_that_is_not_there_is_wrong_use(arguments: list[str]) -> None:
    ran = called(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", "error: nowhere.yaml: No such file or directory\n")


def test_without_a_map_the_candidates_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    none = called("status")
    assert none.code == 2
    assert "scorecard init" in none.err
    for name in ("a.yaml", "b.yml"):
        Path(name).write_text(MAP)
    Path("other.yaml").write_text("name: no map\n")
    for several in (called("status"), called("show", "growth"), called("check"), called("render")):
        assert several.code == 2
        assert "a.yaml, b.yml;" in several.err
    Path("b.yml").unlink()
    assert called("status").code == 0
    assert called("show", "growth").code == 0
    Path("strategy.yaml").write_text("name: Mine\n" + MAP)
    assert "Mine" in called("status").out
    assert "Mine" not in called("status", "a.yaml").out


@pytest.mark.parametrize("command", ["status", "check", "show", "render", "doctor"])
def test_a_folder_stands_for_the_map_in_it(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner/plan.yaml").write_text(MAP)
    monkeypatch.chdir(tmp_path)
    arguments = ["growth", "-m", "inner"] if command == "show" else ["inner"]
    assert called(command, *arguments, *(["-o", "x.mmd"] if command == "render" else [])).code == 0


@pytest.fixture
def bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("something of ours\nin two lines")

    monkeypatch.setattr("scorecard.api.examine.read_file", fails)


@pytest.mark.usefixtures("bug")
def test_a_bug_of_ours_is_code_three_with_one_sentence() -> None:
    ran = called("check", TEMPLATE)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "error: this is a bug in scorecard (RuntimeError: something of ours in two lines); "
        "please report it with the map and the output of the same command with -v\n"
    )


@pytest.mark.usefixtures("bug")
@pytest.mark.parametrize("switch", ["-v", "--verbose"])
def test_who_asks_sees_where_a_bug_is(switch: str) -> None:
    ran = called("check", switch, TEMPLATE)
    assert ran.code == 3
    assert "Traceback" in ran.err
    assert ran.err.splitlines()[-1].startswith("error: this is a bug")


def test_interrupted_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scorecard.api.examine.read_file", interrupted)
    assert called("check", TEMPLATE) == (130, "", "")


def test_interrupted_while_it_begins_is_130_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scorecard.cli.run.run", interrupted)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 130


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("command", ["check", "status"])
def test_a_real_interrupt_is_130_and_quiet(command: str, tmp_path: Path) -> None:
    pipe = tmp_path / "strategy.yaml"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "scorecard", command, str(pipe)],
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # also when the tests run in the background
    )
    try:
        writer = os.open(pipe, os.O_WRONLY)  # returns when the command has opened the map, so it is at work
        process.send_signal(signal.SIGINT)
        shown = process.communicate(timeout=20)
        os.close(writer)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130
    assert shown == (b"", b"")


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash here")
@pytest.mark.parametrize(
    ("command", "codes"),
    [
        ("templates | head -1", "0 0"),  # so short that it waits in a buffer until the end
        ("status $MAP --full | head -1", "0 0"),
        ("status $MAP --format json | head -1", "0 0"),
        ("status $MAP --fail-on off-track 2>/dev/null | head -1", "1 0"),
        ("check nowhere.yaml 2>&1 >/dev/null | true", "2 0"),
    ],
)
def test_a_reader_that_leaves_early_changes_nothing(command: str, codes: str) -> None:
    """The pipe is closed before anything is written, and the exit code stays what it would have been."""
    begun = command.replace("| head -1", "| (exec <&-)").replace("| true", "| (exec <&-)")
    for line in (command, begun):
        ran = subprocess.run(
            ["/bin/bash", "-c", f"{sys.executable} -m scorecard {line}; echo CODES ${{PIPESTATUS[@]}} >&2"],
            env=surroundings({"MAP": str(TEMPLATE)}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.stderr == f"CODES {codes}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
@pytest.mark.parametrize("arguments", [["templates"], ["status", str(TEMPLATE), "--full"]])
def test_a_full_disk_is_said_once(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "scorecard", *arguments],
            env=surroundings(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, f"error: {os.strerror(errno.ENOSPC)}\n")


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash here")
def test_a_closed_stdout_is_no_bug() -> None:
    ran = subprocess.run(
        ["/bin/bash", "-c", f"{sys.executable} -m scorecard status {TEMPLATE} >&-"],
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_without_libyaml_there_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "yaml").mkdir()
    (tmp_path / "yaml/__init__.py").write_text("")
    path = f"{tmp_path}{os.pathsep}{surroundings()['PYTHONPATH']}"
    ran = scorecard("check", TEMPLATE, environment={"PYTHONPATH": path})
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "libyaml" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_asks_anything(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """stdin is never read: whoever did would fail here."""

    class Nobody:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(f"stdin.{name} was used")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", Nobody())
    ran = called(command, *{"init": ["x"], "show": ["impressions", "-m", str(TEMPLATE)]}.get(command, []))
    assert ran.code in (0, 2)
    assert "stdin" not in ran.err
