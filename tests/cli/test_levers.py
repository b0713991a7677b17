"""``scorecard levers`` on a map that is small enough to be worked out on paper."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from scorecard import load, score
from scorecard.api.levers import levers_of
from scorecard.propagation.shape import performance_at
from scorecard.rendering.levers.phrases import enough
from tests.cli.commands import ROOT, called

STRATEGY = """\
name: Chain
as_of: 2026-10-31
currency: EUR
goals:
  profit: {perspective: financial, lagging: [margin], driven_by: [loyal], hindered_by: [quick]}
  loyal: {perspective: customer, lagging: [guests], leading: [smiles], driven_by: [quick]}
  quick: {name: Quick service, perspective: internal, lagging: [waiting, certified], initiatives: [machines, paint]}
kpis:
  margin: {unit: "%", worst: 0%, best: 10%, value: 6%}
  guests: {unit: count, worst: 0, best: 1000, value: 200}
  smiles: {unit: points, worst: 0, best: 10}
  waiting: {unit: minutes, worst: 10, best: 0, target: 2, value: 6}
  certified: {unit: yes-no, target: yes, direction: maximise, value: no}
  unused: {unit: count, worst: 0, best: 4, value: 2}
initiatives:
  machines: {kpi: waiting, budget: 2000}
  paint: {name: Paint, budget: 500}
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*arguments: str) -> dict[str, Any]:
    ran = called("levers", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    document: dict[str, Any] = json.loads(ran.out)
    return document


def lever(document: dict[str, Any], kpi: str) -> dict[str, Any]:
    return next(one for one in document["levers"] if one["kpi"] == kpi)


@pytest.mark.usefixtures("shop")
def test_numbers_that_a_pocket_calculator_gives() -> None:
    """d = 50 %. quick is (0.4 + 0) / 2 = 0.2; loyal lacks smiles, so its parts are guests 0.5 and quick 0.25 of 0.75:
    0.2 · 2/3 + 0.2 · 1/3 = 0.2; profit 0.5 · 0.6 + 0.5 · 0.2 = 0.4."""
    document = found("profit")
    assert document["outlook"] == pytest.approx(0.4)
    assert document["outlook_coverage"] == pytest.approx(0.875)
    shares = {one["kpi"]: one["share"] for one in document["levers"]}
    assert shares == pytest.approx({"margin": 0.5, "guests": 1 / 3, "waiting": 1 / 12, "certified": 1 / 12})
    waiting = lever(document, "waiting")
    assert waiting["slope"] == pytest.approx(1 / 120)  # a minute is a tenth of the scale
    assert waiting["reach"] == 2
    assert waiting["gain"] == pytest.approx(0.4 / 12)
    assert (waiting["budget"], waiting["initiatives"]) == (2000, ["machines"])
    assert waiting["gain_per_1000"] == pytest.approx(0.4 / 24)
    assert (waiting["result_share"], waiting["result_gain"]) == (None, None)
    assert waiting["turn"]["value"] is None
    assert waiting["turn"]["outlook"] == pytest.approx(0.4 + 0.6 / 12)
    margin = lever(document, "margin")
    assert (margin["result_share"], margin["result_gain"]) == (1.0, pytest.approx(0.4))
    assert lever(document, "certified")["slope"] is None
    assert lever(document, "certified")["gain"] == pytest.approx(1 / 12)
    assert document["no_data"] == [{"kpi": "smiles", "name": "Smiles", "reason": "no-value"}]
    assert document["hindrances"] == [{"cause": "quick", "effect": "profit", "cost": pytest.approx(0.25)}]
    assert document["budget_without_kpi"] == ["paint"]


@pytest.mark.usefixtures("shop")
def test_the_smallest_change_is_said_in_the_unit_of_the_kpi() -> None:
    """quick needs 0.8 from 0.2: 60 points, and one of two KPIs moves it by 50 at most; half way 0.5 is at risk."""
    document = found("quick")
    assert [one["turn"]["value"] for one in document["levers"]] == [None, None]
    lines = called("levers", "loyal").out
    assert "No KPI could bring it there alone: the most is 73 %, by Guests." in lines


@pytest.mark.parametrize("path", ["city.yaml", "low-cost-airline.yaml", "subscription-loop.yaml"])
def test_the_figure_that_is_printed_does_turn_the_outlook(path: str) -> None:
    strategy_map = load(ROOT / "maps" / path)
    assert strategy_map.as_of is not None
    card = score(strategy_map, strategy_map.as_of, folder=ROOT / "maps")
    tried = 0
    for of in ("index", *(goal.id for goal in card.goals)):
        asked = levers_of(card, of)
        for lever in asked.levers:
            value = enough(lever)
            kpi = next(kpi for kpi in card.kpis if kpi.id == lever.id)
            if value is None or asked.outlook is None:
                continue
            shown = performance_at(kpi, value)
            assert shown is not None
            assert asked.outlook + lever.share * (shown - lever.performance) >= asked.limits.on_track - 1e-9
            tried += 1
    assert tried


def test_beyond_the_target_it_is_still_said_which_way_is_better(shop: Path) -> None:
    text = STRATEGY.replace("worst: 10, best: 0, target: 2, value: 6", "worst: 10, best: 0, target: 5, value: 4")
    (shop / "strategy.yaml").write_text(text, encoding="utf-8")
    waiting = lever(found("quick"), "waiting")
    assert (waiting["better"], waiting["gain"]) == ("lower", 0)
    assert waiting["slope"] > 0
    assert "more moves it" not in called("levers", "quick").out


@pytest.mark.usefixtures("shop")
def test_the_index_is_what_is_meant_when_nothing_is_said() -> None:
    document = found()
    assert document["of"] == {"kind": "index", "id": "index", "name": "Index"}
    assert sum(one["share"] for one in document["levers"]) == pytest.approx(1.0)
    assert found("customer")["of"]["kind"] == "perspective"
    assert found("Quick service")["of"] == {"kind": "goal", "id": "quick", "name": "Quick service"}


@pytest.mark.usefixtures("shop")
def test_the_matrix_holds_the_sums_over_all_paths() -> None:
    ran = called("levers", "--matrix", "--format", "csv")
    assert list(csv.reader(StringIO(ran.out)))[1] == ["profit", "1.0", "0.5", "0.16666666666666666"]
    effects = json.loads(called("levers", "--matrix", "--format", "json").out)["effects"]
    assert effects[2] == {"effect": "quick", "by_cause": {"profit": 0.0, "loyal": 0.0, "quick": 1.0}}
    assert "| `profit` | 1.00 | 0.50 | 0.17 |" in called("levers", "--matrix", "--format", "markdown").out


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["profitt"], "the map has no goal or perspective 'profitt'; did you mean profit?"),
        (["profit", "--matrix"], "--matrix shows all goals at once"),
        (["profit", "--format", "xml"], "'xml' is not known"),
    ],
)
def test_slips_are_answered(arguments: list[str], says: str) -> None:
    ran = called("levers", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_names_are_made_harmless(shop: Path) -> None:
    text = STRATEGY.replace("margin: {unit", 'margin: {name: "a\\e[31m|<b>\\u202e", unit')
    (shop / "strategy.yaml").write_text(text, encoding="utf-8")
    for form in ("table", "markdown", "csv"):
        out = called("levers", "profit", "--format", form).out
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "<b>" not in called("levers", "profit", "--format", "markdown").out


@pytest.mark.parametrize("name", ["80.txt", "140.txt", "loop.md", "matrix.txt", "ascii.txt"])
def test_what_is_printed(name: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140" if name == "140.txt" else "80")
    maps = ROOT / "maps"
    asked: dict[str, list[str | Path]] = {
        "80.txt": ["-m", maps / "city.yaml"],
        "140.txt": ["-m", maps / "low-cost-airline.yaml", "--all"],
        "loop.md": ["-m", maps / "subscription-loop.yaml", "--format", "markdown"],
        "matrix.txt": ["-m", maps / "subscription-loop.yaml", "--matrix"],
        "ascii.txt": ["-m", maps / "corner-cafe"],
    }
    ran = called("levers", *asked[name], encoding="ascii" if name == "ascii.txt" else "utf-8")
    assert ran.code == 0, ran.err
    golden(f"levers/{name}", ran.out)
