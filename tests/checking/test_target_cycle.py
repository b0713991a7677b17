from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_itself(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a]}}
    kpis: {a: {direction: maximise, worst: 0, target: {kpi: a}}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "a", "target", "kpi"), "value")
    assert said(problem)[0] == "KPI 'a' is its own target"


def test_circle_is_told_once(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a, b, c, d]}}
    kpis:
      a: {direction: maximise, worst: 0, target: {kpi: c}}
      b: {direction: maximise, worst: 0, target: {kpi: d}}
      c: {direction: maximise, worst: 0, target: {kpi: b}}
      d: {direction: maximise, worst: 0, target: {kpi: c}}
    """
    (problem,) = problems
    assert problem.loc == ("kpis", "b", "target", "kpi")
    assert problem.params["kpis"] == ("b", "d", "c")
    assert said(problem)[0] == "the targets of these KPIs run in a circle: b → d → c → b"


def test_a_chain_ends(problems: list[Problem]) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a, b]}}
    kpis:
      a: {direction: maximise, worst: 0, target: {kpi: b}}
      b: {direction: maximise, worst: 0, target: {kpi: c}}
      c: {direction: maximise, worst: 0, target: {kpi: nowhere}}
    """
    assert problems == []
