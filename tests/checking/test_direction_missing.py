from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize(
    ("settings", "end", "hint"),
    [
        ("target: 120", "target", "give the `baseline`"),
        ("scale: binary, target: 120", "target", "give the `baseline`"),
        ("target: {kpi: other}, worst: 3", "target", "write `direction"),
        ("target: {kpi: other}, baseline: 3, worst: 3", "target", "write `direction"),
        ("best: 5", "best value", "write `direction"),
        ("target: 4, best: 5", "target", "give the `baseline`"),
    ],
)
def test_nothing_tells(settings: str, end: str, hint: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert problem.params["end"] == end
    assert said(problem)[0] == f"KPI 'it' has a {end}, but nothing says whether higher or lower is better"
    assert said(problem)[2].startswith(hint)


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "value: 5",
        "baseline: 5",
        "worst: 5",
        "direction: maximise, target: 120",
        "direction: none, target: 120",
        "baseline: 80, target: 120",
        "worst: 80, target: 120",
        "baseline: 1, best: 5",
        "target: {change: -5%}",
        "unit: yes-no, target: yes",
        "curve: [[1, 0], [2, 1]]",
        "range: [1, 2], worst: [0, 3]",
        "target: {kpi: other}, worst: 3, best: 9",
    ],
)
def test_something_tells_or_nothing_is_asked(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


@pytest.mark.parametrize(
    ("settings", "rule"),
    [
        ("baseline: 5, target: 5", "baseline-equals-target"),
        ("worst: 5, best: 5", "worst-equals-best"),
        ("worst: 5, target: 5", "worst-equals-best"),
        ("curve: [[1, 1], [2, 1]]", "curve-shape"),
    ],
)
def test_equal_ends_are_another_matter(settings: str, rule: str, kpi_errors: Rules) -> None:
    assert kpi_errors(settings) == [rule]


def test_a_missing_baseline_is_not_asked_for_twice(kpi_errors: Rules) -> None:
    assert kpi_errors("target: 120, since: 2026, by: 2026") == ["direction-missing"]
