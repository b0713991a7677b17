from __future__ import annotations

import pytest

from scorecard.problem import Problem
from tests.checking.conftest import Find, Said


def test_itself(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [sum-so-far]}}
    kpis: {sum-so-far: {formula: previous(sum_so_far) + 1}}
    """
    (problem,) = problems
    assert (problem.loc, problem.part) == (("kpis", "sum-so-far", "formula"), "value")
    assert said(problem) == (
        "KPI 'sum-so-far' is worked out from itself",
        "that is the same figure",
        "work it out from other figures",
    )


def test_circle_is_written_out_as_a_path(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [a, b-c]}}
    kpis:
      a: {formula: b_c + 1}
      b-c: {formula: "max(d, 3)"}
    measures:
      d: {formula: abs(a)}
      e: {formula: a + d}
    """
    (problem,) = problems
    assert problem.loc == ("measures", "d", "formula")
    assert problem.params["ids"] == ("d", "a", "b-c")
    assert said(problem)[:2] == (
        "figures are worked out from each other in a circle: d → a → b-c → d",
        "this leads back to 'd'",
    )


def test_own_substitute(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [reach]}}
    kpis: {reach: {else: reach}}
    """
    (problem,) = problems
    assert problem.loc == ("kpis", "reach", "else")
    assert said(problem)[0] == "KPI 'reach' is its own substitute"
    assert said(problem)[2] == "name another KPI or measure"


def test_substitutes_and_formulas_in_one_circle(problems: list[Problem], said: Said) -> None:
    """
    goals: {g: {perspective: customer, lagging: [reach]}}
    kpis:
      reach: {else: impressions}
      impressions: {formula: reach * 2}
    """
    (problem,) = problems
    assert problem.loc == ("kpis", "reach", "else")
    assert said(problem)[0] == "figures are worked out from each other in a circle: reach → impressions → reach"


def test_two_circles_that_share_nothing(find: Find) -> None:
    problems = find(
        """
        goals: {g: {perspective: customer, lagging: [a]}}
        kpis: {a: {formula: b}, b: {formula: a + c}, c: {formula: d}, d: {formula: c}, e: {formula: e + e}}
        """
    )
    assert [problem.params["path"] for problem in problems] == ["a → b → a", "c → d → c", "e → e"]


@pytest.mark.parametrize(
    "kpis",
    [
        "a: {formula: b + c}, b: {formula: c}, c: {}",  # the same figure by two ways
        "a: {formula: a - b b}, b: {formula: a}",  # not read
        "a: {formula: nowhere, else: nowhere}",
        "a: {source: posts, formula: sum(a)}",
        "a: {formula: b, else: c}, b: {else: c}, c: {}",
    ],
)
def test_no_circle(kpis: str, find: Find) -> None:
    assert find(f"goals: {{g: {{perspective: customer, lagging: [a]}}}}\nkpis: {{{kpis}}}") == []


def test_a_chain_may_be_long(find: Find) -> None:
    chain = ", ".join(f"k{number}: {{formula: k{number + 1}}}" for number in range(3000))
    text = f"goals: {{g: {{perspective: customer, lagging: [k0]}}}}\nkpis: {{{chain}, k3000: {{formula: LAST}}}}"
    assert find(text.replace("LAST", "1")) == []
    (problem,) = find(text.replace("LAST", "k0"))
    assert problem.loc == ("kpis", "k0", "formula")
