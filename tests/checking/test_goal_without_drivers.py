from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_above_the_bottom(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: financial, lagging: [x]}
      b: {perspective: customer}
      c: {perspective: learning}
    kpis: {x: {}}
    """
    assert [(problem.loc, problem.part) for problem in problems] == [(("goals", "a"), "key"), (("goals", "b"), "key")]
    assert problems[0].severity == "warning"
    assert said(problems[0])[0] == "nothing drives goal 'a': the map does not say how it is to be reached"


def test_a_leading_kpi_or_a_cause_is_enough(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: financial, leading: [x]}
      b: {perspective: customer, driven_by: [c]}
      c: {perspective: learning}
    kpis: {x: {}}
    """
    assert problems == []


def test_a_hindrance_drives_nothing(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: financial, hindered_by: [c]}, c: {perspective: learning}}
    """
    assert [problem.params["goal"] for problem in problems] == ["a"]


def test_bottom_is_the_lowest_perspective_with_goals(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: financial, driven_by: [b]}, b: {perspective: customer}}
    """
    assert problems == []


def test_a_misspelt_cause_was_meant_and_an_unknown_perspective_is_looked_past(problems: list[Problem]) -> None:
    """
    goals:
      a: {perspective: financial, driven_by: [nowhere]}
      b: {perspective: nowhere}
      c: {perspective: learning}
    """
    assert problems == []
