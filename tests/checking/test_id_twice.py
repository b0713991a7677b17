from __future__ import annotations

from scorecard.problem import Place, Problem
from tests.checking.conftest import Said


def test_measure_and_kpi(problems: list[Problem], said: Said) -> None:
    """
    goals: {leads: {perspective: customer, lagging: [leads]}}
    kpis: {leads: {}, visits: {}}
    measures: {leads: {}, ad-spend: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("measures", "leads"), "key")
    assert problem.params["place"] == Place(loc=("kpis", "leads"))
    assert said(problem) == (
        "'leads' is the id of a measure and of a KPI",
        "the KPI has it too",
        "give this measure another id, or take it out: formulas may name the KPI as well (kpis.leads)",
    )
