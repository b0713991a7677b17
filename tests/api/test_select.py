"""Rows are selected; perspectives and index stay those of the whole map."""

import pytest

from scorecard.api.examine import load
from scorecard.api.score import score
from scorecard.api.select import Selection, SelectionError, select
from scorecard.api.show import ItemNotFoundError, find_item
from scorecard.model import StrategyMap
from scorecard.result import Scorecard
from tests.cli.commands import TEMPLATE


@pytest.fixture(scope="module")
def card() -> Scorecard:
    return score(load(TEMPLATE), folder=TEMPLATE.parent)


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(goals=("train-team",)), ["train-team"]),
        (Selection(perspectives=("customer",)), ["personal-brand-interaction", "engaging-content"]),
        (Selection(statuses=("off-track",)), ["learn-tactics"]),
        (Selection(perspectives=("customer",), statuses=("at-risk",)), ["engaging-content"]),
        (Selection(goals=("train-team",), statuses=("off-track",)), []),
    ],
)
def test_goals_that_match_every_filter(card: Scorecard, selection: Selection, ids: list[str]) -> None:
    shown = select(card, selection)
    assert [goal.id for goal in shown.goals] == ids
    assert shown.index == card.index
    assert shown.perspectives == card.perspectives


def test_what_belongs_to_the_goals_comes_along(card: Scorecard) -> None:
    shown = select(card, Selection(goals=("engaging-content",)))
    goal = shown.goals[0]
    assert {kpi.id for kpi in shown.kpis} == {*goal.kpis_lagging, *goal.kpis_leading, *goal.guardrails}
    assert {(link.cause, link.effect) for link in shown.links} == {
        ("post-engaging-content", "engaging-content"),
        ("paid-ads-audience", "engaging-content"),
        ("engaging-content", "valuable-business-results"),
    }


def test_an_owner_is_selected_by_name(card: Scorecard) -> None:
    owner = card.goals[0].owner
    assert owner is not None
    assert {goal.owner for goal in select(card, Selection(owners=(owner,))).goals} == {owner}


def test_nothing_selected_is_the_same_card(card: Scorecard) -> None:
    assert select(card, Selection()) is card


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(goals=("engagingcontent",)), "did you mean 'engaging-content'"),
        (Selection(perspectives=("zzz",)), "there are: stakeholders, customer"),
        (Selection(owners=("Nobody at all",)), "no owner"),
    ],
)
def test_an_unknown_name_is_answered(card: Scorecard, selection: Selection, said: str) -> None:
    with pytest.raises(SelectionError, match=said):
        select(card, selection)


def test_one_id_for_a_goal_and_a_kpi_takes_a_prefix() -> None:
    strategy_map = StrategyMap.model_validate(
        {
            "as_of": "2026-10-31",
            "goals": {"growth": {"perspective": "financial", "lagging": ["growth"]}},
            "kpis": {"growth": {"direction": "none"}},
        }
    )
    card = score(strategy_map)
    assert find_item(card, "goal:growth") == ("goal", "growth")
    assert find_item(card, "kpi:growth") == ("kpi", "growth")
    with pytest.raises(ItemNotFoundError, match="goal:growth or kpi:growth"):
        find_item(card, "growth")
    with pytest.raises(ItemNotFoundError, match="measure 'qqq'; its goals are: growth"):
        find_item(card, "qqq")
    with pytest.raises(ItemNotFoundError, match="did you mean growth"):
        find_item(card, "grwth")
    with pytest.raises(ItemNotFoundError):
        find_item(card, "perspective:growth")
