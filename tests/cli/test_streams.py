"""stdout is the document and nothing else; colour, width and marks follow what the stream can show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import TEMPLATE, called, scorecard

ESCAPE = "\x1b["
NAMED = 'name: "Größe 顧客"\nas_of: 2026-01-31\ngoals:\n  growth: {name: "Größe — 顧客", perspective: financial}\n'


def test_json_is_one_document_on_stdout_and_nothing_is_on_stderr() -> None:
    ran = scorecard("status", TEMPLATE, "--format", "json")
    assert json.loads(ran.out)["schema_version"] == 1
    assert ran.err == ""


def test_information_goes_to_stderr(tmp_path: Path) -> None:
    ran = called("render", TEMPLATE, "-o", tmp_path / "map.dot", "-v")
    assert ran.out == ""
    assert "wrote" in ran.err
    assert f"map: {TEMPLATE}" in ran.err


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        ([], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "ALWAYS"], {"NO_COLOR": "1"}, True),
        (["--color", "always"], {"TERM": "dumb"}, True),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("command", [["status", TEMPLATE], ["show", "impressions", "-m", TEMPLATE]])
def test_colour(
    command: list[str],
    arguments: list[str],
    environment: dict[str, str],
    coloured: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (ESCAPE in called(*command, *arguments).out) == coloured


def test_problems_on_stderr_follow_the_switch(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("goals:\n  growth: {perspective: nowhere}\n")
    assert ESCAPE in called("status", path, "--color", "always").err
    assert ESCAPE not in called("status", path).err


@pytest.mark.parametrize("style", ["json", "csv", "markdown"])
def test_a_data_format_is_never_coloured(style: str) -> None:
    assert ESCAPE not in called("status", TEMPLATE, "--format", style, "--color", "always").out


@pytest.mark.parametrize("style", ["json", "github", "concise"])
def test_problems_for_programs_are_never_coloured(style: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("goals:\n  growth: {perspective: nowhere}\n")
    assert ESCAPE not in called("check", path, "--format", style, "--color", "always").out


def test_a_pipe_is_not_cut() -> None:
    ran = called("status", TEMPLATE, "--kpis", "--initiatives", "--full")
    assert max(map(len, ran.out.splitlines())) > 130
    assert "…" not in ran.out


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 120])
def test_columns_are_obeyed_and_ids_never_cut(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = called("status", TEMPLATE, "--kpis", "--initiatives", "--full").out
    document = json.loads(called("status", TEMPLATE, "-f", "json").out)
    for group in ("goals", "kpis", "initiatives", "perspectives"):
        assert [item["id"] for item in document[group] if item["id"] not in shown] == []
    if columns >= 60:
        assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize("columns", ["", "0", "-3", "wide", "²"])
def test_columns_that_are_none_are_no_width(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = called("status", TEMPLATE)
    monkeypatch.setenv("COLUMNS", columns)
    assert called("status", TEMPLATE) == piped


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", TEMPLATE, "--kpis", "--initiatives", "--full"],
        ["show", "valuable-business-results", "-m", TEMPLATE],
        ["show", "posting-frequency", "-m", TEMPLATE],
        ["rule"],
        ["rule", "narrow-scale"],
    ],
)
def test_marks_become_ascii_where_the_encoding_has_none(arguments: list[str]) -> None:
    ran = called(*arguments, encoding="ascii")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert len(ran.out.splitlines()) == len(called(*arguments).out.splitlines())


def test_a_process_in_an_ascii_locale(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(NAMED, encoding="utf-8")
    plain = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    ran = scorecard("status", path, environment=plain)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert "Gr??e - ??" in ran.out
    document = json.loads(scorecard("status", path, "--format", "json", environment=plain).out)
    assert document["goals"][0]["name"] == "Größe — 顧客"


@pytest.mark.parametrize("style", ["json", "csv", "markdown"])
def test_data_is_the_same_bytes_in_every_locale(style: str, tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(NAMED, encoding="utf-8")
    in_utf8 = called("status", path, "--format", style).out
    assert "顧客" in in_utf8
    for encoding in ("ascii", "cp1252"):
        assert called("status", path, "--format", style, encoding=encoding).out == in_utf8


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", TEMPLATE],
        ["status", TEMPLATE, "-f", "json"],
        ["status", TEMPLATE, "-f", "csv"],
        ["show", "impressions", "-m", TEMPLATE],
        ["check", TEMPLATE],
        ["schema"],
    ],
)
def test_a_document_goes_to_a_file_as_it_would_to_a_pipe(arguments: list[str | Path], tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    on_screen = called(*arguments)
    to_file = called(*arguments, "--output", path, encoding="ascii")
    assert (to_file.code, to_file.out, to_file.err) == (0, "", "")
    assert path.read_bytes().decode() == on_screen.out
    assert called(*arguments, "-o", "-") == on_screen


def test_a_file_has_no_colour_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    monkeypatch.setenv("FORCE_COLOR", "1")
    called("status", TEMPLATE, "-o", path)
    assert ESCAPE not in path.read_text(encoding="utf-8")
    called("status", TEMPLATE, "-o", path, "--color", "always")
    assert ESCAPE in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_wrong_use(tmp_path: Path) -> None:
    ran = called("status", TEMPLATE, "-o", tmp_path / "nowhere/out.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "No such file or directory" in ran.err


def test_the_exit_code_of_a_document_in_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    assert called("status", TEMPLATE, "-f", "json", "-o", path, "--fail-on", "off-track").code == 1
    assert json.loads(path.read_text(encoding="utf-8"))["schema_version"] == 1
