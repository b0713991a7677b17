"""A goal with the goals around it."""

from __future__ import annotations

import pytest

from scorecard.api.neighbourhood import neighbourhood
from scorecard.api.select import SelectionError
from scorecard.result import Scorecard
from tests.cards import make_card, make_goal, make_link


def _card() -> Scorecard:
    """learn -> act -> please -> earn, and a hindrance from earn to learn; act also drives aside."""
    goals = [
        make_goal("earn", "top", 0.9),
        make_goal("please", "middle", 0.8),
        make_goal("aside", "middle", 0.4),
        make_goal("act", "bottom", 0.7),
        make_goal("learn", "bottom", 0.6),
    ]
    links = (
        make_link("learn", "act"),
        make_link("act", "please"),
        make_link("act", "aside"),
        make_link("please", "earn"),
        make_link("earn", "learn", kind="hindered-by"),
    )
    return make_card(["top", "middle", "bottom"], goals, links)


@pytest.mark.parametrize(
    ("depth", "found"),
    [
        (0, {"please"}),
        (1, {"please", "act", "earn"}),
        (2, {"please", "act", "earn", "learn", "aside"}),
        (9, {"please", "act", "earn", "learn", "aside"}),
    ],
)
def test_goals_within_so_many_links_both_ways(depth: int, found: set[str]) -> None:
    part = neighbourhood(_card(), "please", depth)
    assert {goal.id for goal in part.goals} == found
    assert all({link.cause, link.effect} <= found for link in part.links)


def test_perspectives_without_goals_are_left_out_and_numbers_stay() -> None:
    whole = _card()
    part = neighbourhood(whole, "earn", 0)
    assert [perspective.id for perspective in part.perspectives] == ["top"]
    assert part.index == whole.index
    assert part.goals[0] == whole.goals[0]


def test_an_unknown_goal_is_named_with_what_was_meant() -> None:
    with pytest.raises(SelectionError, match="no goal 'pleas'; did you mean 'please'"):
        neighbourhood(_card(), "pleas", 1)


def test_a_depth_below_0_means_nothing() -> None:
    with pytest.raises(ValueError, match="0 or more, not -1"):
        neighbourhood(_card(), "please", -1)
