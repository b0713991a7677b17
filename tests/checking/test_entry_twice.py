from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Said


@pytest.mark.parametrize("key", ["lagging", "leading", "driven_by", "hindered_by"])
def test_twice_in_one_list(key: str, find: Find, said: Said) -> None:
    (problem,) = find(
        f"""
        goals: {{a: {{perspective: customer, {key}: [x, y, {{x: 2}}]}}, x: {{perspective: customer}}}}
        kpis: {{x: {{}}, y: {{}}}}
        """
    )
    assert (problem.loc, problem.part) == (("goals", "a", key, 2), "key")
    assert problem.params["place"] == Place(loc=("goals", "a", key, 0))
    assert said(problem)[0] == f"goal 'a' names 'x' twice under `{key}`"


def test_initiative_twice(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, initiatives: [x, x]}}
    initiatives: {x: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "a", "initiatives", 1), "value")
    assert problem.params["place"] == Place(loc=("goals", "a", "initiatives", 0), part="value")


def test_three_times_is_twice_too_often(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, lagging: [x, x, x]}}
    kpis: {x: {}}
    """
    assert [problem.loc[-1] for problem in problems] == [1, 2]


def test_driven_and_hindered_by_the_same_goal(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, driven_by: [b, c], hindered_by: [c]}
      b: {perspective: customer}
      c: {perspective: customer}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "a", "hindered_by", 0), "key")
    assert problem.params["place"] == Place(loc=("goals", "a", "driven_by", 1))
    assert said(problem)[0] == "goal 'a' is both driven and hindered by 'c'"


def test_same_id_as_kpi_and_as_goal_is_two_items(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, lagging: [b], driven_by: [b]}, b: {perspective: customer, lagging: [b]}}
    kpis: {b: {}}
    """
    assert problems == []


def test_itself_twice_over_is_the_matter_of_other_rules(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, driven_by: [a], hindered_by: [a]}}
    """
    assert problems == []
