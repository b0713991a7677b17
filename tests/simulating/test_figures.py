"""Figures that follow from those that are set, and the KPIs of a map with dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard import load
from scorecard.api.scenario import InvalidScenarioError, made_scenario
from scorecard.api.simulate import simulate
from scorecard.simulation import Outcome

STRATEGY = """\
goals:
  grow: {perspective: financial, lagging: [sold], leading: [answered: {delay: 1}, late]}
kpis:
  sold: {unit: count, kind: flow, target: 100, direction: maximise}
  answered: {unit: "%", kind: rate, worst: 0%, best: 100%}
  late: {unit: count, kind: stock, worst: 9, best: 0, else: spare}
  spare: {unit: count, kind: stock, worst: 9, best: 0}
  each: {unit: count, formula: total / 2, worst: 0, best: 100}
  share: {unit: "%", formula: sold / total, worst: 0%, best: 100%}
  growth: {unit: "%", formula: change(sold), worst: -100%, best: 100%}
  of-year: {unit: count, formula: sold + 0, over: year-to-date, kind: flow, worst: 0, best: 900}
  more: {unit: count, kind: flow, target: {change: +10%, against: sold}}
  band: {unit: count, kind: stock, range: [4, 6], worst: [0, 10]}
measures:
  total: {formula: sold * 2}
"""
ROWS = "date,kpi,value\n" + "".join(f"2026-{month:02},sold,{month * 5}\n" for month in range(1, 11))
ROWS += "2026-09,answered,50%\n2026-10,answered,60%\n2026-08,late,5\n2026-10,spare,3\n2026-10,more,50\n2026-10,band,9\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "data/actuals.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def outcome(folder: Path, *settings: tuple[str, str], periods: int = 0) -> Outcome:
    strategy_map = load(folder / "strategy.yaml")
    scenario = made_scenario(strategy_map, settings)
    return simulate(strategy_map, date(2026, 10, 31), [scenario], folder=folder, periods=periods).outcomes[0]


def test_formulas_follow_through_measures_and_periods(folder: Path) -> None:
    found = {kpi.id: kpi for kpi in outcome(folder, ("sold", "90")).kpis}
    assert {kpi: move.value.after for kpi, move in found.items()} == {
        "sold": 90,
        "each": 90,
        "share": 0.5,
        "growth": 1,  # September was 45
        "more": 50,
    }
    assert [found[kpi].why for kpi in ("sold", "each", "growth", "more")] == ["set", "computed", "computed", "target"]
    assert (found["more"].performance.before, found["more"].performance.after) == (0, 0)


def test_a_sum_over_the_year_is_not_moved_and_said(folder: Path) -> None:
    assert outcome(folder, ("sold", "90")).unmoved == ("of-year",)
    assert outcome(folder, ("spare", "1")).unmoved == ()


def test_what_stands_in_for_another_stands_in_with_its_new_value(folder: Path) -> None:
    found = {kpi.id: kpi for kpi in outcome(folder, ("spare", "6")).kpis}
    assert (found["late"].why, found["late"].value.after) == ("stands in", 6)
    alone = {kpi.id: kpi for kpi in outcome(folder, ("late", "1")).kpis}
    assert list(alone) == ["late"]
    assert alone["late"].value == (3, 1, -2)


def test_the_past_stays_what_it_was(folder: Path) -> None:
    """Drivers that take a period are judged by the figure of the period before in `leading`; the outlook moves."""
    found = outcome(folder, ("answered", "100%"))
    (goal,) = found.after.goals
    before = next(score for score in found.scores if score.kind == "goal")
    assert before.leading.change == 0
    assert before.outlook.change == pytest.approx(0.5 * 0.5 * 0.4)
    assert goal.trend == pytest.approx(0.05)


def test_a_range_is_reached_at_its_nearest_end(folder: Path) -> None:
    assert outcome(folder, ("band", "target")).kpis[0].value == (9, 6, -3)


@pytest.mark.parametrize(("kpi", "text"), [("growth", "-500%"), ("share", "+1e3%"), ("of-year", "+1pp")])
def test_changes_that_are_none_are_refused(kpi: str, text: str, folder: Path) -> None:
    strategy_map = load(folder / "strategy.yaml")
    if text == "-500%":
        assert outcome(folder, (kpi, text)).kpis[0].value.after == pytest.approx(-4 * 5 / 45)
        return
    with pytest.raises(InvalidScenarioError):
        made_scenario(strategy_map, [(kpi, text)])


def test_there_is_nothing_to_change_in_a_kpi_without_a_value(folder: Path) -> None:
    (folder / "data/actuals.csv").write_text("date,kpi,value\n2026-10,spare,3\n", encoding="utf-8")
    with pytest.raises(InvalidScenarioError, match=r"KPI 'sold' has no value that `\+10%` could change"):
        outcome(folder, ("sold", "+10%"))
    assert outcome(folder, ("sold", "target")).reshared == ("sold", "each", "share")


def test_a_given_figure_counts_at_once_and_has_no_ripple(folder: Path) -> None:
    (folder / "data/actuals.csv").write_text("date,kpi,value\n2026-10,spare,3\n", encoding="utf-8")
    found = outcome(folder, ("sold", "50"), ("spare", "0"), periods=1)
    assert "sold" in found.reshared
    path = next(path for path in found.paths if path.kind == "goal")
    assert path.values[0] == pytest.approx(0.5)
