from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize("settings", ["direction: minimise, target: 2", "direction: minimise, best: 2"])
def test_what_should_fall_has_no_natural_beginning(settings: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert said(problem) == (
        "KPI 'it' should fall, but nothing says which value is worth 0 %",
        "`worst` is missing",
        "give `worst`, the value that is worth 0 %; or `baseline`, the value you start from",
    )


@pytest.mark.parametrize("settings", ["direction: maximise, target: -5", "direction: maximise, best: -5"])
def test_nothing_rises_from_0_to_less(settings: str, kpi_problems: Find, kpi_errors: Rules, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert said(problem)[0] == "KPI 'it' should rise to -5, but as nothing else is said it starts above that, at 0"
    assert kpi_errors(settings) == ["worst-missing"]


@pytest.mark.parametrize(
    "settings",
    [
        "direction: maximise, target: 2",
        "direction: minimise, target: 2, worst: 9",
        "direction: minimise, target: 2, baseline: 9",
        "direction: maximise, target: -5, baseline: -9",
        "direction: minimise, target: 2, scale: binary",
        "unit: yes-no, target: no",
        "direction: maximise, target: -5, scale: binary",
        "direction: none, target: 2",
        "direction: minimise",
        "target: {change: -5%}",
        "direction: minimise, target: {kpi: other}",
        "curve: [[1, 100%], [2, 0]]",
    ],
)
def test_there_is_one_or_none_is_needed(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_dates_do_not_double_it(kpi_errors: Rules) -> None:
    assert kpi_errors("direction: minimise, target: 2, since: 2026, by: 2026") == ["worst-missing"]
