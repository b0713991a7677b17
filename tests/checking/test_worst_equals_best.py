from __future__ import annotations

import pytest

from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize(
    ("settings", "key", "message"),
    [
        ("worst: 5, best: 5", "worst", "are both 5"),
        ("worst: 5, target: 5", "worst", "are both 5; `best` is left out, so it is the target"),
        ("baseline: 5, best: 5", "best", "are both 5; `worst` is left out, so it is the baseline"),
        ("direction: maximise, best: 0", "best", "are both 0; `worst` is left out, so it is 0"),
        ("worst: 110, baseline: 100, target: {change: +10}", "worst", "are both 110; `best` is left out"),
        ('unit: "%", worst: 5%, best: 5%', "worst", "are both 5%"),
    ],
)
def test_equal_after_defaults(settings: str, key: str, message: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(settings)
    assert (problem.loc, problem.part) == (("kpis", "it", key), "value")
    assert said(problem)[0].startswith("the worst and the best value of KPI 'it' " + message)


@pytest.mark.parametrize(
    "settings",
    [
        "worst: 1, best: 5",
        "worst: 1",
        "direction: maximise, best: 5",
        "worst: 1, target: {kpi: other}",
        "worst: [1, 1]",
    ],
)
def test_different_or_unknown(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_equal_baseline_and_target_are_the_matter_of_their_own_rule(kpi_errors: Rules) -> None:
    assert kpi_errors("baseline: 5, target: 5, best: 5") == ["baseline-equals-target"]


@pytest.mark.parametrize(
    ("settings", "hint"),
    [
        ("worst: 5, best: 5", "`worst` is the value that is worth 0 %, `best` the one that is worth 100 %"),
        ("worst: 5, target: 5", "`worst` is the value that is worth 0 %, the target is worth 100 %"),
        ("baseline: 5, best: 5", "give `worst`, the value that is worth 0 %"),
    ],
)
def test_hint(settings: str, hint: str, kpi_problems: Find) -> None:
    (problem,) = kpi_problems(settings)
    assert problem.hint.startswith(hint)
