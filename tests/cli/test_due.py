"""``scorecard due``: who owes which figure, and the form that comes back by ``record --from``."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.coffee import ACTUALS, coffee
from tests.cli.commands import called


def form(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_those_without_a_figure_by_owner_with_the_last_value_beside(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-08,followers,11960\n2026-10,spend,7\n2026-Q2,rate,12%\n")
    rows = form(called("due", path, "--format", "csv").out)
    assert [(row["kpi"], row["owner"], row["period"], row["last value"]) for row in rows] == [
        ("followers", "Ann", "2026-10", "11960"),
        ("rate", "Bob", "2026-Q3", "12%"),
        ("agreed", "", "2026-10", ""),
    ]
    assert {row["value"] + row["n"] + row["note"] for row in rows} == {""}


def test_as_a_table_for_people(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-08,followers,11960\n")
    ran = called("due", path)
    assert ran.code == 0
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert any(line.startswith("Followers") and line.endswith("11,960 in 2026-08") for line in lines)
    ann, bob = lines.index("Ann"), lines.index("Bob")
    assert ann < next(place for place, line in enumerate(lines) if line.startswith("Spend")) < bob


def test_as_markdown(tmp_path: Path) -> None:
    text = called("due", coffee(tmp_path), "--format", "markdown").out
    assert "### Ann" in text
    assert "| KPI" in text


def test_of_one_owner(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    rows = form(called("due", path, "--owner", "Bob", "--format", "csv").out)
    assert [row["kpi"] for row in rows] == ["rate"]
    ran = called("due", path, "--owner", "Nobody")
    assert (ran.code, ran.out) == (2, "")
    assert "no KPI has the owner 'Nobody'; there are: Ann, Bob" in ran.err


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2026-10", [("rate", "2026-Q3"), ("spend", "2026-10"), ("agreed", "2026-10")]),
        ("2026-08", [("followers", "2026-08"), ("spend", "2026-08"), ("agreed", "2026-08")]),
    ],
)
def test_of_another_period(period: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-10,followers,11960\n2026-Q2,rate,10%\n")
    rows = form(called("due", path, "--period", period, "--format", "csv").out)
    assert [(row["kpi"], row["period"]) for row in rows] == expected


def test_nothing_is_due(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-10,followers,1\n2026-10,spend,1\n2026-10,agreed,no\n2026-Q3,rate,1%\n")
    ran = called("due", path)
    assert (ran.code, ran.out) == (0, "Nothing is due for 2026-10.\n")


def test_the_form_that_is_filled_in_comes_back(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,11960\n")
    filled = tmp_path / "form.csv"
    assert called("due", path, "--format", "csv", "--output", filled).code == 0
    rows = form(filled.read_text(encoding="utf-8"))
    answers = {"followers": "12280", "rate": "12.5%", "spend": "80.5", "agreed": "yes"}
    with filled.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        for row in rows:
            writer.writerow({**row, "value": answers[row["kpi"]], "note": "by hand"})
    ran = called("record", "--from", filled, "--map", path)
    assert ran.code == 0, ran.err
    assert "followers 2026-10: 12,280 (was 11,960 in 2026-09)" in ran.out
    assert "rate 2026-Q3: 12.5 %" in ran.out
    assert "wrote 4 figures" in ran.out
    assert called("due", path).out == "Nothing is due for 2026-10.\n"
    assert "2026-10,agreed,yes,by hand" in (tmp_path / ACTUALS).read_text(encoding="utf-8")


BY_NETWORK = "date,kpi,value,network"
SEPTEMBER = "2026-09,followers,100,facebook\n2026-09,followers,200,instagram\n2026-09,followers,300,tiktok\n"


def parts(text: str) -> list[tuple[str, str | None, str]]:
    return [(row["kpi"], row.get("network"), row["last value"]) for row in form(text) if row["kpi"] == "followers"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            f"{SEPTEMBER}2026-10,followers,210,instagram\n",
            [("followers", "facebook", "100"), ("followers", "tiktok", "300")],
        ),
        (
            SEPTEMBER,
            [("followers", "facebook", "100"), ("followers", "instagram", "200"), ("followers", "tiktok", "300")],
        ),
        (
            "2026-07,followers,90,facebook\n2026-08,followers,95,facebook\n",  # the last that is known
            [("followers", "facebook", "95")],
        ),
        ("2026-09,followers,600,\n2026-09,followers,1,tiktok\n", [("followers", "", "600")]),
        (f"{SEPTEMBER}2026-10,followers,610,\n", []),
        ("2026-08,followers,90,facebook\n2026-10,followers,1,tiktok\n", []),  # nothing just before to miss
        ("2026-09,followers,90,facebook\n2026-10,followers,1,facebook\n2026-10,followers,2,tiktok\n", []),
    ],
)
def test_of_a_kpi_recorded_by_parts_those_that_are_missing(
    rows: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    """The other row makes that there is a column for the network in every form."""
    path = coffee(tmp_path, f"{rows}2026-09,spend,5,facebook\n", BY_NETWORK)
    assert parts(called("due", path, "--format", "csv").out) == expected


def test_the_part_is_said_to_people(tmp_path: Path) -> None:
    path = coffee(tmp_path, SEPTEMBER, BY_NETWORK)
    lines = [" ".join(line.split()) for line in called("due", path).out.splitlines()]
    assert lines[0] == "4 KPIs without a figure for 2026-10"
    assert "Followers followers network=facebook 100 in 2026-09" in lines
    markdown = called("due", path, "--format", "markdown").out
    assert "| Followers<br>`followers` network=tiktok | count | 2026-10 | 300 in 2026-09 |" in markdown


def test_a_form_with_parts_comes_back(tmp_path: Path) -> None:
    path = coffee(tmp_path, SEPTEMBER, BY_NETWORK)
    filled = tmp_path / "form.csv"
    called("due", path, "--format", "csv", "--output", filled)
    rows = form(filled.read_text(encoding="utf-8"))
    with filled.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "value": row["last value"]} for row in rows)
    ran = called("record", "--from", filled, "--map", path)
    assert (ran.code, ran.err) == (0, "note: 3 rows without a value left out\n")
    assert "followers network=facebook 2026-10: 100 (was 100 in 2026-09)\n" in ran.out
    assert "wrote 3 figures" in ran.out
    assert "followers" not in called("due", path).out


def test_an_empty_form_changes_nothing(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    filled = tmp_path / "form.csv"
    called("due", path, "--format", "csv", "--output", filled)
    assert called("record", "--from", filled, "--map", path).out == "no figure is filled in; nothing was written\n"


def test_a_file_with_errors_ends_with_all_of_them(tmp_path: Path) -> None:
    ran = called("due", coffee(tmp_path, "2026-09,followers,many\n"))
    assert (ran.code, ran.out) == (2, "")
    assert "actuals.csv:2:19" in ran.err
