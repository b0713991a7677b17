from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said

_AND_WORST = "leave out `baseline` and give `worst`, the value that is worth 0 %"


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ("baseline: 5, target: 5", _AND_WORST),
        ("baseline: 5, target: 5, worst: 1", "leave out `baseline`"),
        ("baseline: 100, target: {change: +0%}", _AND_WORST),
        ("unit: yes-no, baseline: yes, target: yes", "leave out `baseline`"),
        ("direction: none, baseline: 5, target: 5", _AND_WORST),
    ],
)
def test_equal_as_written(settings: str, hint: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", "target"), "value")
    assert said(problem)[0].startswith("the baseline and the target of KPI 'it' are both ")
    assert said(problem)[2] == f"to hold what you have, {hint}"


def test_equal_after_the_default(kpi_problems: Find, kpi_errors: Rules, said: Said) -> None:
    (problem,) = kpi_problems("direction: maximise, target: 0")
    assert problem.loc == ("kpis", "it", "target")
    assert said(problem)[0] == "KPI 'it' starts at 0, as nothing else is said, and that is its target too"
    assert kpi_errors("direction: maximise, target: 0") == ["baseline-equals-target"]


@pytest.mark.parametrize(
    "settings",
    [
        "baseline: 4, target: 5",
        "target: 5, worst: 1",
        "direction: maximise, target: 0, worst: -9",
        "direction: maximise, target: 0, scale: binary",
        "unit: yes-no, target: no",
        "direction: minimise, target: 0, worst: 9",
        "baseline: 5",
        "baseline: 100, target: {change: +1%}",
        "baseline: 0, target: {change: +5%}",
        "baseline: 5, target: {kpi: other}, worst: 1",
    ],
)
def test_different_or_unknown(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_the_value_in_the_unit_of_the_kpi(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems('unit: "%", baseline: 4.5%, target: 4.5%')
    assert said(problem)[0].endswith("are both 4.5%")
    (problem,) = kpi_problems("unit: yes-no, baseline: no, target: no")
    assert said(problem)[0].endswith("are both no")
