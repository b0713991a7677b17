from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Said


@pytest.mark.parametrize(
    ("settings", "key", "first", "second"),
    [
        ("direction: maximise, baseline: 24, target: 2", "direction", "direction", "baseline and target"),
        ("direction: minimise, worst: 0, best: 5", "direction", "direction", "worst and best"),
        ("direction: minimise, worst: 0, target: 5", "direction", "direction", "worst and target"),
        ("direction: minimise, baseline: 0, best: 5", "direction", "direction", "baseline and best"),
        ("direction: minimise, baseline: 9, target: {change: +5%}", "direction", "direction", "the sign of the change"),
        ("direction: minimise, curve: [[1, 0], [2, 100%]]", "direction", "direction", "the curve"),
        ("direction: minimise, unit: yes-no, target: yes", "direction", "direction", "the target"),
        ("direction: maximise, range: [1, 2], worst: [0, 3]", "direction", "direction", "range"),
        ("worst: 0, best: 100, baseline: 50, target: 20", "target", "worst and best", "baseline and target"),
        ("worst: 600, baseline: 400, target: {change: +15%}", "target", "the sign of the change", "worst and target"),
    ],
)
def test_two_that_disagree(settings: str, key: str, first: str, second: str, kpi_problems: Find) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "value")
    assert (problem.params["first"], problem.params["second"]) == (first, second)


def test_the_sentence_names_both(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("direction: maximise, baseline: 24, target: 2")
    assert said(problem) == (
        "KPI 'it' points two ways: to go by direction, higher is better; to go by baseline and target, lower is better",
        "this says that higher is better",
        "take `direction` out, or correct baseline and target",
    )


def test_a_range_has_no_direction(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("direction: minimise, range: [1, 2], worst: [0, 3]")
    assert said(problem)[0].endswith("to go by range, the middle is better")
    assert said(problem)[2] == "take `direction` out: a range needs none"


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "direction: minimise, baseline: 24, target: 2, worst: 30, best: 0",
        "direction: maximise, target: {change: +5%}",
        "direction: none, baseline: 24, target: 2",
        "direction: none, range: [1, 2], worst: [0, 3]",
        "direction: minimise, curve: [[1, 100%], [2, 0]]",
        "unit: yes-no, baseline: yes, target: no",
        "worst: 360, baseline: 400, target: {change: +15%}",
    ],
)
def test_all_agree(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []
