"""Every page of a rule about reviews shows a file that keeps it and a file that breaks it, and they do."""

from __future__ import annotations

import inspect
import os
import re
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

from scorecard.api.review import review_problems
from scorecard.reviewing.rules import RULES

_PAGE = re.compile(r"(?P<why>.+?)\n\nGood:\n(?P<good>.+?)\n\nBad:\n(?P<bad>.+)", re.DOTALL)


def page(rule_id: str) -> re.Match[str]:
    module = import_module(f"scorecard.reviewing.rules.{rule_id.replace('-', '_')}")
    found = _PAGE.fullmatch(inspect.getdoc(module) or "")
    assert found is not None
    return found


def broken(text: str, folder: Path) -> list[tuple[str, str]]:
    (folder / "reviews").mkdir()
    (folder / "reviews/2026-10.md").write_text(dedent(text) + "\n", encoding="utf-8")
    return [(problem.severity, problem.rule) for problem in review_problems(folder)]


@pytest.mark.parametrize("rule_id", RULES)
def test_page_says_the_rule_and_then_why(rule_id: str) -> None:
    title, blank, why = page(rule_id)["why"].split("\n", 2)
    assert title.endswith(".")
    assert not blank
    assert why


def test_files_of_the_page_on_due_dates(tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    assert broken(page("bad-due")["good"], tmp_path / "good") == []
    assert broken(page("bad-due")["bad"], tmp_path) == [("warning", "bad-due")]


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_files_of_the_page_on_files(tmp_path: Path) -> None:
    """The good one is a file, the bad one is a link."""
    bad, _, target = page("review-file")["bad"].strip().partition(" -> ")
    assert page("review-file")["good"].strip() == bad
    (tmp_path / "reviews").mkdir()
    (tmp_path / bad).write_text("# Review\n", encoding="utf-8")
    assert review_problems(tmp_path) == ()
    (tmp_path / bad).unlink()
    (tmp_path / bad).symlink_to(target)
    assert [(problem.rule, problem.path) for problem in review_problems(tmp_path)] == [("review-file", bad)]
