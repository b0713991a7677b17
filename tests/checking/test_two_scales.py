from __future__ import annotations

import pytest

from scorecard.problem import Place
from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize(
    ("settings", "key", "other"),
    [
        ("curve: [[1, 0], [2, 1]], target: 2", "curve", "target"),
        ("curve: [[1, 0], [2, 1]], baseline: 2", "curve", "baseline"),
        ("curve: [[1, 0], [2, 1]], worst: 1, best: 2", "curve", "best"),
        ("curve: [[1, 0], [2, 1]], worst: 1", "curve", "worst"),
        ("curve: [[1, 0], [2, 1]], range: [1, 2], worst: [0, 3]", "curve", "range"),
        ("curve: [[1, 0], [2, 1]], scale: binary", "curve", "scale"),
        ("curve: [[1, 0], [2, 1]], unit: yes-no", "curve", "unit"),
        ("range: [1, 2], worst: [0, 3], best: 2", "range", "best"),
        ("range: [1, 2], worst: [0, 3], target: 2", "range", "target"),
        ("range: [1, 2], worst: [0, 3], scale: binary", "range", "scale"),
        ("scale: binary, direction: maximise, target: 5, worst: 0", "scale", "worst"),
        ("scale: binary, direction: maximise, target: 5, best: 9", "scale", "best"),
        ("unit: yes-no, target: yes, worst: no", "unit", "worst"),
    ],
)
def test_keys_of_two_scales(settings: str, key: str, other: str, kpi_problems: Find) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "key")
    assert problem.params["other"] == other
    assert problem.params["place"] == Place(loc=("kpis", "it", other))


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "curve: [[1, 0], [2, 1]]",
        "curve: [[1, 0], [2, 1]], direction: maximise",
        "range: [1, 2], worst: [0, 3]",
        "range: [1, 2], worst: [0, 3], direction: none",
        "scale: binary, direction: maximise, baseline: 1, target: 5, since: 2026, by: 2026",
        "scale: binary, unit: yes-no, target: yes",
        "unit: yes-no, baseline: no, target: yes, since: 2026, by: 2026",
        "baseline: 1, target: 2, worst: 0, best: 3",
        "unit: count, worst: 0, best: 3",
    ],
)
def test_keys_of_one_scale(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_the_scales_are_named(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("range: [8, 12], worst: [2, 20], baseline: 15, target: 10")
    assert said(problem) == (
        "KPI 'it' is judged on more than one scale: a range and a line (`baseline` and `target`)",
        "this is one scale",
        "keep one of them; the other begins with `baseline` (kpis.it.baseline)",
    )


def test_a_second_scale_is_the_only_error(kpi_errors: Rules) -> None:
    assert kpi_errors("curve: [[1, 1], [2, 0]], direction: minimise, target: 2") == ["two-scales"]
    assert kpi_errors("curve: [[1, 1], [2, 0]], baseline: 1, target: 2, by: 2026, since: 2026") == ["two-scales"]
    assert kpi_errors("scale: binary, baseline: 1, target: 2, worst: 9, best: 0") == ["two-scales"]
