"""The public names are a list, and this test compares it."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import scorecard
from tests.cli.commands import ROOT, TEMPLATE

NAMES = [
    "EngineError",
    "Examination",
    "InvalidMapError",
    "Position",
    "Problem",
    "Scorecard",
    "StrategyMap",
    "examine",
    "load",
    "render",
    "score",
]


def test_the_names() -> None:
    assert scorecard.__all__ == NAMES
    assert set(NAMES) <= set(dir(scorecard))
    for name in NAMES:
        assert inspect.getdoc(getattr(scorecard, name)), name
    with pytest.raises(AttributeError, match="nothing"):
        scorecard.nothing  # noqa: B018 - the lookup itself is tested


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import scorecard, sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert {"pydantic", "networkx", "numpy", "rich", "yaml"}.isdisjoint(done.stdout.split())


def test_load_score_and_render() -> None:
    card = scorecard.score(scorecard.load(TEMPLATE))
    assert card.as_of == date(2026, 10, 31)
    assert "flowchart" in scorecard.render(card, "mmd")
    with pytest.raises(ValueError, match="no format"):
        scorecard.render(card, "gif")  # type: ignore[call-overload]


def test_a_map_with_errors_is_raised_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("goals:\n  a: {perspective: x}\n  b: {perspective: y}\n")
    with pytest.raises(scorecard.InvalidMapError, match="2 errors") as caught:
        scorecard.load(path)
    assert [problem.rule for problem in caught.value.examination.problems] == ["unknown-perspective"] * 2
    assert scorecard.examine(path).problems[0].position is not None


def test_without_a_day_there_is_no_score(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("goals: {growth: {perspective: financial}}\n")
    with pytest.raises(ValueError, match="as_of"):
        scorecard.score(scorecard.load(path))


def test_a_scorecard_shows_itself_in_jupyter() -> None:
    from IPython.core import formatters

    card = scorecard.score(scorecard.load(TEMPLATE))
    format_all: Any = formatters.DisplayFormatter().format
    shown, _ = format_all(card)
    assert "<table" in shown["text/html"]
    assert "| " in shown["text/markdown"]
    assert shown["text/plain"].startswith("<Scorecard")
    assert len(shown["text/plain"]) < 300
