from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_itself(problems: list[Problem], said: Said) -> None:
    """
    goals: {a: {perspective: customer, hindered_by: [b, a]}, b: {perspective: customer}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "a", "hindered_by", 1), "key")
    assert said(problem) == ("goal 'a' hinders itself", "that is the goal itself", problem.hint)


def test_a_delay_changes_nothing(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, hindered_by: {a: {delay: 1}}}}
    """
    assert len(problems) == 1


def test_two_goals_may_hinder_each_other(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: customer, hindered_by: [b]}, b: {perspective: customer, hindered_by: [a]}}
    """
    assert problems == []
