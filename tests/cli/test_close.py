"""``scorecard close``: what it says, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.coffee import ACTUALS, coffee
from tests.cli.commands import called

ROWS = "2026-08,followers,4000\n2026-09,followers,5000\n2026-10,followers,6000\n"
CHANGED = ROWS.replace("5000", "9000")


def test_it_says_what_was_closed_and_where(tmp_path: Path) -> None:
    ran = called("close", "2026-09", "--map", coffee(tmp_path, ROWS))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "2026-09 is closed: index 25 % off track"
    assert ran.out.splitlines()[-1] == "wrote closed/2026-09.json"


def test_it_is_the_whole_document_of_status(tmp_path: Path) -> None:
    path = coffee(tmp_path, ROWS)
    called("close", "2026-09", "--map", path)
    status = json.loads(called("status", path, "--period", "2026-09", "--format", "json").out)
    assert json.loads((tmp_path / "closed/2026-09.json").read_text(encoding="utf-8"))["status"] == status


def test_twice_is_refused_and_a_reason_opens_it(tmp_path: Path) -> None:
    path = coffee(tmp_path, ROWS)
    called("close", "2026-09", "--map", path)
    twice = called("close", "2026-09", "--map", path)
    assert (twice.code, twice.out) == (2, "")
    assert "2026-09 is closed already" in twice.err
    without = called("close", "2026-09", "--map", path, "--reopen")
    assert (without.code, without.out) == (2, "")
    assert "--because" in without.err
    again = called("close", "2026-09", "--map", path, "--reopen", "--because", "the shop was late")
    assert again.code == 0
    assert again.out.startswith("2026-09 is closed again: ")


def test_the_past_stays(tmp_path: Path) -> None:
    path = coffee(tmp_path, ROWS)
    called("close", "2026-09", "--map", path)
    before = json.loads(called("show", "followers", "--map", path, "--format", "json").out)
    (tmp_path / ACTUALS).write_text("date,kpi,value\n" + CHANGED, encoding="utf-8")
    after = json.loads(called("show", "followers", "--map", path, "--format", "json").out)
    assert json.dumps(before) == json.dumps(after)
    assert '"trend": 0.05' in json.dumps(after)
    told = json.loads(called("history", "followers", "--map", path, "--format", "json").out)
    assert 5000 in json.loads(json.dumps(told["series"][0]["values"]))
    assert 9000 not in told["series"][0]["values"]
    shown = called("status", path).out
    assert "9,000" in shown
    assert "5,000" in shown
    document = json.loads(called("status", path, "--format", "json").out)
    assert document["restated"] == [
        {"period": "2026-09", "kpi": "followers", "closed": 5000.0, "now": 9000.0},
        {"period": "2026-09", "kpi": "worked", "closed": 10000.0, "now": 18000.0},
    ]


def test_a_damaged_file_gives_a_sentence(tmp_path: Path) -> None:
    path = coffee(tmp_path, ROWS)
    called("close", "2026-09", "--map", path)
    closed = tmp_path / "closed/2026-09.json"
    closed.write_bytes(closed.read_bytes()[:200])
    commands: list[list[str | Path]] = [
        ["status", path],
        ["history", "--map", path],
        ["close", "2026-10", "--map", path],
    ]
    for command in commands:
        ran = called(*command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("error: closed/2026-09.json is no closed period; put it back as it was")
    assert not (tmp_path / "closed/2026-10.json").exists()


def test_data_with_errors_close_nothing(tmp_path: Path) -> None:
    ran = called("close", "2026-09", "--map", coffee(tmp_path, "2026-09,followers,many\n"))
    assert (ran.code, ran.out) == (2, "")
    assert "actuals.csv:2:19" in ran.err
    assert not (tmp_path / "closed").exists()
