"""From data to a map, or to the reasons why it is none."""

from __future__ import annotations

from scorecard.model import StrategyMap
from scorecard.problem import Loc, Problem
from scorecard.reading.shape import MOST_DETAILS, strategy_map_of
from tests.reading.found import GOAL, KPI, MAP, document


def _of(text: str) -> tuple[StrategyMap | None, list[Problem], frozenset[Loc]]:
    return strategy_map_of(document(text))


def test_good_map_is_whole() -> None:
    strategy_map, problems, left_out = _of(MAP)
    assert strategy_map is not None
    assert (problems, left_out) == ([], frozenset())


def test_wrong_field_and_wrong_item_are_left_out() -> None:
    strategy_map, _, left_out = _of(
        "goals:\n  growth: {perspective: financial, weight: 0, owner: Ana}\n  Bad Id: {perspective: financial}\n"
        "  text: financial\nkpis:\n  deals: {value: many, baseline: 1}\nperiod: monthly\n"
    )
    assert strategy_map is not None
    assert list(strategy_map.goals) == ["growth"]
    assert strategy_map.goals["growth"].owner == "Ana"
    assert strategy_map.kpis["deals"].baseline == 1
    assert strategy_map.period == "month"
    assert ("goals", "growth", "weight") in left_out
    assert ("kpis", "deals", "value") in left_out


def test_goal_without_a_perspective_is_kept_with_the_first_one() -> None:
    text = "perspectives: {money: Money, people: People}\n" + GOAL.replace("perspective: financial, ", "") + KPI
    strategy_map, problems, _ = _of(text)
    assert strategy_map is not None
    assert strategy_map.goals["growth"].perspective == "money"
    assert [problem.rule for problem in problems] == ["missing-key"]


def test_one_wrong_entry_takes_its_whole_list() -> None:
    strategy_map, _, left_out = _of(GOAL.replace("[deals]", "[deals, Bad Id]") + KPI)
    assert strategy_map is not None
    assert strategy_map.goals["growth"].lagging == ()
    assert left_out == {("goals", "growth", "lagging", 1, "id")}


def test_nothing_remains_when_the_goals_are_no_block() -> None:
    strategy_map, problems, _ = _of("goals: [growth]\n")
    assert strategy_map is None
    assert [problem.rule for problem in problems] == ["wrong-shape"]


def test_of_many_mistakes_the_first_thousand_are_listed() -> None:
    kpis = "".join(f"  k{number}: {{value: {'5' if number < 500 else 'many'}}}\n" for number in range(3_000))
    strategy_map, problems, _ = _of(GOAL + "kpis:\n" + kpis)
    assert strategy_map is None
    rules = [problem.rule for problem in problems]
    assert rules == ["bad-number"] * 1_000 + ["too-many-mistakes"]
    assert problems[0].loc == ("kpis", "k500", "value")


def test_of_very_many_mistakes_those_of_the_first_items_are_listed() -> None:
    kpis = "".join(f"  k{number}: {{value: many}}\n" for number in range(MOST_DETAILS + 1))
    _, problems, _ = _of(GOAL + "kpis:\n" + kpis)
    rules = [problem.rule for problem in problems]
    assert rules == ["bad-number"] * 100 + ["too-many-mistakes"]


def test_very_many_mistakes_in_one_item_are_not_listed_and_no_other_is_made_up() -> None:
    goal = "".join(f"    k{number}: x\n" for number in range(MOST_DETAILS + 1))
    _, problems, _ = _of("goals:\n  growth:\n    perspective: financial\n" + goal)
    assert [problem.rule for problem in problems] == ["too-many-mistakes"]
