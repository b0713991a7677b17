from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize("more", ["", ", baseline: 9", ", best: 5"])
def test_without_worst(more: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"direction: minimise, target: {{kpi: other}}{more}")
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert problem.params["other"] == "other"
    assert said(problem)[0] == (
        "the target of KPI 'it' is another KPI, 'other', and nothing says which value is worth 0 %"
    )


@pytest.mark.parametrize(
    "settings",
    [
        "direction: minimise, target: {kpi: other}, worst: 90",
        "direction: minimise, target: {kpi: other}, scale: binary",
        "direction: minimise, target: 5",
    ],
)
def test_with_worst_or_without_need(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_only_error(kpi_errors: Rules) -> None:
    assert kpi_errors("direction: minimise, target: {kpi: other}") == ["target-kpi-needs-worst"]
