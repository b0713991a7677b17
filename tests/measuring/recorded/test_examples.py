"""Every page of a rule about recorded figures shows a file that keeps it and a file that breaks it, and they do."""

from __future__ import annotations

import inspect
import os
import re
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from scorecard.measuring.recorded import read_recorded

RULES = ("bad-figure", "bad-figure-date", "unknown-figure", "figure-twice", "figure-row")
KPIS = {"followers": "count", "sharing-rate": "%"}
_PAGE = re.compile(r"(?P<why>.+?)\n\nGood:\n(?P<good>(?: {4}.*\n)+)\nBad:\n(?P<bad>(?: {4}.*(?:\n|$))+)", re.DOTALL)


def page(rule_id: str) -> re.Match[str]:
    module = import_module(f"scorecard.measuring.rules.{rule_id.replace('-', '_')}")
    found = _PAGE.fullmatch(inspect.getdoc(module) or "")
    assert found is not None
    return found


def broken(text: str, folder: Path) -> list[str]:
    (folder / "data").mkdir()
    (folder / "data/actuals.csv").write_text(dedent(text).rstrip("\n") + "\n", encoding="utf-8")
    return [problem.rule for problem in read_recorded(folder, KPIS, [])[1]]


@pytest.mark.parametrize("rule_id", [*RULES, "figure-file"])
def test_page_says_the_rule_and_then_why(rule_id: str) -> None:
    title, blank, why = page(rule_id)["why"].split("\n", 2)
    assert title.endswith(".")
    assert not blank
    assert why


@pytest.mark.parametrize("rule_id", RULES)
def test_good_file_has_no_problem(rule_id: str, tmp_path: Path) -> None:
    assert broken(page(rule_id)["good"], tmp_path) == []


@pytest.mark.parametrize("rule_id", RULES)
def test_bad_file_breaks_the_rule_and_no_other(rule_id: str, tmp_path: Path) -> None:
    assert set(broken(page(rule_id)["bad"], tmp_path)) == {rule_id}


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_files_of_the_page_on_files(tmp_path: Path) -> None:
    """The good ones are files, the bad one is a link."""
    bad, _, target = page("figure-file")["bad"].strip().partition(" -> ")
    (tmp_path / "data").mkdir()
    for name in page("figure-file")["good"].split():
        (tmp_path / name).write_text("date,kpi,value\n", encoding="utf-8")
    assert read_recorded(tmp_path, KPIS, [])[1] == ()
    (tmp_path / bad).unlink()
    (tmp_path / bad).symlink_to(target)
    assert [(problem.rule, problem.path) for problem in read_recorded(tmp_path, KPIS, [])[1]] == [("figure-file", bad)]
