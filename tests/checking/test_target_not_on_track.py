from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


def test_best_is_too_far_away(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("worst: 0, best: 200, target: 80")
    assert problem.severity == "warning"
    assert (problem.loc, problem.part) == (("kpis", "it", "target"), "value")
    assert said(problem) == (
        "KPI 'it' would not be on track at its own target: it is worth 40 % there, and on track begins at 80 %",
        "worth 40 %",
        "bring `best` nearer to the target, raise the target, or lower `on_track` for this KPI",
    )


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("worst: 0, best: 100, target: 80", 0),
        ("worst: 0, best: 100, target: 79.9", 1),
        ("worst: 0, best: 100, target: 80, thresholds: {on_track: 90%}", 1),
        ("worst: 0, best: 100, target: 60, thresholds: {on_track: 60%}", 0),
        ("worst: 100, best: 0, target: 50", 1),
        ("baseline: 10, best: 110, target: 50", 1),
        ("worst: 0, best: 200, baseline: 50, target: {change: +10%}", 1),
        ("worst: 0, best: 200, baseline: 50, target: 80, since: 2026, by: 2026", 1),
        ("worst: 0, target: 80", 0),
        ("baseline: 50, target: 80, since: 2026, by: 2026", 0),
        ("worst: 0, best: 200", 0),
        ("direction: none, worst: 0, best: 200, target: 80", 0),
        ("direction: maximise, worst: 0, best: 200, target: {kpi: other}", 0),
        ("direction: maximise, worst: 0, best: 200, target: {change: +10%}", 0),
    ],
)
def test_limits(settings: str, found: int, kpi_problems: Find) -> None:
    assert len(kpi_problems(settings)) == found


def test_lower_is_better(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("worst: 100, best: 0, target: 50")
    assert "lower the target" in said(problem)[2]


def test_what_was_not_reached_is_not_rounded_up(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("worst: 0, best: 100, target: 79.97")
    assert said(problem)[1] == "worth 79.9 %"


def test_the_limit_of_the_map_counts(find: Find) -> None:
    text = "thresholds: {on_track: 60%}\ngoals: {g: {perspective: customer}}\nkpis: {k: {worst: 0, best: 9, target: 6}}"
    assert find(text) == []


@pytest.mark.parametrize(
    "settings",
    [
        "worst: 5, best: 5, target: 5",
        "worst: 0, best: 200, target: 80, since: 2027, by: 2026-12-31",
        "worst: 0, best: 200, target: 80, curve: []",
        "direction: minimise, worst: 0, best: 200, target: 80",
    ],
)
def test_broken_scales_are_another_matter(settings: str, kpi_problems: Find, kpi_errors: Rules) -> None:
    assert kpi_errors(settings)
    assert kpi_problems(settings) == []
