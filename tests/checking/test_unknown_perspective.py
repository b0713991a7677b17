from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    perspectives: {citizens: Citizens, finance: Finance}
    goals: {clean-air: {perspective: citizen}}
    """
    (problem,) = problems
    assert problem.severity == "error"
    assert problem.loc == ("goals", "clean-air", "perspective")
    assert problem.part == "value"
    assert problem.params["id"] == "citizen"
    assert problem.params["place"] == Place(loc=("perspectives", "citizens"))
    message, label, hint = said(problem)
    assert message == "goal 'clean-air' stands in an unknown perspective 'citizen'"
    assert label == "no perspective has this id"
    assert hint == "did you mean 'citizens' (perspectives.citizens)?"


def test_default_perspectives_have_no_place_in_the_file(problems: list[Problem], said: Said) -> None:
    """
    goals: {more-sales: {perspective: custommer}}
    """
    assert said(problems[0])[2] == "did you mean 'customer'?"
    assert "place" not in problems[0].params


def test_nothing_alike_lists_the_perspectives(problems: list[Problem], said: Said) -> None:
    """
    goals: {more-sales: {perspective: zzz}}
    """
    assert said(problems[0])[2] == "the perspectives of this map are financial, customer, internal, learning"


def test_one_cause_has_one_message_at_the_first_goal(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: zzz}
      b: {perspective: customer}
      c: {perspective: zzz}
      d: {perspective: zzz}
    """
    (problem,) = problems
    assert problem.loc == ("goals", "a", "perspective")
    assert problem.params["others"] == 2
    assert said(problem)[1] == "no perspective has this id; it stands in 2 more places"


def test_known_perspectives(problems: list[Problem]) -> None:
    """
    goals: {a: {perspective: financial}, b: {perspective: learning}}
    """
    assert problems == []
