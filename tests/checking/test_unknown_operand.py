from __future__ import annotations

import pytest

from scorecard.problem import Place, Problem
from tests.checking.conftest import Find, Said

_MAP = """
params: {{committed_from: 5}}
goals: {{more-sales: {{perspective: customer, lagging: [it]}}}}
kpis: {{it: {{formula: "{formula}"}}, cost-per-lead: {{}}, open-rate: {{}}, 404-errors: {{}}, rate: {{}}}}
measures: {{ad-spend: {{}}, leads: {{}}, open: {{}}}}
"""


def _found(find: Find, formula: str) -> list[Problem]:
    return find(_MAP.format(formula=formula))


@pytest.mark.parametrize(
    "formula",
    [
        "ad_spend / leads",
        "open - rate",
        "open_rate - rate",
        "cost_per_lead-open",
        "404_errors / 404",
        "change(leads)-previous(leads)",
        "$committed_from",
        "2 * 3",
    ],
)
def test_sound(formula: str, find: Find) -> None:
    assert _found(find, formula) == []


def test_misspelt(find: Find, said: Said) -> None:
    (problem,) = _found(find, "ad_spend / leeds")
    assert (problem.loc, problem.part) == (("kpis", "it", "formula"), "value")
    assert problem.params["place"] == Place(loc=("measures", "leads"))
    assert said(problem) == (
        "the formula of KPI 'it' names an unknown KPI or measure 'leeds'",
        "no KPI or measure has this id",
        "did you mean 'leads' (measures.leads)?",
    )


@pytest.mark.parametrize(
    ("formula", "hint"),
    [
        ("cost_per_leed * 2", "did you mean 'cost_per_lead' (kpis.cost-per-lead)?"),
        ("committed_from * 2", "that is a parameter: write '$committed_from'"),
        ("leads - 80k", "if it is a number, write 80000"),
        ("more_sales", "that is a goal: a formula is made of KPIs and measures"),
        ("xyz / leads", "define it under `measures` or `kpis`, or take it out here"),
        ("max + 1", "define it under `measures` or `kpis`, or take it out here"),
    ],
)
def test_what_was_meant(formula: str, hint: str, find: Find, said: Said) -> None:
    (problem,) = _found(find, formula)
    assert said(problem)[2] == hint


@pytest.mark.parametrize(
    ("formula", "text", "hint"),
    [
        ("cost-per-lead * 2", "cost-per-lead", "write 'cost_per_lead' for the KPI (kpis.cost-per-lead)"),
        ("leads - cost_per-lead", "cost_per-lead", "write 'cost_per_lead' for the KPI (kpis.cost-per-lead)"),
        ("change(ad-spend)", "ad-spend", "write 'ad_spend' for the measure (measures.ad-spend)"),
        ("leads-cost-per-lead", "cost-per-lead", "write 'cost_per_lead' for the KPI (kpis.cost-per-lead)"),
        ("1 + 404-errors", "404-errors", "write '404_errors' for the KPI (kpis.404-errors)"),
        (
            "open-rate",
            "open-rate",
            "write 'open_rate' for the KPI (kpis.open-rate), or 'open - rate', with blanks, for the difference",
        ),
    ],
)
def test_a_hyphen_is_a_minus_sign(formula: str, text: str, hint: str, find: Find, said: Said) -> None:
    (problem,) = _found(find, formula)
    assert problem.loc == ("kpis", "it", "formula")
    assert said(problem) == (
        f"in the formula of KPI 'it', '{text}' reads as a difference",
        "a hyphen is a minus sign here",
        hint,
    )


def test_two_hyphenated_ids_and_a_third_that_is_unknown(find: Find, said: Said) -> None:
    problems = _found(find, "ad-spend-cost-per-lead / ad-spent-now")
    assert [said(problem)[0] for problem in problems] == [
        "in the formula of KPI 'it', 'ad-spend' reads as a difference",
        "in the formula of KPI 'it', 'cost-per-lead' reads as a difference",
        "the formula of KPI 'it' names an unknown KPI or measure 'spent'",
        "the formula of KPI 'it' names an unknown KPI or measure 'now'",
    ]


def test_each_unknown_name_is_told_once(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a, b]}}
    kpis: {a: {formula: leeds + 1}, b: {formula: leeds / leeds}}
    measures: {c: {formula: 2 * leeds}, leads: {}}
    """
    (problem,) = problems
    assert problem.loc == ("measures", "c", "formula")
    assert said(problem)[1] == "no KPI or measure has this id; it stands in 2 more places"


def test_formulas_over_rows_name_columns(problems: list[Problem]) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a]}}
    sources: {posts: {date: day, files: posts.csv}}
    kpis: {a: {source: posts, formula: sum(shares)}}
    """
    assert problems == []
