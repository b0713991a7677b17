"""Every page of the meeting, on every map, fits any width, and leads only to what there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.api.examine import load
from scorecard.api.history import history
from scorecard.api.score import score
from scorecard.period import period_before
from scorecard.rendering.meeting.found import found
from scorecard.rendering.meeting.help_page import help_page
from scorecard.rendering.meeting.outline import outline
from scorecard.rendering.meeting.pages import page
from scorecard.rendering.meeting.rows import OVERVIEW, Place, Row
from scorecard.rendering.meeting.shown import Shown
from scorecard.rendering.spans import cell_width
from scorecard.review import Comment, Decision, Review
from scorecard.scoring.agenda import agenda
from tests.cli.commands import ROOT, TEMPLATE

MAPS = [TEMPLATE, *sorted((ROOT / "maps").glob("*.yaml")), ROOT / "maps/corner-cafe/strategy.yaml"]


def shown_of(path: Path) -> Shown:
    strategy_map = load(path)
    day = strategy_map.as_of or date(2026, 10, 31)
    card = score(strategy_map, day, folder=path.parent)
    goal = card.goals[0].id
    told = [
        Decision(
            period=period_before(card.period),
            goal=goal_id,
            kind="stop",
            text="what is said at length " * 5,
            owner=None,
            due=day,
            done=False,
            line=1,
        )
        for goal_id in (goal, "gone", None)
    ]
    return Shown(
        card=card,
        agenda=agenda(card, told),
        review=Review(
            period=card.period,
            path="reviews/x.md",
            comments=(Comment(goal=goal, text="a comment " * 20, line=1),),
            decisions=tuple(told[:1]),
        ),
        history=history(strategy_map, day, folder=path.parent),
    )


def places(shown: Shown) -> list[Place]:
    return [
        OVERVIEW,
        *(Place("perspective", item.id) for item in shown.card.perspectives),
        *(Place("goal", item.id) for item in shown.card.goals),
        *(Place("kpi", item.id) for item in shown.card.kpis),
        *(Place("decision", item.goal or "", item) for item in shown.decisions),
    ]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_pages_lead_to_what_there_is_and_fit_their_width(path: Path) -> None:
    shown = shown_of(path)
    known = set(places(shown))
    for width in (48, 72, 120):
        sheets = [outline(shown, width), help_page("reviews/x.md", width), found(shown.card, "", width)]
        sheets += [page(shown, place, width) for place in places(shown)]
        for rows in sheets:
            assert {row.place for row in rows if row.place is not None} <= known
            assert too_wide(rows, width) == []


def too_wide(rows: tuple[Row, ...], width: int) -> list[str]:
    lines = ("".join(span.text for span in line).rstrip() for row in rows for line in row.lines)
    return [line for line in lines if cell_width(line) > width]


def test_every_goal_is_in_the_outline_and_business_comes_first() -> None:
    shown = shown_of(TEMPLATE)
    rows = outline(shown, 40)
    business = [number for number, row in enumerate(rows) if row.business]
    in_map = [row.place.id for row in rows[max(business) + 1 :] if row.place and row.place.kind == "goal"]
    assert sorted(in_map) == sorted(goal.id for goal in shown.card.goals)
    kinds = [row.place.kind for row in rows if row.business and row.place]
    assert kinds == sorted(kinds, key=("decision", "goal", "kpi").index)


def test_a_place_that_is_gone_shows_the_overview() -> None:
    shown = shown_of(TEMPLATE)
    assert page(shown, Place("goal", "gone"), 60) == page(shown, OVERVIEW, 60)


def test_what_is_searched_for_is_found_by_name_or_id() -> None:
    card = shown_of(TEMPLATE).card

    def ids(words: str, kpis: set[str] | None = None) -> list[str]:
        return [row.place.id for row in found(card, words, 60, kpis) if row.place]

    assert ids("CONTENT engaging") == ["engaging-content", "post-engaging-content"]
    assert ids("followers")[0] == "followers"
    assert ids("", {"likes"}) == ["likes"]
    assert ids("nothing has this") == []
