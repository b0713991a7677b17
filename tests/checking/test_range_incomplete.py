from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


def test_range_without_worst(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("unit: money, range: [900, 1100]")
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert said(problem) == (
        "KPI 'it' has a range, but nothing says how far outside it is worth 0 %",
        "`worst` is missing",
        "give `worst: [a, b]`, with a below 900 and b above 1100",
    )


def test_range_with_one_worst_value(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("range: [900, 1100], worst: 600")
    assert (problem.loc, problem.part) == (("kpis", "it", "worst"), "value")
    assert said(problem)[1] == "one value only"


def test_pair_without_range(kpi_problems: Find, kpi_errors: Rules, said: Said) -> None:
    (problem,) = kpi_problems("worst: [600, 1400]")
    assert (problem.loc, problem.part) == (("kpis", "it", "worst"), "value")
    assert said(problem)[0] == "KPI 'it' has two worst values, but no `range` between them"
    assert kpi_errors("target: 100, worst: [600, 1400]") == ["range-incomplete"]


@pytest.mark.parametrize("settings", ["range: [900, 1100], worst: [600, 1400]", "worst: 1, best: 5", ""])
def test_complete(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []
