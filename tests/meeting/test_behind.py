"""The page of a goal says why its outlook is what it is, and which levers move it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scorecard.api.examine import load
from scorecard.meeting.session import Session
from scorecard.model import StrategyMap
from scorecard.rendering.meeting.pages import page
from scorecard.rendering.meeting.rows import OVERVIEW, Place
from scorecard.rendering.spans import as_text, cell_width
from tests.cli.commands import TEMPLATE


def text_of(held: Session, place: Place, width: int = 76) -> str:
    rows = page(held.shown_at(place), place, width)
    return as_text([line for row in rows for line in row.lines], colour=False)


@pytest.fixture(scope="module")
def held() -> Session:
    return Session(load(TEMPLATE), TEMPLATE.parent, date(2026, 10, 31))


def test_a_goal_says_its_paths_and_levers(held: Session) -> None:
    text = text_of(held, Place("goal", "learn-tactics"), 120)
    assert "Its outlook is 68.67 %, the sum of what 3 KPIs give by all paths; the 3 largest paths:" in text
    assert "- 'Proven tactics' is at 54.21 %; it is 25.00 % of this outlook, so it gives 13.55 points." in text
    assert "- Posts with proven tactics from 18.2 % to 50 % would add 20 points: 69 % → 89 %." in text
    assert "It alone brings it on track at 36.4 %." in text


def test_the_overview_says_the_levers_of_the_index(held: Session) -> None:
    text = text_of(held, OVERVIEW, 120)
    assert "- Social media budget from EUR 1,300 to EUR 1,800 would add 3.4 points: 80.4 % → 83.8 %." in text
    assert "Why the outlook" not in text


def test_without_an_outlook_nothing_is_said_of_it(held: Session) -> None:
    text = text_of(held, Place("goal", "understand-customer"))
    assert "Why the outlook" not in text
    assert "Levers" not in text
    assert "Levers" not in text_of(held, Place("kpi", "followers"))


@pytest.mark.parametrize("width", [24, 40, 76])
def test_lines_fit(held: Session, width: int) -> None:
    for line in text_of(held, Place("goal", "engaging-content"), width).splitlines():
        if line.lstrip().startswith(("-", "'")):
            assert cell_width(line) <= width


def test_names_are_harmless(tmp_path: Path) -> None:
    data: dict[str, Any] = {
        "goals": {"a": {"perspective": "financial", "lagging": ["k"]}},
        "kpis": {"k": {"name": "K\u202e\x1b[31m", "worst": 0, "best": 10, "value": 5}},
    }
    held = Session(StrategyMap.model_validate(data), tmp_path, date(2026, 10, 31))
    text = text_of(held, Place("goal", "a"))
    assert "would add" in text
    assert "\x1b" not in text
    assert "\u202e" not in text
