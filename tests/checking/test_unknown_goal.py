from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Said


def test_misspelt_cause(problems: list[Problem], said: Said) -> None:
    """
    goals:
      engaging-content: {perspective: customer, driven_by: [trained-team, {paid-ads-audiance: 2}]}
      paid-ads-audience: {perspective: internal}
      trained-team: {perspective: learning}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "engaging-content", "driven_by", 1)
    assert problem.part == "key"
    assert dict(problem.params) == {
        "goal": "engaging-content",
        "id": "paid-ads-audiance",
        "nearest": "paid-ads-audience",
        "place": Place(loc=("goals", "paid-ads-audience")),
    }
    message, label, hint = said(problem)
    assert message == "goal 'engaging-content' is driven by an unknown goal 'paid-ads-audiance'"
    assert label == "no goal has this id"
    assert hint == "did you mean 'paid-ads-audience' (goals.paid-ads-audience)?"


def test_hindrance(problems: list[Problem], said: Said) -> None:
    """
    goals:
      low-cost: {perspective: financial, hindered_by: {speed: {weight: 2}}}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "low-cost", "hindered_by", 0)
    assert said(problem)[0] == "goal 'low-cost' is hindered by an unknown goal 'speed'"
    assert said(problem)[2] == "define it under `goals`, or take it out here"


@pytest.mark.parametrize(
    ("key", "item_id", "hint"),
    [
        ("driven_by", "orders", "that is a KPI: put it under `leading`"),
        ("driven_by", "new-shop", "that is an initiative: put it under `initiatives` of the goal"),
        ("driven_by", "internal", "that is a perspective, and arrows join goals: name the goal that is the cause"),
        ("driven_by", "green", "that is a theme, and arrows join goals: name the goal that is the cause"),
        ("hindered_by", "orders", "that is a KPI, and only a goal hinders a goal: name the goal whose success this "
         "one pays for"),
        ("hindered_by", "new-shop", "that is an initiative, and only a goal hinders a goal"),
    ],
)  # fmt: skip
def test_an_item_of_another_kind(key: str, item_id: str, hint: str, find: Find, said: Said) -> None:
    (problem,) = find(
        f"""
        themes: {{green: Green}}
        goals: {{order: {{perspective: customer, {key}: [{item_id}]}}}}
        kpis: {{orders: {{}}}}
        initiatives: {{new-shop: {{}}}}
        """
    )
    assert said(problem)[2] == hint


def test_id_of_a_goal_and_of_a_kpi_is_a_goal(problems: list[Problem]) -> None:
    """
    goals: {sales: {perspective: customer}, profit: {perspective: financial, driven_by: [sales]}}
    kpis: {sales: {}}
    """
    assert problems == []


def test_same_unknown_goal_under_two_goals(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [missing]}
      b: {perspective: customer, hindered_by: [missing], driven_by: [other]}
    """
    assert [problem.loc for problem in problems] == [("goals", "a", "driven_by", 0), ("goals", "b", "driven_by", 0)]
    assert said(problems[0])[1] == "no goal has this id; it stands in one more place"


def test_suggestions_end_before_they_get_slow(find: Find) -> None:
    goals = ", ".join(f"goal-{n}: {{perspective: customer, driven_by: [gaol-{n}]}}" for n in range(30))
    problems = find(f"goals: {{{goals}}}")
    assert len(problems) == 30
    assert [("nearest" in problem.params) for problem in problems] == [True] * 20 + [False] * 10


def test_a_kpi_that_is_lagging_already_is_not_sent_to_leading(find: Find, said: Said) -> None:
    (problem,) = find("goals: {a: {perspective: customer, lagging: [sales], driven_by: [sales]}}\nkpis: {sales: {}}")
    assert "already measures the result" in said(problem)[2]
