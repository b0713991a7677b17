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
    "Chance",
    "EngineError",
    "Evidence",
    "Examination",
    "Explanation",
    "Forecast",
    "ForecastError",
    "InvalidDataError",
    "InvalidMapError",
    "InvalidScenarioError",
    "Levers",
    "MapChange",
    "PeriodError",
    "Position",
    "Problem",
    "Scenario",
    "Scorecard",
    "Simulation",
    "StrategyMap",
    "diff",
    "evidence",
    "examine",
    "explain",
    "forecast",
    "levers",
    "load",
    "load_revision",
    "load_scenario",
    "render",
    "score",
    "simulate",
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
    assert {"pydantic", "networkx", "numpy", "rich", "yaml", "duckdb"}.isdisjoint(done.stdout.split())


def test_load_score_and_render() -> None:
    card = scorecard.score(scorecard.load(TEMPLATE), folder=TEMPLATE.parent)
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


def test_sources_without_a_folder_are_no_silent_lack_of_data() -> None:
    with pytest.raises(ValueError, match="where their files lie"):
        scorecard.score(scorecard.load(TEMPLATE))


def test_errors_in_the_data_are_raised_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "as_of: 2026-10-31\ngoals: {a: {perspective: financial, lagging: [k]}}\nkpis: {k: {direction: none}}\n"
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actuals.csv").write_text("date,kpi,value\n2026-10,k,many\n2026-09,other,1\n")
    with pytest.raises(scorecard.InvalidDataError, match="2 errors") as caught:
        scorecard.score(scorecard.load(path), folder=tmp_path)
    assert [problem.rule for problem in caught.value.problems] == ["bad-figure", "unknown-figure"]
    errors = [problem for problem in scorecard.examine(path).problems if problem.severity == "error"]
    assert [problem.path for problem in errors] == ["data/actuals.csv"] * 2


def test_a_period_that_cannot_be_scored_is_said(tmp_path: Path) -> None:
    strategy_map = scorecard.load(TEMPLATE)
    for period in ("2026-Q3", "2026-11", "soon"):
        with pytest.raises(scorecard.PeriodError, match="2026-10"):
            scorecard.score(strategy_map, period=period, folder=TEMPLATE.parent)


def test_a_scorecard_shows_itself_in_jupyter() -> None:
    from IPython.core import formatters

    card = scorecard.score(scorecard.load(TEMPLATE), folder=TEMPLATE.parent)
    format_all: Any = formatters.DisplayFormatter().format
    shown, _ = format_all(card)
    assert "<table" in shown["text/html"]
    assert "| " in shown["text/markdown"]
    assert shown["text/plain"].startswith("<Scorecard")
    assert len(shown["text/plain"]) < 300
