from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ("baseline: 80, target: 120", "add `since`, the day of the baseline, and `by`, the day to reach the target"),
        ("baseline: 80, target: {change: +5}", "add `since`, the day of the baseline, and `by`, the day to reach the "
         "target"),
        ("unit: yes-no, target: yes", "add `by`, the day to reach the target"),
    ],
)  # fmt: skip
def test_without(settings: str, hint: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("kpis", "it", "target"), "value")
    assert said(problem) == ("the target of KPI 'it' has no date", "until when?", hint)


@pytest.mark.parametrize(
    "settings",
    [
        "baseline: 80, target: 120, since: 2026, by: 2026",
        "unit: yes-no, target: yes, by: 2026",
        "worst: 1, best: 5",
        "value: 5",
        "direction: maximise, worst: 0, target: {kpi: other}",
        "range: [1, 2], worst: [0, 3]",
        "worst: 80, target: 120",
        "curve: [[1, 0], [2, 1]]",
    ],
)
def test_dated_or_without_need(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_half_a_plan_is_another_matter(kpi_problems: Find, kpi_errors: Rules) -> None:
    assert kpi_errors("baseline: 80, target: 120, since: 2026") == ["plan-incomplete"]
    assert kpi_problems("baseline: 80, target: 120, since: 2026") == []
