"""Help that fits a terminal, and wrong use answered in our words."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from shutil import copy, copytree

import pytest

from tests.cli.commands import COMMANDS, ROOT, TEMPLATE, called
from tests.needs import needs


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_two_examples_and_fits_eighty_columns(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = called(command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: scorecard {command} ")
    examples = ran.out.partition("\nExamples:\n")[2].splitlines()
    assert len(examples) >= 2
    assert all(re.match(rf"  scorecard ({command}|init)\b", line) for line in examples)
    assert max(map(len, ran.out.splitlines())) <= 80
    assert not re.search(r"<\w|\{|\[default|TEXT|PATH", ran.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_the_help_are_right(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every one is run, in the folder it speaks of: one that `init` has made, with the maps of the repository."""
    monkeypatch.chdir(tmp_path)
    if command != "init":
        assert called("init").code == 0
    copytree(ROOT / "maps", tmp_path / "maps")
    if command == "diff":
        _with_a_past(tmp_path)
    examples = called(command, "--help").out.partition("\nExamples:\n")[2].splitlines()
    for number, example in enumerate(examples):
        words = shlex.split(example)[1:]
        if "*" in example:
            words = [w for word in words for w in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
        if words[0] == "init":
            (tmp_path / str(number)).mkdir()
            monkeypatch.chdir(tmp_path / str(number))
        ran = called(*words)
        if command == "review":  # a meeting needs a terminal; there it is held by tests/meeting/test_tmux.py
            assert (ran.code, "needs a terminal" in ran.err) == (2, True), example
            continue
        assert ran.code == (1 if "--fail-on" in words else 0), (example, ran.err)


def _with_a_past(folder: Path) -> None:
    """Four revisions, a branch, and the map of last year."""
    needs("git")
    copy(folder / "strategy.yaml", folder / "last-year.yaml")
    git = ("git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.com")
    commit = ("commit", "-q", "--allow-empty", "-m", "x")
    for words in (("init", "-q", "-b", "main"), ("add", "strategy.yaml"), *[commit] * 4, ("branch", "feature")):
        subprocess.run([*git, *words], check=True)


def test_the_first_page_lists_every_command() -> None:
    ran = called("--help")
    assert ran.code == 0
    assert [command for command in COMMANDS if f"\n  {command} " in ran.out] == list(COMMANDS)
    assert max(map(len, ran.out.splitlines())) <= 80
    assert called().err == ran.out.rstrip("\n") + "\n"
    assert called() == (2, "", ran.out)


def test_the_version_is_one_line() -> None:
    assert re.fullmatch(r"scorecard \S+\n", called("--version").out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statsu"], "there is no command 'statsu'; did you mean status?\nsee: scorecard --help"),
        (["validate"], "there is no command 'validate'; did you mean check?\nsee: scorecard --help"),
        (["version"], "there is no command 'version'; did you mean --version?\nsee: scorecard --help"),
        (["frobnicate"], "there is no command 'frobnicate'; there are: init, templates, check,"),
        (["--bogus"], "there is no option '--bogus'\nsee: scorecard --help"),
        (["status", "--formt", "csv"], "there is no option '--formt'; did you mean --format?\nsee: scorecard status"),
        (["status", "--zzzz"], "there is no option '--zzzz'\nsee: scorecard status --help"),
        (["status", "--format"], "--format is followed by no value"),
        (["status", "--kpis=1"], "--kpis is a switch and takes no value"),
        (["status", "a", "b", "c"], "'b c' is more than the command takes\nsee: scorecard status --help"),
        (["show"], "ID is missing\nsee: scorecard show --help"),
        (["status", "-f", "xml"], "--format: 'xml' is not known; there are: table, json, csv, markdown\nsee:"),
        (["check", "--format", "sarif"], "--format: 'sarif' is not known; there are: full, concise, json, github\n"),
        (["show", "x", "-f", "csv"], "--format: 'csv' is not known; there are: table, json\n"),
        (["status", "--sort", "name"], "--sort: 'name' is not known; there are: map, urgency\n"),
        (["status", "--status", "green"], "'green' is not known; there are: on-track, at-risk, off-track, no-data\n"),
        (["status", "--fail-on", "on-track"], "'on-track' is not known; there are: off-track, at-risk, no-data\n"),
        (["status", "--color", "yes"], "--color: 'yes' is not known; there are: auto, always, never\n"),
        (["status", "--as-of", "31/10/2026"], "--as-of: '31/10/2026' is not a date; write 2026-10-31, or a period"),
        (["status", "-o", "strategy.yaml"], "--output: 'strategy.yaml' is called like a map and would overwrite one"),
        (["status", str(TEMPLATE), "--goal", "engaging"], "no goal 'engaging'; did you mean 'engaging-content'"),
        (["status", str(TEMPLATE), "--perspective", "x"], "no perspective 'x'; there are: stakeholders, customer,"),
        (["status", str(TEMPLATE), "--owner", "Contnt editor"], "did you mean 'Content editor'"),
        (["show", "impresions", "-m", str(TEMPLATE)], "did you mean impressions"),
        (["show", "goal:impressions", "-m", str(TEMPLATE)], "no goal, KPI, perspective, initiative or measure"),
        (["render", str(TEMPLATE), "-o", "map.gif"], "names no format; end it with .svg, .png, .pdf, .dot or .mmd"),
        (["rule", "link-cicle"], "did you mean link-cycle"),
        (["init", "--template", "other"], "there are: social-media"),
    ],
)
def test_wrong_use_is_code_two_and_says_what_is_right(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = called(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")
    assert said in ran.err
    assert list(tmp_path.iterdir()) == []


def test_what_was_typed_cannot_move_the_cursor() -> None:
    assert "\x1b" not in called("stat\x1b[2Jus").err
    assert "\x1b" not in called("status", "--x\x1b[2J").err


def test_a_file_that_is_missing_hides_nothing_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("goals: {a: {perspective: nowhere}}\n", encoding="utf-8")
    answer = called("check", tmp_path / "not-there.yaml", tmp_path / "bad.yaml", "--format", "concise")
    assert answer.code == 2
    assert "unknown-perspective" in answer.out
    assert "not-there.yaml: No such file" in answer.err
