from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Said


@pytest.mark.parametrize(
    ("settings", "points"),
    [
        ("baseline: 100, target: 112.5", 8),
        ("baseline: 100, target: 87.5", 8),
        ("baseline: -100, target: -87.5", 8),
        ("baseline: 95%, target: 98%", 32),
        ("baseline: 100, target: 119.9", 5),
        ("baseline: 100, target: 200, best: 110", 10),
    ],
)
def test_a_short_road(settings: str, points: int, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("kpis", "it"), "key")
    assert problem.params["points"] == points
    assert said(problem)[0] == (
        f"the scale of KPI 'it' is narrow: a change of 1 % in the value moves the score by {points} points"
    )


@pytest.mark.parametrize(
    "settings",
    [
        "baseline: 100, target: 120",
        "baseline: 0.1, target: 0.12",
        "baseline: 0, target: 1",
        "direction: maximise, target: 1",
        "baseline: 100, target: 110, worst: 60",
        "baseline: 100, target: {change: +20%}",
        "baseline: 100, target: {change: +5%}, worst: 60",
        "baseline: 100, target: 110, best: 150",
        "direction: none, baseline: 100, target: 110",
        "scale: binary, baseline: 100, target: 110",
        "unit: yes-no, baseline: no, target: yes",
        "curve: [[100, 0], [101, 1]]",
        "range: [100, 101], worst: [99, 102]",
    ],
)
def test_long_enough_or_meant(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_no_road_is_another_matter(kpi_problems: Find) -> None:
    assert kpi_problems("baseline: 100, target: 100") == []


def test_a_change_is_as_narrow_as_it_says(kpi_problems: Find) -> None:
    (problem,) = kpi_problems("baseline: 200, target: {change: +12%}")
    assert problem.params["points"] == 8
