"""A refusal as a problem of the map."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from importlib import import_module
from textwrap import dedent
from typing import Any

import pytest
import yaml

from scorecard.measuring.fence import RefusedError, aggregate
from scorecard.measuring.fence.problems import problem_of
from tests.measuring.fence.conftest import Refuse

_PAGE = re.compile(r"(?P<why>.+?)\n\nGood:\n(?P<good>(?: {4}.*\n)+)\nBad:\n(?P<bad>(?: {4}.*(?:\n|$))+)", re.DOTALL)
_RULES = ("formula-refused", "unknown-column", "formula-type")
_COLUMNS = ("published", "likes", "reach", "clicks", "format")


@pytest.mark.parametrize(
    ("formula", "rule", "message", "hint"),
    [
        ("sum(raech)", "unknown-column", "there is no column `raech`", "did you mean `reach`?"),
        (
            "random()",
            "formula-refused",
            "`random` is not among the functions that a formula may use",
            "there are sum, avg,",
        ),
        ("max(lower('x'))", "formula-type", "`max(lower('x'))` is text, but a number is needed here", ""),
        ('sum("{x}")', "unknown-column", "there is no column `{x}`", ""),
    ],
)
def test_problem(refused: Refuse, formula: str, rule: str, message: str, hint: str) -> None:
    problem = problem_of(refused(formula), ("kpis", "it"), "formula")
    assert (problem.rule, problem.severity) == (rule, "error")
    assert problem.loc == ("kpis", "it", "formula")
    assert problem.message.format(**problem.params) == message
    assert problem.hint.format(**problem.params).startswith(hint)
    assert problem.label
    assert "x}" not in problem.message


def test_problem_of_a_where_stands_there(refused: Refuse) -> None:
    error = refused("count(*)", where="netwrk = 'x'")
    assert problem_of(error, ("kpis", "it"), "sample").loc == ("kpis", "it", "where")


def _formula(page: re.Match[str], which: str) -> str:
    strategy_map: Mapping[str, Any] = yaml.safe_load(dedent(page[which]))
    (kpi,) = strategy_map["kpis"].values()
    return str(kpi["formula"])


@pytest.mark.parametrize("rule", _RULES)
def test_page_shows_a_formula_that_keeps_the_rule_and_one_that_breaks_it(rule: str) -> None:
    module = import_module(f"scorecard.measuring.rules.{rule.replace('-', '_')}")
    page = _PAGE.fullmatch(inspect.getdoc(module) or "")
    assert page is not None
    assert page["why"].split("\n", 1)[0].endswith(".")
    assert aggregate(_formula(page, "good"), _COLUMNS, {}).sql
    with pytest.raises(RefusedError) as caught:
        aggregate(_formula(page, "bad"), _COLUMNS, {})
    assert caught.value.rule == rule
