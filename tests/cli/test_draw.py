"""``scorecard status --draw``: where it is written to, and what does not go with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.rendering.spans import cell_width
from tests.cli.commands import ROOT, TEMPLATE, called

LOOP = ROOT / "maps/subscription-loop.yaml"


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def test_a_pipe_gets_a_map_of_100_columns_without_colour() -> None:
    ran = called("status", TEMPLATE, "--draw")
    assert (ran.code, ran.err) == (0, "")
    assert "\x1b" not in ran.out
    assert 80 < max(map(cell_width, ran.out.splitlines())) <= 100
    assert ran.out.startswith("Stakeholders' interests ▲ at risk 77 %")
    assert "╰" in ran.out


@pytest.mark.parametrize("columns", [80, 120, 160])
def test_the_width_is_that_of_the_screen(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    widest = max(map(cell_width, called("status", LOOP, "--draw").out.splitlines()))
    assert columns - 20 < widest <= columns


def test_a_narrow_screen_gets_a_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "69")
    ran = called("status", LOOP, "--draw")
    assert ran.code == 0
    assert "Shown as a tree: a map needs 70 columns, and there are 69." in ran.out


def test_ascii_is_asked_for_or_follows_from_the_stream() -> None:
    asked = called("status", LOOP, "--draw", "--ascii")
    assert asked.out.isascii()
    assert "hinders" in asked.out
    assert called("status", LOOP, "--draw", encoding="ascii").out == asked.out
    assert called("status", LOOP, "--ascii").out == called("status", LOOP, encoding="ascii").out


def test_colour_is_asked_for() -> None:
    assert "\x1b[33m▲\x1b[0m" in called("status", LOOP, "--draw", "--color", "always").out


def test_a_file_gets_the_same_map(tmp_path: Path) -> None:
    path = tmp_path / "map.txt"
    assert called("status", LOOP, "--draw", "-o", path).out == ""
    assert path.read_text(encoding="utf-8") == called("status", LOOP, "--draw").out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "json"], "--draw draws for a terminal and knows no --format json; ask for one of them"),
        (["-f", "markdown"], "--draw draws for a terminal and knows no --format markdown; ask for one of them"),
        (["--by", "network"], "--draw belongs to the review, and --by prints its own table only"),
        (["--compare", "2026-09"], "--draw belongs to the review, and --compare prints its own table only"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments: list[str], complaint: str) -> None:
    ran = called("status", TEMPLATE, "--draw", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert f"error: {complaint}\n" in ran.err


@pytest.mark.parametrize(
    ("arguments", "switch", "form"),
    [
        (["--draw", "--initiatives"], "--initiatives", "a drawing"),
        (["--draw", "--full"], "--full", "a drawing"),
        (["--draw", "--sort", "urgency"], "--sort", "a drawing"),
        (["-f", "json", "--ascii"], "--ascii", "json"),
        (["-f", "csv", "--ascii"], "--ascii", "csv"),
    ],
)
def test_what_changes_nothing_is_said(arguments: list[str], switch: str, form: str) -> None:
    ran = called("status", TEMPLATE, *arguments)
    assert (ran.code, ran.err) == (0, f"note: {switch} changes nothing in {form}\n")
    assert ran.out


def test_filters_and_the_gate_work_on_a_drawing() -> None:
    ran = called("status", TEMPLATE, "--draw", "--status", "off-track", "--fail-on", "off-track")
    assert ran.code == 1
    assert "--fail-on off-track is met by: learn-tactics" in ran.err
    assert ran.out.count("╭") == 1
    assert "Not shown: 1 link from or to goals that are left out." in ran.out


def test_kpis_are_on_the_cards() -> None:
    ran = called("status", TEMPLATE, "--draw", "--kpis")
    assert "10 / 12 %" in ran.out
    assert "10 / 12 %" not in called("status", TEMPLATE, "--draw").out
