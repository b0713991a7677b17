"""``scorecard simulate --uncertain`` on a map that is small enough to be worked out on paper."""

from __future__ import annotations

import csv
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

import scorecard
from tests.cli.commands import ROOT, called
from tests.cli.test_simulate import STRATEGY

SURE = """\
scenario: As sure as we are
set: {guests: 600}
uncertain:
  guests: 10%
  waiting: 0.5..1.5
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "sure.yaml").write_text(SURE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def distribution(*arguments: str) -> dict[str, Any]:
    ran = called("simulate", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    (found,) = json.loads(ran.out)["scenarios"]
    assert isinstance(found["distribution"], dict)
    return dict(found["distribution"])


def outlook(found: dict[str, Any], item: str) -> dict[str, Any]:
    return next(one for one in found["outlooks"] if one["id"] == item)


def test_the_keys_of_a_distribution() -> None:
    found = distribution("--uncertain", "guests=10%")
    assert set(found) == {
        *("draws", "seed", "error", "asked_correlated", "correlated_changes", "quantiles", "kpis", "certain", "left"),
        "outlooks",
    }
    assert found["quantiles"] == [0.05, 0.25, 0.5, 0.75, 0.95]
    (kpi,) = found["kpis"]
    assert set(kpi) == {
        *("id", "name", "unit", "written", "spread", "middle", "deviation", "low", "high", "changes", "performance"),
    }
    assert (kpi["middle"], kpi["deviation"]) == (200, 20)
    assert set(outlook(found, "loyal")) == {
        *("kind", "id", "name", "law", "outlook", "mean", "deviation", "quantiles", "chances", "shape"),
        "outlook_coverage",
    }
    assert set(outlook(found, "index")["chances"]) == {"on-track", "at-risk", "off-track", "no-data"}


def test_it_is_worked_out_where_nothing_bends() -> None:
    """Guests 200 ± 20 of 1,000 are 20 % ± 2 points of performance."""
    found = distribution("--uncertain", "guests=10%")
    loyal = outlook(found, "loyal")
    share = loyal_share()
    assert (loyal["law"], found["draws"], found["error"]) == ("exact", 0, 0)
    assert loyal["deviation"] == pytest.approx(0.02 * share, abs=1e-12)
    assert loyal["mean"] == pytest.approx(loyal["outlook"])
    assert outlook(found, "alone")["law"] == "certain"
    assert found["left"] == ["pairs", "beside"]  # they follow guests in the map; here they stay


def loyal_share() -> float:
    card = scorecard.score(scorecard.load("strategy.yaml"))
    goal = next(one for one in card.goals if one.id == "loyal")
    return next(row.share for row in goal.contributions.outlook if row.id == "guests" and row.share is not None)


def test_the_values_after_a_scenario_are_uncertain() -> None:
    found = distribution("--scenario", "sure.yaml")
    assert [(kpi["id"], kpi["middle"], kpi["written"]) for kpi in found["kpis"]] == [
        ("guests", 600, "10%"),
        ("waiting", 1, "0.5..1.5"),
    ]


def test_the_same_seed_is_the_same_answer() -> None:
    arguments = ("--uncertain", "waiting=0..4", "--draws", "5000")
    one = distribution(*arguments)
    assert one["draws"] == 5000
    assert distribution(*arguments, "--workers", "3") == one
    assert distribution(*arguments, "--seed", "2")["outlooks"] != one["outlooks"]


def test_the_screen() -> None:
    ran = called("simulate", "--uncertain", "guests=10%", "--uncertain", "waiting=0..4", "--uncertain", "tested=10%")
    assert ran.code == 2
    assert "spreads a KPI that is yes or no" in ran.err
    ran = called("simulate", "--uncertain", "*=10%", "--uncertain", "waiting=0..4")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "Index and perspectives" not in lines  # nothing is changed, so there is no before and after
    assert "Uncertain values" in lines
    assert "  tested (tested) stays as it is: it has no score now." not in lines
    assert any(
        line.startswith("  Rows from draws: 10,000 draws (seed 1), chances are right to ± 1 point") for line in lines
    )
    assert any("The outlook of the index is" in line for line in lines)


@pytest.mark.parametrize("width", ["40", "60", "80", "100", "140"])
@pytest.mark.parametrize("plain", [False, True])
def test_it_fits(width: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ran = called("simulate", "--uncertain", "*=10%", "--set", "guests=+10%", encoding="ascii" if plain else "utf-8")
    assert max(map(len, ran.out.splitlines())) <= int(width)
    assert not plain or ran.out.isascii()


@pytest.mark.parametrize("width", ["80", "140"])
def test_what_it_prints_of_an_example(
    width: str, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.chdir(ROOT)
    airline = (
        "simulate",
        "maps/low-cost-airline.yaml",
        "--uncertain",
        "*=10%",
        "--uncertain",
        "passengers=2400000..2600000",
    )
    golden(f"simulation/uncertain-{width}.txt", called(*airline).out)
    golden("simulation/uncertain.md", called(*airline, "--set", "crew-trained=target", "-f", "markdown").out)


def test_markdown_and_csv() -> None:
    markdown = called("simulate", "--uncertain", "guests=10%", "-f", "markdown").out
    assert "**The outlook of the index is" in markdown
    assert "| Outlook | Now | Mean | 90 of 100 times | On track | At risk | Off track |" in markdown
    rows = list(csv.DictReader(StringIO(called("simulate", "--uncertain", "guests=10%", "-f", "csv").out)))
    (loyal,) = (row for row in rows if row["id"] == "loyal")
    assert loyal["outlook_told_from"] == "exact"
    assert float(loyal["outlook_p05"]) < float(loyal["outlook_mean"]) < float(loyal["outlook_p95"])
    chances = [float(loyal[f"chance_{status}"]) for status in ("on_track", "at_risk", "off_track")]
    assert sum(chances) == pytest.approx(1)
    plain = list(csv.DictReader(StringIO(called("simulate", "--set", "guests=300", "-f", "csv").out)))
    assert {row["outlook_told_from"] for row in plain} == {""}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--uncertain", "guests=much"], "does not say how uncertain it is"),
        (["--uncertain", "guests=300..100"], "has no lower end below its upper one"),
        (["--uncertain", "guests=0%"], "is no share above 0 % and up to 1,000 %"),
        (["--uncertain", "guests=-5%"], "is no share above 0 % and up to 1,000 %"),
        (["--uncertain", "guests=1e9%"], "is no share above 0 % and up to 1,000 %"),
        (["--uncertain", "guests=1..2..3"], "does not say how uncertain it is"),
        (["--uncertain", "guest=5%"], "guests"),
        (["--uncertain", "guests=5%", "--uncertain", "guests=6%"], "twice"),
        (["--uncertain", "guests="], "says no value; write followers=15%"),
        (["--uncertain", "guests=5%", "--draws", "10"], "write a whole number from 100 to 100,000,000"),
        (["--uncertain", "guests=5%", "--seed", "x"], "is no seed"),
        (["--uncertain", "guests=5%", "--workers", "0"], "write a whole number from 1 to 64"),
    ],
)
def test_what_is_wrong_is_said(given: list[str], said: str) -> None:
    ran = called("simulate", *given)
    assert ran.code == 2
    assert said in " ".join(ran.err.split())


def test_mistakes_in_a_file_have_their_place(shop: Path) -> None:
    (shop / "sure.yaml").write_text("scenario: x\nuncertain:\n  guests: 300..100\n", encoding="utf-8")
    ran = called("simulate", "--scenario", "sure.yaml")
    assert ran.code == 2
    assert "sure.yaml:3:11" in ran.err
    assert called("check").code == 0  # it lies beside the map, not in scenarios/


def test_hostile_names_are_only_text(shop: Path) -> None:
    text = STRATEGY.replace("guests: {unit", 'guests: {name: "\\x1b[31m<b>]]> \\u202e|", unit')
    (shop / "strategy.yaml").write_text(text, encoding="utf-8")
    for style in ("table", "markdown", "csv", "json"):
        out = called("simulate", "--uncertain", "*=10%", "-f", style).out
        assert "\x1b" not in out
        assert "\u202e" not in out or style in ("csv", "json")
    assert "<b>" not in called("simulate", "--uncertain", "*=10%", "-f", "markdown").out


def test_a_bar_is_drawn_on_a_terminal_only() -> None:
    words = ["simulate", "--uncertain", "waiting=0..4", "--draws", "400000", "-o", "out.txt"]
    command = [sys.executable, "-m", "scorecard", *words]
    main, other = pty.openpty()
    done = subprocess.run(command, stderr=other, stdout=subprocess.DEVNULL, timeout=60, check=False)
    os.close(other)
    shown = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(main)
    assert done.returncode == 0
    assert b"drawing" in shown
    assert b"100%" in shown
    assert "drawing" not in called(*words).err
