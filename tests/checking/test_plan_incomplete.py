from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said

_DATES_ONLY = ("`since` and `by`", "`baseline`")


@pytest.mark.parametrize(
    ("settings", "present", "missing"),
    [
        ("baseline: 80, target: 120, by: 2026", "`by`", "`since`"),
        ("baseline: 80, target: 120, since: 2026", "`since`", "`by`"),
        ("worst: 1, best: 5, since: 2026, by: 2026", "`since` and `by`", "`baseline` and `target`"),
        ("worst: 1, target: 5, since: 2026, by: 2026", *_DATES_ONLY),
        ("baseline: 1, since: 2026, by: 2026", "`since` and `by`", "`target`"),
        ("baseline: 1, best: 5, by: 2026", "`by`", "`target` and `since`"),
        ("direction: none, target: 5, since: 2026, by: 2026", *_DATES_ONLY),
        ("direction: none, since: 2026", "`since`", "`baseline`, `target` and `by`"),
        ("direction: maximise, worst: 0, target: {kpi: other}, since: 2026, by: 2026", *_DATES_ONLY),
        ("unit: yes-no, target: yes, since: 2026", "`since`", "`by`"),
        ("scale: binary, by: 2026", "`by`", "`target`"),
    ],
)
def test_what_is_missing(settings: str, present: str, missing: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert said(problem)[0] == f"KPI 'it' has {present}, but its plan lacks {missing}"
    assert said(problem)[1] == f"{missing} missing"


@pytest.mark.parametrize(
    "settings",
    [
        "baseline: 80, target: 120",
        "baseline: 80, target: 120, since: 2026, by: 2026",
        "direction: maximise, target: 120, since: 2026, by: 2026",
        "unit: yes-no, target: yes, by: 2026",
        "scale: binary, direction: maximise, target: 5, by: 2026",
        "scale: binary, direction: maximise, target: 5, since: 2026, by: 2026",
        "target: {change: +5%}, since: 2026, by: 2026",
        "baseline: 3, target: 4, worst: 1, best: 5, since: 2026, by: 2026",
    ],
)
def test_complete(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


@pytest.mark.parametrize(
    ("settings", "key", "hint"),
    [
        ("curve: [[1, 0], [2, 1]], since: 2026, by: 2026", "since", "take out `since` and `by`"),
        ("range: [1, 2], worst: [0, 3], by: 2026", "by", "take out `by`"),
    ],
)
def test_curve_and_range_have_no_plan(settings: str, key: str, hint: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "key")
    assert said(problem)[2] == hint


def test_both_worst_and_baseline_are_asked_for_at_once(kpi_errors: Rules) -> None:
    settings = "direction: maximise, target: {kpi: other}, since: 2026, by: 2026"
    assert kpi_errors(settings) == ["target-kpi-needs-worst", "plan-incomplete"]
