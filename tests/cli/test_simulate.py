"""``scorecard simulate`` on a map that is small enough to be worked out on paper."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import ROOT, called

STRATEGY = """\
name: Chain
as_of: 2026-10-31
currency: EUR
goals:
  profit:
    {perspective: financial, lagging: [margin], driven_by: {loyal: {delay: 1}}, hindered_by: {quick: {delay: 1}}}
  loyal: {perspective: customer, lagging: [guests], leading: [smiles], driven_by: [{quick: {delay: 2}}]}
  quick: {name: Quick service, perspective: internal, lagging: [waiting]}
  alone: {perspective: learning, lagging: [courses, tested]}
kpis:
  margin: {unit: "%", worst: 0%, best: 10%, value: 6%}
  guests: {unit: count, worst: 0, best: 1000, value: 200}
  smiles: {unit: points, worst: 0, best: 10, value: 5}
  waiting: {unit: minutes, worst: 10, best: 0, value: 1}
  courses: {unit: count, worst: 0, best: 4, value: 2}
  tested: {unit: yes-no, target: yes, direction: maximise}
  pairs: {unit: count, formula: guests / 2, worst: 0, best: 1000}
  free: {unit: count, value: 3}
  beside: {unit: count, worst: 0, target: {kpi: guests}, direction: maximise, value: 100}
"""
PUSH = """\
scenario: A push
description: Service gets slower before it gets better
set:
  waiting: {2026-10: 5, 2026-12: 0 minutes}
  guests: "= 300"
expect:
  loyal: {outlook: ">= 50%", outlook_status: at-risk}
  guests: {value: ">= 300"}
  index: {performance: "< 90%"}
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "push.yaml").write_text(PUSH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def simulated(*arguments: str) -> dict[str, Any]:
    ran = called("simulate", *arguments, "--format", "json")
    assert ran.code in (0, 1), ran.err
    (found,) = json.loads(ran.out)["scenarios"]
    assert isinstance(found, dict)
    return found


def goal(found: dict[str, Any], item: str) -> dict[str, Any]:
    return next(one for one in found["goals"] if one["id"] == item)


@pytest.mark.usefixtures("shop")
def test_before_after_and_difference_are_those_on_paper() -> None:
    """outlook(loyal) = 0.5·guests + 0.25·smiles + 0.25·outlook(quick), outlook(profit) = 0.5·margin + 0.5·that."""
    found = simulated("--set", "guests=+50%", "--set", "Waiting=2 minutes")
    assert goal(found, "loyal")["performance"] == {"before": 0.2, "after": 0.3, "change": pytest.approx(0.1)}
    before, after = 0.5 * 0.2 + 0.25 * 0.5 + 0.25 * 0.9, 0.5 * 0.3 + 0.25 * 0.5 + 0.25 * 0.8
    assert goal(found, "loyal")["outlook"]["before"] == pytest.approx(before)
    assert goal(found, "loyal")["outlook"]["after"] == pytest.approx(after)
    assert goal(found, "profit")["outlook"]["after"] == pytest.approx(0.5 * 0.6 + 0.5 * after)
    assert goal(found, "alone")["outlook"]["change"] == 0


@pytest.mark.usefixtures("shop")
def test_what_follows_from_a_figure_moves_with_it() -> None:
    found = simulated("--set", "guests=400")
    kpis = {kpi["id"]: kpi for kpi in found["kpis"]}
    assert {kpi: one["why"] for kpi, one in kpis.items()} == {"guests": "set", "pairs": "computed", "beside": "target"}
    assert kpis["pairs"]["value"] == {"before": 100, "after": 200, "change": 100}
    assert (kpis["beside"]["value"]["after"], kpis["beside"]["performance"]["after"]) == (100, 0.25)
    alone = simulated("--set", "pairs=400", "--set", "guests=400")
    assert next(kpi for kpi in alone["kpis"] if kpi["id"] == "pairs")["value"]["after"] == 400


@pytest.mark.usefixtures("shop")
def test_the_ripple_arrives_when_the_arrows_say_it_does() -> None:
    """quick → loyal takes two periods, loyal → profit one more, the hindrance quick → profit one: it takes d·w/(Σ+Σ),
    that is 0.5/2 of what quick gains."""
    found = simulated("--set", "waiting=3", "--periods", "4")
    paths = {path["id"]: path for path in found["paths"]}
    step = -0.2

    def way(item: str) -> list[float]:
        return [round(value - paths[item]["start"], 12) for value in paths[item]["outlook"]]

    assert way("quick") == [step] * 5
    assert way("loyal") == [0, 0, *[0.25 * step] * 3]
    assert way("profit") == pytest.approx([0, *[-0.25 * step] * 2, *[0.5 * 0.25 * step - 0.25 * step] * 2])
    assert goal(found, "profit")["outlook"]["change"] == pytest.approx(0.5 * 0.25 * step)
    assert goal(found, "profit")["hindered"] == pytest.approx(-0.25 * step)
    assert found["hindrances"] == [
        {"cause": "quick", "effect": "profit", "change": pytest.approx(step), "taken": pytest.approx(0.25 * step)}
    ]


@pytest.mark.usefixtures("shop")
def test_worse_before_better() -> None:
    found = simulated("--scenario", "push.yaml", "--periods", "6")
    paths = {path["id"]: path for path in found["paths"]}
    assert paths["quick"]["outlook"] == [pytest.approx(value) for value in (0.5, 0.5, 1, 1, 1, 1, 1)]
    assert (paths["quick"]["worse_first"], paths["quick"]["lowest"]) == (True, "2026-10")
    assert (paths["quick"]["was_on_track"], paths["quick"]["on_track_from"]) == (True, "2026-12")
    assert not paths["alone"]["worse_first"]
    shown = called("simulate", "--scenario", "push.yaml", "--periods", "6").out
    assert "quick · on track from 2026-12 on · worse before better: 50 % in 2026-10" in shown


@pytest.mark.usefixtures("shop")
def test_expectations_decide_the_exit_code() -> None:
    ran = called("simulate", "--scenario", "push.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert "All 4 expectations are met." in ran.out
    Path("push.yaml").write_text(PUSH.replace("50%", "52.6%"), encoding="utf-8")
    ran = called("simulate", "--scenario", "push.yaml")
    assert (ran.code, ran.err) == (1, "not as expected: push.yaml\n")
    assert "✖ NOT met  Loyal: outlook >= 52.6 %, it is 52 %  push.yaml:7:20" in ran.out
    assert "✔ met      Guests: value >= 300, it is 300  push.yaml:8:19" in ran.out
    assert "3 of 4 expectations are met." in ran.out


@pytest.mark.usefixtures("shop")
def test_a_kpi_without_data_changes_shares_and_says_so() -> None:
    found = simulated("--set", "tested=yes", "--periods", "1")
    assert found["reshared"] == ["tested"]
    assert goal(found, "alone")["outlook"] == {"before": 0.5, "after": 0.75, "change": 0.25}
    path = next(path for path in found["paths"] if path["id"] == "alone")
    assert path["outlook"] == [0.75, 0.75]
    shown = called("simulate", "--set", "tested=yes").out
    assert "Tested (tested) has data in only one of before and after, so the shares" in shown


@pytest.mark.usefixtures("shop")
def test_too_little_known_is_no_status() -> None:
    Path("strategy.yaml").write_text(STRATEGY.replace("value: 200", "").replace("value: 6%", ""), encoding="utf-8")
    ran = called("simulate", "--set", "smiles=6", "--periods", "1").out
    assert "loyal · coverage: outlook 50 %" in ran
    assert "profit · too little is known for a status · coverage 25 %" in ran


@pytest.mark.usefixtures("shop")
def test_arrows_and_weights() -> None:
    found = simulated("--drop-link", "quick:profit", "--drop-link", "loyal:profit", "--weight", "loyal/smiles=3")
    assert goal(found, "profit")["outlook"]["after"] == pytest.approx(0.6)
    assert goal(found, "loyal")["outlook"]["after"] == pytest.approx(0.1 + 0.5 * (0.75 * 0.5 + 0.25 * 0.9))
    assert found["hindrances"] == []
    assert found["kpis"] == []
    shown = called("simulate", "--drop-link", "quick:profit", "--weight", "quick:loyal=2").out
    assert "arrow dropped: Quick service → Profit (quick:profit)" in shown
    assert "weight 2: Quick service → Loyal (quick:loyal)" in shown


@pytest.mark.usefixtures("shop")
def test_without_a_change_it_is_the_status() -> None:
    Path("same.yaml").write_text("scenario: As it is\n", encoding="utf-8")
    found = simulated("--scenario", "same.yaml")
    status = json.loads(called("status", "--format", "json").out)
    assert {one["id"]: one["outlook"]["after"] for one in found["goals"]} == {
        one["id"]: one["outlook"] for one in status["goals"]
    }
    assert found["index"]["performance"]["after"] == status["index"]["performance"]
    assert "Nothing is changed" in called("simulate", "--scenario", "same.yaml").out


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say what would be otherwise: --set"),
        (["--set", "guests"], "--set 'guests' says no value; write followers=+10%"),
        (["--set", "gests=4"], "the map has no KPI 'gests'; did you mean `guests`?"),
        (["--set", "guests=1e999"], "`1e999` is too large for a figure"),
        (["--set", "guests=+1e999%"], "`+1e999%` is not a change"),
        (["--set", "guests=-99999999999999999999"], "too large for a figure"),
        (["--set", "guests=+999999999999999%"], "takes KPI 'guests' beyond all figures"),
        (["--set", "guests=nan"], "`nan` is not a number here"),
        (["--set", "guests=4%"], "is a percentage, but the unit of the KPI is `count`"),
        (["--set", "margin=4"], "has no % sign"),
        (["--set", "margin=+4"], "has neither % nor pp"),
        (["--set", "guests=+4pp"], "is in percentage points"),
        (["--set", "tested=+1"], "yes"),
        (["--set", "tested=maybe"], "yes"),
        (["--set", "free=target"], "KPI 'free' has no target"),
        (["--set", "guests=1", "--set", "guests=2"], "guests is changed twice"),
        (["--drop-link", "loyal"], "`loyal` is no arrow"),
        (["--drop-link", "profit:loyal"], "it leads the other way: write `loyal:profit`"),
        (["--drop-link", "loyal:profit", "--weight", "loyal:profit=2"], "has another weight and is dropped, too"),
        (["--weight", "loyal=0"], "`weight` is 0"),
        (["--weight", "loyal/margin=2"], "goal 'loyal' has no KPI 'margin'"),
        (["--set", "guests=1", "--periods", "-1"], "is no number of periods"),
        (["--set", "guests=1", "--periods", "9999"], "is no number of periods"),
        (["--scenario", "nowhere.yaml"], "nowhere.yaml: No such file"),
        (["--scenario", "strategy.yaml"], "this is a strategy map, not a scenario"),
    ],
)
def test_slips_are_said_in_a_sentence(arguments: list[str], said: str) -> None:
    ran = called("simulate", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.usefixtures("shop")
def test_several_scenarios_stand_side_by_side() -> None:
    ran = called("simulate", "--scenario", "push.yaml", "--set", "guests=target", "--set", "margin==-1%")
    assert ran.out.startswith("What if: 2 scenarios side by side\n")
    assert "A  A push" in ran.out
    assert "B  command line" in ran.out
    document = json.loads(called("simulate", "--scenario", "push.yaml", "--set", "guests=1", "-f", "json").out)
    assert [one["name"] for one in document["scenarios"]] == ["A push", "command line"]


@pytest.mark.usefixtures("shop")
def test_csv_has_the_numbers_and_with_periods_the_way() -> None:
    rows = list(csv.DictReader(StringIO(called("simulate", "--set", "guests=300", "-f", "csv").out)))
    assert [row["id"] for row in rows[:3]] == ["guests", "pairs", "beside"]
    assert next(row for row in rows if row["id"] == "loyal")["performance_after"] == "0.3"
    rows = list(csv.DictReader(StringIO(called("simulate", "--set", "guests=300", "-f", "csv", "--periods", "2").out)))
    assert [row["period"] for row in rows if row["id"] == "loyal"] == ["2026-10", "2026-11", "2026-12"]


@pytest.mark.usefixtures("shop")
def test_names_from_strangers_are_only_text() -> None:
    hostile = "scenario: \"\\e[31m=cmd|'/C calc' <b>x</b> | y\\u202e\"\nset: {guests: 300}\n"
    Path("hostile.yaml").write_text(hostile, encoding="utf-8")
    for style in ("table", "csv", "markdown"):
        ran = called("simulate", "--scenario", "hostile.yaml", "--format", style)
        assert ran.code == 0
        assert "\x1b" not in ran.out
        assert "\u202e" not in ran.out
    assert "<b>" not in called("simulate", "--scenario", "hostile.yaml", "-f", "markdown").out


@pytest.mark.usefixtures("shop")
def test_check_finds_what_is_wrong_with_scenarios_beside_the_map() -> None:
    Path("scenarios").mkdir()
    Path("scenarios/good.yaml").write_text(PUSH, encoding="utf-8")
    assert called("check").code == 0
    Path("scenarios/bad.yaml").write_text("scenario: X\nset: {gests: 4}\n", encoding="utf-8")
    ran = called("check", "--format", "concise")
    assert ran.code == 1
    assert ran.out.endswith("\nscenarios/bad.yaml:2:7: error[unknown-kpi] the map has no KPI 'gests'\n")


def test_a_scenario_outside_of_the_folder_is_not_read(shop: Path) -> None:
    (shop / "inside/scenarios").mkdir(parents=True)
    (shop / "inside/strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (shop / "secret.yaml").write_text("password: hunter2\n", encoding="utf-8")
    (shop / "inside/scenarios/a.yaml").symlink_to(shop / "secret.yaml")
    ran = called("check", shop / "inside")
    assert ran.code == 1
    assert "leads out of the folder of the map" in ran.out
    assert "hunter2" not in ran.out


KEYS = {"id", "name", "performance", "performance_coverage", "lagging", "leading", "outlook", "outlook_coverage"}
KEYS |= {"status_before", "status_after"}


@pytest.mark.usefixtures("shop")
def test_the_keys_of_the_document() -> None:
    document = json.loads(called("simulate", "--scenario", "push.yaml", "--periods", "1", "-f", "json").out)
    assert set(document) == {
        *("schema_version", "tool_version", "as_of", "period", "closed", "map", "currency", "periods", "scenarios")
    }
    (found,) = document["scenarios"]
    assert set(found) == {
        *(
            "name",
            "description",
            "path",
            "set",
            "drop_links",
            "weights",
            "uncertain",
            "as_expected",
            "expectations",
            "kpis",
        ),
        *("goals", "perspectives", "index", "reshared", "unmoved", "hindrances", "paths", "distribution"),
    }
    assert set(found["goals"][0]) == KEYS | {"outlook_status_before", "outlook_status_after", "hindered"}
    assert set(found["perspectives"][0]) == set(found["index"]) == KEYS
    assert set(found["kpis"][0]) == {
        *("id", "name", "unit", "why", "written", "value", "performance", "status_before", "status_after")
    }
    assert set(found["paths"][0]) == {
        *("kind", "id", "name", "start", "outlook", "outlook_status", "outlook_coverage"),
        *("was_on_track", "on_track_from", "worse_first", "lowest"),
    }
    assert set(found["expectations"][0]) == {
        *("kind", "id", "number", "sign", "limit", "written", "line", "column", "actual", "met")
    }


@pytest.mark.parametrize("width", ["80", "140"])
def test_what_it_prints_of_the_examples(
    width: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.chdir(ROOT)
    airline = ("simulate", "maps/low-cost-airline.yaml", "--set", "crew-trained=target", "--set", "passengers=-10%")
    pages = [
        called(*airline, "--drop-link", "fast-ground-turnaround:fewer-planes", "--periods", "3").out,
        called("simulate", "maps/subscription-loop.yaml", *_LOOP, "--periods", "12").out,
    ]
    golden(f"simulation/{width}.txt", "\n".join(pages))
    golden("simulation/airline.md", called(*airline, "--periods", "3", "-f", "markdown").out)
    golden("simulation/airline.json", called(*airline, "--periods", "3", "-f", "json").out)


_LOOP = ("--set", "new-customers=90", "--set", "trials-started=750", "--set", "guided-setups=target")
