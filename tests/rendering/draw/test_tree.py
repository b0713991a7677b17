"""The tree that stands for the map where that has no room."""

from __future__ import annotations

import pytest

from scorecard.api.drawing import drawing
from scorecard.rendering.columns import line_width
from scorecard.rendering.spans import as_text
from scorecard.result import Scorecard
from tests.cards import make_card, make_goal, make_link
from tests.rendering import picture_cards


def tree_of(card: Scorecard, width: int = 60, **options: bool) -> list[str]:
    return as_text(drawing(card, width, **options), colour=False).split("\n")


def test_a_narrow_screen_gets_a_tree_and_is_told_why() -> None:
    lines = tree_of(picture_cards.loop_card(), 69)
    assert lines[0] == "Shown as a tree: a map needs 70 columns, and there are 69."
    assert tree_of(picture_cards.loop_card(), 70)[0].startswith("▌")


def test_many_goals_get_a_tree_and_are_told_why() -> None:
    goals = [make_goal(f"goal-{number}", "only", 0.5) for number in range(26)]
    assert tree_of(make_card(("only",), goals), 160)[0] == (
        "Shown as a tree: a map shows at most 25 goals, and there are 26."
    )
    assert tree_of(make_card(("only",), goals[:25]), 160)[0].startswith("▌")


def test_lines_that_do_not_fit_get_a_tree_and_are_told_why() -> None:
    """Thirty ways out of one card are more than it is wide."""
    goals = [make_goal("cause", "low", 0.5), *(make_goal(f"goal-{number}", "high", 0.5) for number in range(24))]
    links = [make_link("cause", goal.id) for goal in goals[1:]]
    lines = tree_of(make_card(("high", "low"), goals, links), 80)
    assert lines[0] == "Shown as a tree: its cards and lines do not fit 80 columns."
    assert sum("driven by ▲ Cause" in line for line in lines) == 24


def test_perspective_goal_causes() -> None:
    lines = tree_of(picture_cards.loop_card())
    at = lines.index("Product ✖ off track 45 %")
    assert lines[at : at + 5] == [
        "Product ✖ off track 45 %",
        "  ▲ Product at risk 60 %",
        "    ╰─ driven by ▲ Invest at risk 55 %",
        "  ✖ Helpful support off track 30 %",
        "    ╰─ hindered by ✔ Customers join on track 90 %, 1 month",
    ]
    assert lines[at + 5].strip() == "until it shows"


def test_coverage_and_trend_are_said() -> None:
    goal = make_goal("goal", "only", 0.6, performance_coverage=0.75, trend=-0.04, trend_word="worse")
    assert "  ▲ Goal at risk 60 %, coverage 75 %, trend −4" in tree_of(make_card(("only",), [goal]))


def test_kpis_are_on_branches_where_they_are_asked_for() -> None:
    lines = tree_of(picture_cards.sample_card(), kpis=True)
    assert any("result ✔ Response time 3.5 / 2 hours" in line for line in lines)
    assert not any("Response time" in line for line in tree_of(picture_cards.sample_card()))


@pytest.mark.parametrize("width", [24, 40, 60])
def test_nothing_is_lost_and_nothing_is_wider(width: int) -> None:
    card = picture_cards.hostile_card()
    lines = drawing(card, width)
    assert max(map(line_width, lines)) <= max(width, 32)
    text = "".join("".join(span.text for span in line).strip(" │") for line in lines).replace(" ", "")
    assert "w" * 20 in text
    assert "www.example.com" in text


def test_ascii_branches() -> None:
    lines = tree_of(picture_cards.loop_card(), ascii=True)
    assert all(line.isascii() for line in lines)
    assert "    '- driven by ! Invest at risk 55 %" in lines
    assert any(line.startswith("    +- driven by") for line in lines)
