"""Every rule's page shows a map that keeps it and a map that breaks it, and they do."""

from __future__ import annotations

import inspect
import re
from textwrap import dedent

import pytest
import yaml

from scorecard.checking import RULES, check, rule
from scorecard.model import StrategyMap

_PAGE = re.compile(r"(?P<why>.+?)\n\nGood:\n(?P<good>(?: {4}.*\n)+)\nBad:\n(?P<bad>(?: {4}.*(?:\n|$))+)", re.DOTALL)


def _page(rule_id: str) -> re.Match[str]:
    page = _PAGE.fullmatch(inspect.getdoc(rule(rule_id)) or "")
    assert page is not None
    return page


def _broken(text: str) -> set[tuple[str, str]]:
    strategy_map = StrategyMap.model_validate(yaml.load(dedent(text), Loader=yaml.BaseLoader))
    return {(problem.severity, problem.rule) for problem in check(strategy_map)}


@pytest.mark.parametrize("rule_id", RULES)
def test_page_says_the_rule_and_then_why(rule_id: str) -> None:
    title, blank, why = _page(rule_id)["why"].split("\n", 2)
    assert title.endswith(".")
    assert not blank
    assert why


@pytest.mark.parametrize("rule_id", RULES)
def test_good_map_has_no_error_and_keeps_the_rule(rule_id: str) -> None:
    broken = _broken(_page(rule_id)["good"])
    assert rule_id not in {broken_id for _, broken_id in broken}
    assert "error" not in {severity for severity, _ in broken}


@pytest.mark.parametrize("rule_id", RULES)
def test_bad_map_breaks_the_rule_and_no_other_error(rule_id: str) -> None:
    broken = _broken(_page(rule_id)["bad"])
    assert (RULES[rule_id], rule_id) in broken
    assert {broken_id for severity, broken_id in broken if severity == "error"} <= {rule_id}
