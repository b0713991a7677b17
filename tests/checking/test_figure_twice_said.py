from __future__ import annotations

import pytest

from scorecard.problem import Place
from tests.checking.conftest import Find, Said


def test_value_and_formula(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("value: 0, formula: other * 2")
    assert (problem.loc, problem.part) == (("kpis", "it", "value"), "key")
    assert problem.params["place"] == Place(loc=("kpis", "it", "formula"))
    assert said(problem) == (
        "KPI 'it' has a value and a formula, and nothing says which holds",
        "the formula gives its figure",
        "take `value` out; or, to write figures down yourself, take the formula out (kpis.it.formula)",
    )


@pytest.mark.parametrize("settings", ["value: 1", "formula: other", "value: 1, else: other"])
def test_once(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []
