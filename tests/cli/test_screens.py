"""What a person sees in a real terminal: nothing wraps by itself, columns stand below each other, colour is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import TEMPLATE, called
from tests.cli.screens import ESCAPES, terminal

WIDE = """\
name: 戦略マップ 🚀
as_of: 2026-10-31
perspectives: {customer: お客様, internal: Prozesse}
goals:
  kanji: {name: 顧客満足度を高める, perspective: customer, lagging: [nps], driven_by: [accents, emoji, thai, plain]}
  accents: {name: "Cafe\\u0301 a\\u0308u\\u0308 crème", perspective: internal, lagging: [speed]}
  emoji: {name: Team 👩‍💻 happy 🇩🇪 ✅, perspective: internal, lagging: [speed]}
  thai: {name: ความพึงพอใจของลูกค้า, perspective: internal, lagging: [speed]}
  plain: {name: Plain words of some length, perspective: internal, lagging: [speed]}
kpis:
  nps: {name: 推薦度 スコア, unit: 点, baseline: 10, target: 50, value: 40}
  speed: {name: "Vite\\u0301 🚀", baseline: 0, target: 100, value: 66}
"""

PAGES: list[list[str | Path]] = [
    ["status", TEMPLATE],
    ["status", TEMPLATE, "--kpis", "--initiatives", "--full"],
    ["status", TEMPLATE, "--draw"],
    ["status", TEMPLATE, "--draw", "--kpis", "--ascii"],
    ["show", "engaging-content", "-m", TEMPLATE],
    ["show", "customer", "-m", TEMPLATE],
    ["show", "qualified-interaction-agreed", "-m", TEMPLATE],
    ["show", "test-content-formats", "-m", TEMPLATE],
    ["simulate", TEMPLATE, "--scenario", TEMPLATE.parent / "scenarios/fewer-better-posts.yaml", "--periods", "5"],
]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_is_broken_by_the_terminal(columns: int) -> None:
    """On the screen stands what the same commands write to a pipe of that width, line for line."""
    with terminal(*PAGES, columns=columns) as screen:
        shown = screen.lines()
    assert shown == [line for page in PAGES for line in printed(page, columns)]


def printed(arguments: list[str | Path], columns: int) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        return [line.rstrip() for line in called(*arguments).out.splitlines()]


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    path = tmp_path / "strategy.yaml"
    path.write_text(WIDE, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_bars_of_wide_and_accented_names_stand_below_each_other(wide: Path, columns: int) -> None:
    with terminal(["status", wide], columns=columns) as screen:
        bars = screen.columns_behind("━━*─* *[0-9]", most=20)
        broken = [line for line in screen.lines(joined=True) if line not in screen.lines()]
    # The results of the goals, and the drivers of the top goal further to the right.
    drivers = max(bars)
    assert bars.count(drivers) == 1
    assert len(bars) == 6
    assert len(set(bars) - {drivers}) == 1
    assert broken == []


def test_the_frames_of_drawn_cards_are_straight_around_wide_names(wide: Path) -> None:
    with terminal(["status", wide, "--draw"], columns=100) as screen:
        corners = [screen.columns_behind(corner, most=20) for corner in ("╮", "╯")]
        sides = screen.columns_behind(" │", most=60)
        broken = [line for line in screen.lines(joined=True) if line not in screen.lines()]
    below = sorted(corners[1])[-1]
    assert below in corners[0]
    assert sides.count(below - 1) + sides.count(below) >= 3
    assert broken == []


def test_the_caret_stands_under_wide_text(wide: Path) -> None:
    wide.write_text(
        WIDE.replace("nps: {name: 推薦度 スコア, unit: 点, baseline", "nps: {name: 推薦度, unti: 点, baseline")
    )
    with terminal(["check", wide], columns=60) as screen:
        (typed,) = screen.columns_behind(" unti", most=1)
        (caret,) = screen.columns_behind(" \\^\\^\\^\\^", most=1)
    assert typed == caret


def test_a_terminal_has_colour_and_a_dumb_one_has_none() -> None:
    with terminal(["status", TEMPLATE], columns=90) as screen:
        assert any(ESCAPES.search(line) for line in screen.lines(styled=True))
    with terminal(["status", TEMPLATE], columns=90, TERM="dumb") as screen:
        assert not any(ESCAPES.search(line) for line in screen.lines(styled=True))
    with terminal(["status", TEMPLATE], columns=90, NO_COLOR="1") as screen:
        assert not any(ESCAPES.search(line) for line in screen.lines(styled=True))


def test_ids_are_whole_on_a_narrow_screen() -> None:
    ids = [goal["id"] for goal in json.loads(called("status", TEMPLATE, "-f", "json").out)["goals"]]
    with terminal(["status", TEMPLATE], columns=45) as screen:
        shown = "\n".join(screen.lines())
    assert [goal for goal in ids if goal not in shown] == []
