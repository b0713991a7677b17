from __future__ import annotations

from scorecard.problem import Problem
from tests.checking.conftest import Said


def test_money_without_currency_is_told_once(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a, b, c]}}
    kpis: {a: {unit: count}, b: {unit: money}, c: {unit: money}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "b", "unit"), "value")
    assert problem.params["kpis"] == ("b", "c")
    assert said(problem)[0] == "KPI 'b' is in money, but the map has no currency"


def test_with_currency(problems: list[Problem]) -> None:
    """
    currency: EUR
    goals: {g: {perspective: customer, lagging: [b]}}
    kpis: {b: {unit: money}}
    """
    assert problems == []


def test_a_currency_code_is_a_unit_of_its_own(problems: list[Problem]) -> None:
    """
    goals: {g: {perspective: customer, lagging: [b]}}
    kpis: {b: {unit: USD}}
    """
    assert problems == []
