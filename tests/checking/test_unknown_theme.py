from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    themes: {green-city: Green city}
    goals: {clean-air: {perspective: customer, theme: green-citi}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "clean-air", "theme"), "value")
    assert problem.params["place"] == Place(loc=("themes", "green-city"))
    assert said(problem)[0] == "goal 'clean-air' belongs to an unknown theme 'green-citi'"


def test_no_themes_at_all(problems: list[Problem], said: Said) -> None:
    """
    goals: {clean-air: {perspective: customer, theme: green-city}}
    """
    assert said(problems[0])[2] == "define it under `themes`, or take it out here"


def test_known_theme_and_no_theme(problems: list[Problem]) -> None:
    """
    themes: {green-city: Green city}
    goals: {a: {perspective: customer, theme: green-city}, b: {perspective: customer}}
    """
    assert problems == []
