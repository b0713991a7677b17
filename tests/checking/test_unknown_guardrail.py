from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_misspelt(problems: list[Problem], said: Said) -> None:
    """
    goals: {traffic: {perspective: customer, lagging: [visits], guardrails: [visits, unfolow-rate]}}
    kpis: {visits: {}, unfollow-rate: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("goals", "traffic", "guardrails", 1), "value")
    assert problem.params["place"] == Place(loc=("kpis", "unfollow-rate"))
    assert said(problem) == (
        "goal 'traffic' has an unknown guardrail 'unfolow-rate'",
        "no KPI has this id",
        "did you mean 'unfollow-rate' (kpis.unfollow-rate)?",
    )


def test_measures_and_goals_have_no_alarm(problems: list[Problem], said: Said) -> None:
    """
    goals: {traffic: {perspective: customer, guardrails: [unfollows, traffic]}}
    measures: {unfollows: {}}
    """
    assert [said(problem)[2] for problem in problems] == [
        "that is a measure, which has no alarm: make it a KPI",
        "that is a goal: name the KPI that should be watched",
    ]
