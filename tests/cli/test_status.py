"""The choices of `status`: filters in any spelling, `--fail-on`, formats."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.commands import ROOT, TEMPLATE, called


def goals(*arguments: str) -> list[str]:
    ran = called("status", TEMPLATE, "--format", "csv", *arguments)
    assert ran.code == 0, ran.err
    return [row["goal"] for row in csv.DictReader(StringIO(ran.out))]


@pytest.mark.parametrize("spelling", ["on-track", "on_track", "on track", "On Track", "ON_TRACK", " on  track "])
def test_a_status_is_read_in_any_spelling(spelling: str) -> None:
    on_track = ["personal-brand-interaction", "post-engaging-content", "paid-ads-audience", "train-team"]
    assert goals("--status", spelling) == on_track


@pytest.mark.parametrize(
    ("option", "spellings", "found"),
    [
        ("--perspective", ["internal", "Internal", "Internal processes", "internal_processes"], 3),
        ("--perspective", ["learning-growth", "learning_growth", "Learning and growth"], 3),
        ("--goal", ["train-team", "train_team", "Train the team to interact on social media"], 1),
        ("--owner", ["Content editor", "content editor", "content-editor"], None),
    ],
)
def test_ids_and_names_are_read_in_any_spelling(option: str, spellings: list[str], found: int | None) -> None:
    results = [goals(option, spelling) for spelling in spellings]
    assert all(result == results[0] for result in results)
    assert len(results[0]) == (found or len(results[0])) > 0


def test_filters_add_up_within_a_kind_and_narrow_across_kinds() -> None:
    assert goals("--status", "off track", "--status", "at_risk") == [
        "valuable-business-results",
        "engaging-content",
        "learn-tactics",
    ]
    assert goals("--status", "off-track", "--perspective", "customer") == []


def test_perspectives_and_index_stay_those_of_the_whole_map() -> None:
    whole, part = (
        json.loads(called("status", TEMPLATE, "-f", "json", *filters).out) for filters in ([], ["--goal", "train-team"])
    )
    assert [goal["id"] for goal in part["goals"]] == ["train-team"]
    assert part["index"] == whole["index"]
    assert part["perspectives"] == whole["perspectives"]
    first = called("status", TEMPLATE).out.splitlines()[0]
    assert called("status", TEMPLATE, "--goal", "train-team").out.splitlines()[0] == first


def test_a_selection_without_trouble_does_not_speak_for_the_map() -> None:
    shown = called("status", TEMPLATE, "--goal", "train-team").out
    assert "no goal shown is at risk or off track" in shown


@pytest.mark.parametrize("spelling", ["urgency", "URGENCY", "Urgency"])
def test_goals_by_urgency(spelling: str) -> None:
    shown = called("status", TEMPLATE, "--sort", spelling).out
    customer = shown[shown.index("\nCustomer") : shown.index("\nInternal")]
    assert customer.index("engaging-content") < customer.index("personal-brand-interaction")
    in_order = called("status", TEMPLATE, "--sort", "map").out
    assert in_order.index("personal-brand-interaction") < in_order.index("engaging-content")


AT_RISK, OFF_TRACK, NO_DATA, ON_TRACK = "engaging-content", "learn-tactics", "understand-customer", "train-team"


@pytest.mark.parametrize(
    ("goal", "asked", "code"),
    [
        (OFF_TRACK, "off-track", 1),
        (OFF_TRACK, "at-risk", 1),  # at risk or worse: a gate must not open when a goal falls further
        (OFF_TRACK, "no-data", 0),
        (AT_RISK, "off-track", 0),
        (AT_RISK, "at-risk", 1),
        (AT_RISK, "At Risk", 1),
        (AT_RISK, "at_risk", 1),
        (AT_RISK, "no-data", 0),
        (NO_DATA, "off-track", 0),
        (NO_DATA, "at-risk", 0),
        (NO_DATA, "no-data", 1),
        (ON_TRACK, "at-risk", 0),
        (ON_TRACK, "no data", 0),
    ],
)
def test_fail_on_looks_at_the_goals_shown(goal: str, asked: str, code: int) -> None:
    ran = called("status", TEMPLATE, "--goal", goal, "--fail-on", asked)
    assert ran.code == code
    assert goal in ran.out
    assert (f"is met by: {goal}\n" in ran.err) == bool(code)


def test_fail_on_may_be_repeated_and_keeps_the_document() -> None:
    plain = called("status", TEMPLATE, "-f", "json")
    ran = called("status", TEMPLATE, "-f", "json", "--fail-on", "no-data", "--fail-on", "off_track")
    assert ran.code == 1
    assert ran.out == plain.out
    assert ran.err == (
        "--fail-on no-data, off-track is met by: communicate-with-users, learn-tactics, understand-customer\n"
    )


@pytest.mark.parametrize(
    ("style", "switches", "silent"),
    [
        ("csv", ["--initiatives"], False),
        ("csv", ["--kpis"], True),
        ("markdown", ["--full"], False),
        ("markdown", ["--kpis", "--initiatives", "--sort", "urgency"], True),
        ("json", ["--full", "--kpis", "--initiatives"], True),
    ],
)
def test_a_switch_that_changes_nothing_is_said(style: str, switches: list[str], silent: bool) -> None:
    ran = called("status", TEMPLATE, "-f", style, *switches)
    assert ran.code == 0
    assert ran.err == ("" if silent else f"note: {switches[0]} changes nothing in {style}\n")
    if style != "json":
        changed = ran.out != called("status", TEMPLATE, "-f", style).out
        assert changed == silent


@pytest.mark.parametrize("command", ["status", "check", "show", "render"])
def test_every_command_that_reads_a_map_takes_the_day(command: str, tmp_path: Path) -> None:
    more = {"show": ["impressions", "-m", str(TEMPLATE)], "render": [str(TEMPLATE), "-o", str(tmp_path / "x.dot")]}
    ran = called(command, *more.get(command, [str(TEMPLATE)]), "--as-of", "2026-07-01")
    assert ran.code == 0
    if command == "status":
        assert "2026-06 · as of 1 July 2026" in ran.out
    if command == "show":
        assert "50 % of the time is over" in ran.out
    if command == "render":
        assert "as of 2026-07-01" in ran.err


def test_the_day_is_that_of_the_command_then_of_the_map_then_today(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("as_of: 2026-03-05\ngoals:\n  growth: {perspective: financial}\n")
    assert "as of 5 March 2026" in called("status", path).out
    assert "as of 30 September 2026" in called("status", path, "--as-of", "2026-Q3").out
    path.write_text("goals:\n  growth: {perspective: financial}\n")
    assert json.loads(called("status", path, "-f", "json").out)["as_of"] >= "2026"


def _refused(constant: str) -> float:
    raise AssertionError(f"{constant} is no JSON")


@pytest.mark.parametrize("path", [TEMPLATE, *sorted((ROOT / "maps").glob("*.yaml"))], ids=lambda path: path.parent.name)
def test_every_number_of_every_map_is_a_fraction_or_null(path: Path) -> None:
    document = json.loads(called("status", path, "-f", "json").out, parse_constant=_refused)
    for group in ("perspectives", "goals", "kpis"):
        assert document[group]
        for item in document[group]:
            for name in ("performance", "lagging", "leading", "outlook"):
                number = item.get(name)
                assert number is None or (isinstance(number, float) and 0 <= number <= 1)
            assert item["performance"] is not None or item["reason"] in REASONS
            assert item["status"] in ("on-track", "at-risk", "off-track", "no-data")


REASONS = {
    *("missing", "stale", "partial", "small-sample"),
    "no-value",
    "no-target",
    "no-baseline",
    "not-due",
    "not-scored",
    "no-kpis",
    "no-data",
    "low-coverage",
}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("engaging-content", "goal"),
        ("goal:engaging-content", "goal"),
        ("impressions", "kpi"),
        ("kpi:impressions", "kpi"),
        ("customer", "perspective"),
        ("perspective:customer", "perspective"),
        ("test-content-formats", "initiative"),
        ("initiative:test-content-formats", "initiative"),
    ],
)
def test_show_takes_every_kind_of_id(item: str, kind: str) -> None:
    item_id = item.rpartition(":")[2]
    assert f"{kind} {item_id}" in called("show", item, "-m", TEMPLATE).out.splitlines()
    document = json.loads(called("show", item, "--map", TEMPLATE, "-f", "JSON").out, parse_constant=_refused)
    assert (document["schema_version"], document["kind"], document["item"]["id"]) == (1, kind, item_id)


def test_an_id_of_several_things_asks_which(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text(
        "goals:\n  profit: {perspective: financial, lagging: [profit]}\n"
        "kpis:\n  profit: {baseline: 0, target: 10, value: 5}\n"
    )
    ran = called("show", "profit", "-m", path)
    assert (ran.code, ran.err) == (2, "error: 'profit' is the id of several things; say goal:profit or kpi:profit\n")
    assert "kpi profit" in called("show", "kpi:profit", "-m", path).out


DATED = """
name: Coffee
currency: EUR
as_of: 2026-10-31
goals:
  loyal: {perspective: customer, lagging: [followers], guardrails: [unfollow]}
kpis:
  followers: {kind: stock, baseline: 8000, target: 12000}
  unfollow: {unit: "%", direction: none, warning: {above: 2%}}
measures:
  lost: {formula: followers * unfollow}
"""


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A map with recorded figures of two months."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actuals.csv").write_text(
        "date,kpi,value\n2026-09,followers,10000\n2026-10,followers,10400\n2026-10,unfollow,3%\n"
    )
    path = tmp_path / "strategy.yaml"
    path.write_text(DATED)
    return path


def test_dated_figures_show_their_trend_and_alarms(dated: Path) -> None:
    shown = called("status", dated, "--kpis").out
    rows = [" ".join(line.split()) for line in shown.splitlines()]
    assert "▲ warning: Unfollow is above 2 %" in rows
    assert any("10,400 / 12,000 87 % of target 60 % of the way ↑ better 60 % at risk" in row for row in rows)
    assert any(row.endswith("none 60 % +10") for row in rows)
    found = json.loads(called("status", dated, "-f", "json").out)
    assert (found["closed"], found["kpis"][0]["trend"]) == (True, 0.1)
    assert found["goals"][0]["trend"] == pytest.approx(0.1)
    assert found["kpis"][1]["alarm"] == [{"kind": "warning", "text": "above 2 %"}]


def test_a_selected_goal_keeps_its_guardrails(dated: Path) -> None:
    found = json.loads(called("status", dated, "-f", "json", "--goal", "loyal").out)
    assert [kpi["id"] for kpi in found["kpis"]] == ["followers", "unfollow"]
    assert "guardrail" in called("status", dated, "--kpis", "--goal", "loyal").out


def test_an_open_period_is_marked_so_far(dated: Path) -> None:
    ran = called("status", dated, "--as-of", "2026-10-20", "--period", "2026-10")
    assert "2026-10 so far" in ran.out
    ran = called("status", dated, "--as-of", "2026-10-20", "--period", "2026-10", "-f", "json")
    assert json.loads(ran.out)["closed"] is False


@pytest.mark.parametrize("item", ["lost", "measure:lost"])
def test_a_measure_is_shown_by_its_id(dated: Path, item: str) -> None:
    shown = called("show", item, "-m", dated).out
    assert "measure lost" in shown.splitlines()
    assert "followers * unfollow" in shown
    found = json.loads(called("show", item, "-m", dated, "-f", "json").out)
    assert (found["kind"], found["item"]["value"]) == ("measure", 312.0)


def test_an_unknown_item_names_every_kind(dated: Path) -> None:
    ran = called("show", "lots", "-m", dated)
    assert ran.code == 2
    assert "no goal, KPI, perspective, initiative or measure 'lots'; did you mean lost?" in ran.err
