"""What stands where, of maps that are far too large for a picture: they take time in proportion to their size."""

from __future__ import annotations

import pytest

from scorecard.rendering.plain.dot import plain_dot
from scorecard.rendering.plain.plan import plan_of
from scorecard.result import Scorecard
from tests.cards import make_card, make_goal, make_link


def star(size: int) -> Scorecard:
    """One goal that so many others drive, which stand in rows below it."""
    goals = [make_goal("top", "financial", 0.5), *(make_goal(f"g{n}", "customer", 0.5) for n in range(size))]
    return make_card(["financial", "customer"], goals, [make_link(f"g{n}", "top") for n in range(size)])


def chain(size: int) -> Scorecard:
    """Goals of one perspective, each of them driven by the next."""
    goals = [make_goal(f"g{n}", "financial", 0.5) for n in range(size)]
    return make_card(["financial"], goals, [make_link(f"g{n + 1}", f"g{n}") for n in range(size - 1)])


@pytest.mark.parametrize("card", [star(2_000), chain(2_000)], ids=["star", "chain"])
def test_a_huge_map_has_all_its_goals_and_links_and_few_lines_beside_them(card: Scorecard) -> None:
    text = plain_dot(card)
    for goal in card.goals:
        assert f'id="goal--{goal.id}"' in text
    for link in card.links:
        assert f'id="edge--{link.cause}--{link.effect}"' in text
    assert text.count(" -> ") < 8 * len(card.goals)


def test_links_of_a_map_that_can_be_followed_are_led_through_the_rows_they_pass() -> None:
    plan = plan_of(star(20))
    assert len(plan.bands[1]) == 4
    assert [len(plan.passing[row.number]) for row in plan.bands[1][:3]] == [15, 10, 5]
    assert plan_of(star(501)).passing == {}


def test_a_chain_stands_with_the_effect_above_its_cause() -> None:
    assert [[goal.id for goal in row.goals] for row in plan_of(chain(3)).bands[0]] == [["g0"], ["g1"], ["g2"]]
