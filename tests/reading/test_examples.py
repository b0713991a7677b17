"""Every rule's page shows a map that keeps it and a map that breaks it, and they do."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

import scorecard.reading.rules
from scorecard.reading import RULES
from tests.reading.found import problems

_PAGE = re.compile(
    r"(?P<why>.+?)\n\n"
    r"Good:\n(?P<good>(?: {4}.*\n)+)\n"
    r"Bad(?: \((?:(?P<bytes>bytes)|× (?P<times>[\d,]+))\))?:\n(?P<bad>(?: {4}.*(?:\n|$))+)",
    re.DOTALL,
)

_NEEDED = {"too-many-mistakes": {"doubled-key"}}
"""The mistakes without which a rule cannot be broken."""


def _page(rule_id: str) -> re.Match[str]:
    module = import_module(f"scorecard.reading.rules.{rule_id.replace('-', '_')}")
    page = _PAGE.fullmatch(inspect.getdoc(module) or "")
    assert page is not None
    return page


def _bad(page: re.Match[str]) -> bytes:
    r"""The bad map: as it stands, with ``\x..`` for single bytes, or its lines as many times as the page says."""
    text = dedent(page["bad"]).rstrip("\n") + "\n"
    if page["bytes"]:
        return text.encode("latin-1").decode("unicode_escape").encode("latin-1")
    return text.encode() * int((page["times"] or "1").replace(",", ""))


def _broken(raw: bytes) -> set[tuple[str, str]]:
    return {(problem.severity, problem.rule) for problem in problems(raw)}


def test_every_module_is_a_rule() -> None:
    folder = Path(scorecard.reading.rules.__file__).parent
    modules = {path.stem.replace("_", "-") for path in folder.glob("[a-z]*.py")}
    assert modules == set(RULES)


@pytest.mark.parametrize("rule_id", RULES)
def test_page_says_the_rule_in_its_first_line(rule_id: str) -> None:
    title = _page(rule_id)["why"].split("\n", 1)[0]
    assert title.endswith(".")


@pytest.mark.parametrize("rule_id", RULES)
def test_good_map_has_no_error_and_keeps_the_rule(rule_id: str) -> None:
    broken = _broken(dedent(_page(rule_id)["good"]).encode())
    assert rule_id not in {broken_id for _, broken_id in broken}
    assert "error" not in {severity for severity, _ in broken}


@pytest.mark.parametrize("rule_id", RULES)
def test_bad_map_breaks_the_rule_and_no_other_error(rule_id: str) -> None:
    broken = _broken(_bad(_page(rule_id)))
    assert (RULES[rule_id], rule_id) in broken
    others = {broken_id for severity, broken_id in broken if severity == "error"} - {rule_id}
    assert others == _NEEDED.get(rule_id, set())
