"""``scorecard record``: a figure is written down, and the echo says which one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.measuring.recorded import read_recorded
from tests.cli.coffee import ACTUALS, coffee
from tests.cli.commands import Ran, called, surroundings


def record(path: Path, *arguments: str) -> Ran:
    return called("record", *arguments, "--map", path)


def test_the_echo_names_the_last_closed_period_and_the_figure_before(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,11960\n")
    ran = record(path, "followers", "12280")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "followers 2026-10: 12,280 (was 11,960 in 2026-09)\nwrote 1 figure to data/actuals.csv\n"
    text = (tmp_path / ACTUALS).read_text(encoding="utf-8")
    assert text == "date,kpi,value\n2026-09,followers,11960\n2026-10,followers,12280\n"


@pytest.mark.parametrize(
    ("arguments", "said", "row"),
    [
        (["followers", "12280", "--as-of", "2026-10-30"], "followers 2026-09: 12,280", "2026-09,followers,12280"),
        (["followers", "12.5k", "--period", "2026-08"], "followers 2026-08: 12,500", "2026-08,followers,12500"),
        (["followers", "3", "--date", "2026-10-07"], "followers 2026-10-07: 3", "2026-10-07,followers,3"),
        (["rate", "12.5%"], "rate 2026-Q3: 12.5 %", "2026-Q3,rate,12.5%"),
        (["rate", "12.5%", "--n", "40"], "rate 2026-Q3: 12.5 %", "2026-Q3,rate,12.5%,40"),
        (["spend", "80k"], "spend 2026-10: EUR 80,000", "2026-10,spend,80000"),
        (["agreed", "yes"], "agreed 2026-10: yes", "2026-10,agreed,yes"),
        (["spend", "7", "--for", "network=x"], "spend network=x 2026-10: EUR 7", "2026-10,spend,7,x"),
        (["spend", "7", "--note", "late, but right"], "spend 2026-10: EUR 7", '2026-10,spend,7,"late, but right"'),
        (["Followers", "3"], "followers 2026-10: 3", "2026-10,followers,3"),
    ],
)
def test_what_is_written(arguments: list[str], said: str, row: str, tmp_path: Path) -> None:
    ran = record(coffee(tmp_path), *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{said} (its first figure)\nwrote 1 figure to data/actuals.csv\n"
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8").splitlines()[-1] == row


def test_a_negative_figure_stands_behind_two_dashes(tmp_path: Path) -> None:
    ran = called("record", "spend", "--map", coffee(tmp_path), "--", "-5")
    assert ran.code == 0
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8").splitlines()[-1] == "2026-10,spend,-5"


def test_what_is_replaced_is_said(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,11960\n2026-10,followers,12280\n")
    ran = record(path, "followers", "12300")
    first = ran.out.splitlines()[0]
    assert first == "followers 2026-10: 12,300 (replaces 12,280, was 11,960 in 2026-09)"
    text = (tmp_path / ACTUALS).read_text(encoding="utf-8")
    assert text == "date,kpi,value\n2026-09,followers,11960\n2026-10,followers,12300\n"


def test_it_goes_where_the_kpi_has_its_figures(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,spend,1\n")
    (tmp_path / "data/actuals-ann.csv").write_text("date,kpi,value\n2026-09,followers,7\n", encoding="utf-8")
    assert record(path, "followers", "8").out.endswith("wrote 1 figure to data/actuals-ann.csv\n")


def test_what_was_recorded_is_what_status_shows(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    record(path, "followers", "5000")
    assert '"performance": 0.25' in called("status", path, "--format", "json").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["worked", "3"], "'worked' is worked out from other figures (followers * 2), so it is not recorded"),
        (["fixed", "3"], "'fixed' has its value in the map; take `value` out to record its figures"),
        (["folowers", "3"], "the map has no KPI 'folowers'; did you mean followers?"),
        (["followers", "3,5"], "`3,5` is not a number"),
        (["followers", "many"], "`many` is not a number"),
        (["rate", "12"], "`12` has no % sign, but KPI 'rate' is in %; write `12%`"),
        (["agreed", "maybe"], "`maybe` "),
        (["followers", "3", "--period", "2026-11"], "2026-11 has not begun on 2026-10-31"),
        (["followers", "3", "--period", "2026"], "2026 is longer than the periods in which it is measured"),
        (["followers", "3", "--period", "soon"], "'soon' is no day and no period; write 2026-10 or 2026-10-31"),
        (["followers", "3", "--date", "2026-02-30"], "'2026-02-30' is no day and no period"),
        (["followers", "3", "--period", "2026-10", "--date", "2026-10-01"], "two ways to say when"),
        (["followers", "3", "--for", "net=x"], "the map has no dimension 'net'; there are: network"),
        (["followers", "3", "--for", "network"], "is no part; write network=instagram"),
        (["followers"], "VALUE is missing"),
        ([], "KPI and VALUE are missing; or hand over a table with --from"),
        (["followers", "3", "--from", "x.csv"], "--from stands alone"),
    ],
)
def test_what_is_refused(arguments: list[str], said: str, tmp_path: Path) -> None:
    ran = record(coffee(tmp_path, "2026-09,followers,11960\n"), *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8") == "date,kpi,value\n2026-09,followers,11960\n"


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (
            ["followers", "3", "--date", "2026-09-07"],
            "the figure of 'followers' for 2026-09-07 lies inside 2026-09, which has a figure in data/actuals.csv, "
            "line 2; keep the one for 2026-09, or those for its parts",
        ),
        (
            ["agreed", "no", "--period", "2026-09"],
            "data/actuals.csv, line 3: the figure of 'agreed' for 2026-09-03 lies inside 2026-09, which is to be "
            "recorded; keep the one for 2026-09, or those for its parts",
        ),
        (
            ["agreed", "no", "--date", "2026-09-07"],
            "'agreed' has two figures in one period (data/actuals.csv, line 3, and the new one), and nothing says how "
            "they add up; say `kind: flow`",
        ),
        (
            ["agreed", "no", "--date", "2026-09-01"],
            "'agreed' has two figures in one period (data/actuals.csv, line 3, and the new one)",
        ),
    ],
)
def test_a_figure_that_would_not_fit_is_not_written(arguments: list[str], rule: str, tmp_path: Path) -> None:
    rows = "2026-09,followers,11960\n2026-09-03,agreed,yes\n"
    ran = record(coffee(tmp_path, rows), *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {rule}")
    assert ran.err.count("\n") == 1
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8") == f"date,kpi,value\n{rows}"


def test_the_figures_of_a_table_may_not_fit_each_other(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    text = "kpi,date,value\nagreed,2026-10-01,yes\nagreed,2026-10-02,no\nspend,2026-10,7\nspend,2026-10-02,7\n"
    (tmp_path / "filled.csv").write_text(text, encoding="utf-8")
    ran = record(path, "--from", str(tmp_path / "filled.csv"))
    assert (ran.code, ran.out) == (2, "")
    first, second = ran.err.splitlines()
    assert first.startswith("error: 'agreed' has two figures in one period (both of them new), and nothing says how")
    assert second.startswith("the figure of 'spend' for 2026-10-02 lies inside 2026-10, which is to be recorded; keep")
    assert not (tmp_path / ACTUALS).exists()


def test_what_did_not_fit_before_is_shown_in_its_file(tmp_path: Path) -> None:
    ran = record(coffee(tmp_path, "2026-09,spend,1\n2026-09-02,spend,1\n"), "spend", "3")
    assert (ran.code, ran.out) == (2, "")
    assert "--> " in ran.err
    assert "data/actuals.csv:3:1" in ran.err


def test_a_rate_beside_another_says_its_sample(tmp_path: Path) -> None:
    text = "name: Coffee\nas_of: 2026-10-31\ngoals: {goal: {perspective: customer, lagging: [csat]}}\n"
    path = tmp_path / "strategy.yaml"
    path.write_text(f'{text}kpis: {{csat: {{unit: "%", kind: rate, direction: maximise}}}}\n', encoding="utf-8")
    assert record(path, "csat", "80%", "--date", "2026-10-01", "--n", "5").code == 0
    ran = record(path, "csat", "70%", "--date", "2026-10-08")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: 'csat' is a rate with several figures in one period, and this one does not say how many answers it "
        "stands on; say `n`, or record one figure for the whole period\n"
    )


def test_a_file_with_errors_is_left_alone(tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,many\n")
    ran = record(path, "followers", "3")
    assert (ran.code, ran.out) == (2, "")
    assert "actuals.csv:2:19" in ran.err
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8") == "date,kpi,value\n2026-09,followers,many\n"


LONG = "kpi;period;value;n\nfollowers;2026-10;12.280;\nrate;2026-Q3;12,5%;40\nspend;2026-10;;\n"
WIDE = "kpi,2026-09,2026-10\nfollowers,11960,12280\nspend,,7\n"


def test_a_long_table_with_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    (tmp_path / "filled.csv").write_text(LONG, encoding="utf-8")
    ran = record(path, "--from", str(tmp_path / "filled.csv"))
    assert ran.code == 0
    assert ran.out == (
        "followers 2026-10: 12,280 (its first figure)\n"
        "rate 2026-Q3: 12.5 % (its first figure)\n"
        "wrote 2 figures to data/actuals.csv\n"
    )
    assert "note: " in ran.err
    assert "comma" in ran.err
    assert ";" in ran.err


def test_a_wide_table_has_a_column_for_each_period(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    (tmp_path / "filled.csv").write_text(WIDE, encoding="utf-8")
    ran = record(path, "--from", str(tmp_path / "filled.csv"))
    assert ran.code == 0
    assert "wrote 3 figures to data/actuals.csv" in ran.out
    units = {"followers": "count", "spend": "money"}
    found = {(row.kpi, str(row.period)): row.value for row in read_recorded(tmp_path, units, ())[0]}
    assert found == {("followers", "2026-09"): 11960, ("followers", "2026-10"): 12280, ("spend", "2026-10"): 7}


@pytest.mark.parametrize(
    "bad", ["followers,2026-10,many", "folowers,2026-10,3", "followers,2026-13,3", "worked,2026-10,3"]
)
def test_a_table_is_taken_whole_or_not_at_all(bad: str, tmp_path: Path) -> None:
    path = coffee(tmp_path, "2026-09,followers,11960\n")
    (tmp_path / "filled.csv").write_text(f"kpi,period,value\nspend,2026-10,7\n{bad}\n", encoding="utf-8")
    ran = record(path, "--from", str(tmp_path / "filled.csv"))
    assert (ran.code, ran.out) == (2, "")
    assert bad.split(",")[0] in ran.err or bad.split(",")[1] in ran.err
    assert (tmp_path / ACTUALS).read_text(encoding="utf-8") == "date,kpi,value\n2026-09,followers,11960\n"


def test_a_table_without_figures_writes_nothing(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    (tmp_path / "filled.csv").write_text("kpi,period,value\nspend,2026-10,\n", encoding="utf-8")
    ran = record(path, "--from", str(tmp_path / "filled.csv"))
    assert (ran.code, ran.out) == (0, "no figure is filled in; nothing was written\n")
    assert not (tmp_path / ACTUALS).exists()


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    ran = record(coffee(tmp_path), "--from", str(tmp_path / "nowhere.csv"))
    assert (ran.code, ran.out) == (2, "")
    assert "nowhere.csv" in ran.err


def test_ten_commands_at_once_lose_nothing(tmp_path: Path) -> None:
    path = coffee(tmp_path)
    command = [sys.executable, "-m", "scorecard", "record", "spend", "--map", str(path)]
    running = [
        subprocess.Popen(
            [*command, str(number), "--date", f"2026-10-{number:02}"],
            cwd=tmp_path,
            env=surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(1, 11)
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * 10, said
    rows, problems = read_recorded(tmp_path, {"spend": "money"}, ())
    assert problems == ()
    assert {str(row.period): row.value for row in rows} == {f"2026-10-{number:02}": number for number in range(1, 11)}


def test_a_figure_for_a_closed_period_is_said_to_restate_it(tmp_path: Path) -> None:
    (tmp_path / "strategy.yaml").write_text(
        "as_of: 2026-10-31\ngoals: {g: {perspective: customer, lagging: [k]}}\nkpis: {k: {direction: none}}\n"
    )
    assert called("record", "k", "1234.5", "-m", tmp_path).out == (
        "k 2026-10: 1,234.5 (its first figure)\nwrote 1 figure to data/actuals.csv\n"
    )
    assert called("close", "2026-10", "-m", tmp_path).code == 0
    assert called("record", "k", "7", "-m", tmp_path).out.splitlines()[-1] == (
        "2026-10 is closed: what was reported stays, this is listed as restated"
    )
