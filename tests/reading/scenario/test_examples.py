"""Every page of a rule about scenarios shows one that keeps it and one that breaks it, and they do."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

import scorecard.reading.scenario.rules
from scorecard import load
from scorecard.api.scenario import InvalidScenarioError, load_scenario
from scorecard.api.simulate import simulate
from scorecard.reading.scenario.rules import RULES
from tests.cli.commands import ROOT

AIRLINE = ROOT / "maps/low-cost-airline.yaml"
_PAGE = re.compile(r"(?P<why>.+?)\n\nGood:\n(?P<good>.+?)\n\nBad:\n(?P<bad>.+)", re.DOTALL)


def page(rule_id: str) -> re.Match[str]:
    module = import_module(f"scorecard.reading.scenario.rules.{rule_id.replace('-', '_')}")
    found = _PAGE.fullmatch(inspect.getdoc(module) or "")
    assert found is not None
    return found


def broken(text: str, folder: Path) -> list[str]:
    """The rules that a scenario of the airline breaks, when it is read or when it is run."""
    path = folder / "scenario.yaml"
    path.write_text(dedent(text) + "\n", encoding="utf-8")
    strategy_map = load(AIRLINE)
    assert strategy_map.as_of is not None
    try:
        simulate(strategy_map, strategy_map.as_of, [load_scenario(path, strategy_map)])
    except InvalidScenarioError as error:
        return [problem.rule for problem in error.examination.problems if problem.position]
    return []


def test_every_module_is_a_rule() -> None:
    folder = Path(scorecard.reading.scenario.rules.__file__).parent
    assert {path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py")} == set(RULES)


@pytest.mark.parametrize("rule_id", RULES)
def test_page_says_the_rule_and_then_why(rule_id: str) -> None:
    title, blank, why = page(rule_id)["why"].split("\n", 2)
    assert title.endswith(".")
    assert not blank
    assert why


@pytest.mark.parametrize("rule_id", RULES)
def test_examples_are_good_and_bad(rule_id: str, tmp_path: Path) -> None:
    assert broken(page(rule_id)["good"], tmp_path) == []
    assert broken(page(rule_id)["bad"], tmp_path) == [rule_id]
