"""Cards: what they say at which width, and that their frames are straight whatever they say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rendering.columns import line_width
from scorecard.rendering.draw.cards import card_height, card_lines, cards_for
from scorecard.rendering.draw.strokes import BOX
from scorecard.rendering.spans import as_text
from scorecard.result import Coverage, Flag, GoalScore
from scorecard.result.words import FlagKind
from tests.cards import make_card, make_goal
from tests.rendering.picture_cards import HOSTILE_NAMES, sample_card


def card_of(goal: GoalScore, width: int) -> list[str]:
    cards = cards_for(make_card((goal.perspective,), [goal]), width)
    return as_text(card_lines(goal, cards, card_height(goal, cards), BOX), colour=False).split("\n")[:-1]


def goal(performance: float | None = 0.7133, **given: Any) -> GoalScore:
    fields = {"name": "Achieve valuable results", "leading": 0.74, "heading": "steady"}
    return make_goal("goal", "only", performance, **fields | given)


def _flag(kind: FlagKind) -> Flag:
    return Flag(kind=kind, kpi=None, text="text")


def test_a_wide_card_has_the_number_beside_the_name() -> None:
    assert card_of(goal(trend=0.043, trend_word="better"), 34) == [
        "╭────────────────────────────────╮",
        "│ ▲ Achieve valuable     71 % ↑4 │",
        "│   results                      │",
        "│ ━━━━━━━━━━────  drivers 74 % → │",
        "╰────────────────────────────────╯",
    ]


def test_a_narrow_card_has_them_below_each_other() -> None:
    assert card_of(goal(trend=-0.043, trend_word="worse"), 18) == [
        "╭────────────────╮",
        "│ ▲ Achieve      │",
        "│   valuable     │",
        "│   results      │",
        "│ ━━━━── 71 % ↓4 │",
        "│ drivers 74 % → │",
        "╰────────────────╯",
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"performance_coverage": 0.75}, "coverage 75 %"),
        ({"performance": None}, "no data"),
        ({"status": "no-data"}, "71 % so far"),
        ({"coverage": Coverage(lagging=1, leading=0.5, outlook=1)}, "drivers ~74 % →"),
        ({"leading": None}, "no drivers"),
        ({"leading": None, "causes": ("other",)}, "drivers no data"),
        ({"basis": "leading"}, "by its drivers"),
        ({"trend": 0.0, "trend_word": "same"}, "71 % ="),
        ({"performance": 0.7996}, "79.96 %"),
        ({"flags": (_flag("warning"), _flag("alarm"), _flag("warning"))}, "│ ▲ alarm, warning "),
    ],
)
def test_what_a_card_says(given: dict[str, Any], said: str) -> None:
    for width in (22, 26, 34):
        assert said in "\n".join(card_of(goal(**given), width))


def test_a_narrow_card_shortens_the_word_before_it_drops_the_sign() -> None:
    assert "│ driv. 79.7 % ↘ │" in card_of(goal(leading=0.797, heading="falling"), 18)
    assert "│ drivers 97 % ↘ │" in card_of(goal(leading=0.97, heading="falling"), 18)


def test_no_data_has_an_empty_bar() -> None:
    assert "━" not in "\n".join(card_of(goal(None), 34))
    assert "━" not in "\n".join(card_of(goal(status="no-data"), 34))


def test_kpis_that_need_attention_come_before_others_and_no_figure_is_cut() -> None:
    card = sample_card()
    cards = cards_for(card, 30, kpis=True)
    shown = {
        goal.id: as_text(card_lines(goal, cards, card_height(goal, cards), BOX), colour=False) for goal in card.goals
    }
    assert "│ ▲ Lead to sale…  3.1 / 4 % │" in shown["business-results"]
    assert "│ ✔ Social reven…  EUR 23.4k │" in shown["business-results"], "what it should reach has no room"
    assert "+ 1 more" in shown["engaging-content"]
    assert "Comments" not in shown["engaging-content"], "it is the one that is on track"


@given(
    st.sampled_from([*HOSTILE_NAMES, "", "é" * 40, "Name " * 20]),
    st.sampled_from([30, 32, 34]),
    st.one_of(st.none(), st.floats(0, 1.2)),
    st.one_of(st.none(), st.floats(0, 1.2)),
    st.floats(0.01, 1),
)
def test_frames_are_straight(
    name: str, width: int, performance: float | None, leading: float | None, known: float
) -> None:
    made = goal(performance, name=name, leading=leading, performance_coverage=known)
    cards = cards_for(make_card(("only",), [made]), width)
    height = card_height(made, cards) + 2
    lines = card_lines(made, cards, height, BOX)
    assert len(lines) == height
    assert {line_width(line) for line in lines} == {width}
