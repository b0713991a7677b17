from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Rules, Said, find_all

MAP = """
currency: EUR
goals: {{goal: {{perspective: customer, lagging: [it]}}}}
kpis:
  it: {{unit: {unit}, direction: minimise, worst: 90, target: {{{target}: other}}}}
  other: {{unit: {other}, direction: none}}
"""
KPI, STEP = "kpi", "change: +10%, against"


def test_a_share_as_the_target_of_a_count(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, lagging: [it]}
    kpis:
      it: {unit: count, direction: maximise, worst: 0, target: {kpi: other}}
      other: {unit: "%", direction: none}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "it", "target", "kpi"), "value")
    assert problem.params["place"] == Place(loc=("kpis", "other", "unit"))
    assert said(problem) == (
        "the unit of KPI 'it' is count, but that of 'other', which is its target, is %",
        "in another unit (kpis.other.unit)",
        "name a figure in the same unit, or correct the unit that is wrong",
    )


def test_a_step_from_a_measure_in_another_unit(problems: list[Problem], said: Said) -> None:
    """
    goals:
      a: {perspective: customer, lagging: [it]}
    measures:
      other: {unit: hours}
    kpis:
      it: {unit: count, target: {change: +10, against: other}}
    """
    (problem,) = problems
    assert problem.loc == ("kpis", "it", "target", "against")
    assert problem.params["place"] == Place(loc=("measures", "other", "unit"))
    assert said(problem)[0] == (
        "the unit of KPI 'it' is count, but that of 'other', which its target is a step from, is hours"
    )


@pytest.mark.parametrize("target", [KPI, STEP])
@pytest.mark.parametrize(("unit", "other"), [("money", "USD"), ("USD", "money"), ("minutes", "hours")])
def test_other_units(unit: str, other: str, target: str, find: Find) -> None:
    assert len(find(MAP.format(unit=unit, other=other, target=target))) == 1


@pytest.mark.parametrize("target", [KPI, STEP])
@pytest.mark.parametrize(
    ("unit", "other"), [("money", "EUR"), ("EUR", "money"), ("hours", "Hours"), ("percent", '"%"'), ("count", "count")]
)
def test_one_unit(unit: str, other: str, target: str, find: Find) -> None:
    assert find(MAP.format(unit=unit, other=other, target=target)) == []


@pytest.mark.parametrize(
    "settings",
    [
        "direction: minimise, worst: 90, target: {kpi: other}",  # neither says one
        "unit: count, direction: minimise, worst: 90, target: {kpi: other}",  # the other one does not
        "unit: count, target: {change: +10%, against: 2025}",
        "unit: count, target: {change: +10%, against: previous-period}",
        "unit: count, baseline: 5, target: {change: +10%}",
        "unit: count, target: {change: +10%, against: nobody}",
        "unit: count, target: {2025: 5}",
        "unit: count",
    ],
)
def test_nothing_to_compare(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


@pytest.mark.parametrize("target", [KPI, STEP])
def test_money_without_a_currency_is_said_once(target: str, rules: Rules) -> None:
    found = rules(MAP.format(unit="money", other="USD", target=target).replace("currency: EUR\n", ""))
    assert "currency-missing" in found
    assert "target-other-unit" not in found


def test_only_error() -> None:
    found = find_all(MAP.format(unit="count", other="hours", target=KPI))
    assert [problem.rule for problem in found if problem.severity == "error"] == ["target-other-unit"]
