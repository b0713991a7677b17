"""``scorecard history`` from a folder with recorded figures."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.commands import called

STRATEGY = """\
name: Coffee
as_of: 2026-06-30
events: {2026-05-01: The shop reopens}
goals:
  loyal: {name: Loyal guests, perspective: customer, lagging: [followers], leading: [{answered: {delay: 1}}]}
kpis:
  followers: {kind: stock, baseline: 0, target: 200, breaks: {2026-04: counted anew}}
  answered: {unit: "%", kind: rate, baseline: 0, target: 100%}
"""
FIGURES = "date,kpi,value\n" + "".join(
    f"2026-{month:02},followers,{month * 20}\n2026-{month:02},answered,{month * 10}%\n" for month in range(1, 7)
)


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "strategy.yaml").write_text(STRATEGY, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/actuals.csv").write_text(FIGURES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("shop")
def test_the_table_of_what_is_asked_for() -> None:
    ran = called("history", "Loyal guests", "followers", "--last", "4")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Coffee · 2026-03 to 2026-06 · as of 30 June 2026\n"
        "\n"
        "                                     first  last  change\n"
        "Goals\n"
        "  ▲  Loyal guests  loyal      ▃ ▃▄▅   30 %  60 %  +30 points\n"
        "\n"
        "KPIs\n"
        "  ▲  Followers     followers  ▁│▃▅█     60   120  not comparable\n"
        "\n"
        "           loyal  followers\n"
        "  2026-03   30 %         60\n"
        "  2026-04   40 %       │ 80\n"
        "  2026-05   50 %        100  event\n"
        "  2026-06   60 %        120\n"
        "\n"
        "break 2026-04 of followers: counted anew\n"
        "event 2026-05-01: The shop reopens\n"
        "\n"
        "Sparklines: values of KPIs and measures between their lowest and their highest, everything else from 0 to "
        "100 %.\n"
    )


@pytest.mark.usefixtures("shop")
def test_a_delayed_driver_is_taken_from_before_the_shown_time() -> None:
    found = json.loads(called("history", "loyal", "--number", "leading", "--last", "1", "--format", "json").out)
    assert found["series"][0]["values"] == [0.5]


@pytest.mark.usefixtures("shop")
def test_documents_hold_everything_when_nothing_is_asked_for() -> None:
    found = json.loads(called("history", "--format", "json").out)
    assert [item["period"] for item in found["periods"]] == [f"2026-0{month}" for month in range(1, 7)]
    assert len(found["series"]) == 4 * (1 + 4 + 1) + 2 * 2
    rows = list(csv.DictReader(StringIO(called("history", "--format", "csv").out)))
    assert len(rows) == len(found["series"]) * 6
    narrowed = list(csv.DictReader(StringIO(called("history", "followers", "--last", "2", "--format", "csv").out)))
    assert [(row["period"], row["number"], row["value"]) for row in narrowed] == [
        ("2026-05", "value", "100.0"),
        ("2026-06", "value", "120.0"),
    ]


@pytest.mark.usefixtures("shop")
def test_kpis_are_added() -> None:
    assert "answered" not in called("history").out
    assert "answered" in called("history", "--kpis").out
    assert "answered" in called("history", "loyal", "--kpis", "--format", "markdown").out


@pytest.mark.usefixtures("shop")
def test_as_of_cuts_and_an_open_period_is_so_far() -> None:
    shown = called("history", "followers", "--as-of", "2026-05-20").out
    assert "Coffee · 2026-01 to 2026-05 so far · as of 20 May 2026" in shown
    assert "2026-05        100  so far, event" in shown


def test_a_closed_period_is_read_from_its_file(shop: Path) -> None:
    assert called("close", "2026-05").code == 0
    path = shop / "data/actuals.csv"
    path.write_text(FIGURES.replace("2026-05,followers,100", "2026-05,followers,190"), encoding="utf-8")
    shown = called("history", "loyal", "followers", "--last", "2").out
    assert "2026-05   50 %        100  closed, event" in shown
    assert "restated 2026-05 of followers: 100 when it was closed, 190 today" in shown
    found = json.loads(called("history", "loyal", "--number", "leading", "--last", "2", "--format", "json").out)
    assert [item["reported"] for item in found["periods"]] == [True, False]
    assert found["restated"] == [{"period": "2026-05", "kpi": "followers", "closed": 100, "now": 190}]


def test_a_broken_closed_file_is_named(shop: Path) -> None:
    (shop / "closed").mkdir()
    (shop / "closed/2026-05.json").write_text("{", encoding="utf-8")
    ran = called("history")
    assert ran.code == 2
    assert "closed/2026-05.json is no closed period" in ran.err


def test_errors_in_the_data_are_shown(shop: Path) -> None:
    with (shop / "data/actuals.csv").open("a", encoding="utf-8") as file:
        file.write("2026-06,followers,many\n")
    ran = called("history")
    assert (ran.code, ran.out) == (2, "")
    assert "data/actuals.csv:14:" in ran.err


@pytest.mark.usefixtures("shop")
def test_to_a_file_and_in_ascii() -> None:
    assert called("history", "--output", "history.md", "--format", "markdown").out == ""
    assert "Loyal guests<br>`loyal`" in Path("history.md").read_text(encoding="utf-8")
    shown = called("history", "loyal", "followers", encoding="ascii").out
    assert "?" not in shown
    assert "  _,- -~=  " in shown
    assert "  _,-|=+#  " in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--last", "0"], "'0' is no number of periods; write one from 1 to 1000"),
        (["--last", "1001"], "'1001' is no number of periods; write one from 1 to 1000"),
        (["--last", "ten"], "'ten' is no number of periods; write one from 1 to 1000"),
        (["--number", "mean"], "'mean' is not known; there are: performance, lagging, leading, outlook, value"),
        (["loyall"], "the map has no goal, KPI, perspective or measure 'loyall'; did you mean loyal?"),
    ],
)
@pytest.mark.usefixtures("shop")
def test_wrong_use_is_answered_in_a_sentence(arguments: list[str], said: str) -> None:
    ran = called("history", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_map_without_dates_shows_today(tmp_path: Path) -> None:
    path = tmp_path / "strategy.yaml"
    path.write_text(
        "as_of: 2026-06-30\ngoals: {g: {perspective: customer, lagging: [k]}}\n"
        "kpis: {k: {value: 5, target: 10, direction: maximise}}\n",
        encoding="utf-8",
    )
    ran = called("history", "g", "--map", path)
    assert ran.code == 0
    assert "2026-06  50 %" in ran.out
