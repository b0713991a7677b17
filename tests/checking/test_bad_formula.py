from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Rules, Said


def test_a_power(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [spread]}}
    kpis: {spread: {formula: visits ** 2, worst: 0, best: 1}}
    measures: {visits: {}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "spread", "formula"), "value")
    assert said(problem) == (
        "the formula of KPI 'spread' cannot be read: a power has no meaning in a formula",
        "it is about '**', character 8",
        "multiply instead",
    )


def test_a_sum_over_rows_of_no_source(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer}}
    measures: {shares: {formula: sum(shares)}}
    """
    (problem,) = problems
    assert problem.loc == ("measures", "shares", "formula")
    assert said(problem) == (
        "the formula of measure 'shares' cannot be read: 'sum' is not a function of a formula without a source",
        "it is about 'sum', character 1",
        "to work it out over rows, name their `source`",
    )


@pytest.mark.parametrize(
    ("formula", "label"),
    [
        ('"[0]"', "it is about '[', character 1"),
        ('"%"', ""),
        ('"a \\0"', ""),
        ('" "', ""),
        ("a b", "it is about 'b', character 3"),
    ],
)
def test_what_it_is_about(formula: str, label: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"formula: {formula}")
    assert said(problem)[1] == label


def test_misspelt_parameter(problems: list[Problem], said: Said) -> None:
    """
    params: {committed_from: 5}
    goals: {g: {perspective: customer}}
    measures: {committed: {formula: $comitted_from * 2}}
    """
    (problem,) = problems
    assert problem.loc == ("measures", "committed", "formula")
    assert problem.params["place"] == Place(loc=("params", "committed_from"))
    assert said(problem) == (
        "the formula of measure 'committed' uses an unknown parameter '$comitted_from'",
        "no parameter has this name",
        "did you mean '$committed_from' (params.committed_from)?",
    )


def test_unknown_parameter(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems("formula: $rate * $rate")
    assert said(problem)[2] == "define it under `params`"


@pytest.mark.parametrize(
    "settings",
    ['formula: "min(1, other / 2)"', "source: posts, formula: sum(a ** 2) filter (where b), where: a > $b"],
)
def test_sound_and_what_is_worked_out_over_rows(settings: str, kpi_problems: Find) -> None:
    assert kpi_problems(settings) == []


def test_unreadable_formula_has_no_other_problem(kpi_errors: Rules) -> None:
    assert kpi_errors("direction: none, formula: nowhere % it") == ["bad-formula"]
