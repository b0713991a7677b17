"""Recorded figures: what the rows of ``data/actuals*.csv`` mean, and what is said of those that mean nothing."""

from __future__ import annotations

import inspect
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measuring.recorded import files, read_recorded
from scorecard.measuring.recorded.figures import figure_of
from scorecard.period import parse_period
from scorecard.problem import Problem
from scorecard.recorded import Recorded, figure_text

KPIS = {"followers": "count", "sharing-rate": "%", "agreed": "yes-no", "revenue": None, "ad-spend": "money"}


def write(folder: Path, text: str | bytes, name: str = "actuals.csv") -> None:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def said(problem: Problem) -> str:
    """``line:column rule message | hint``"""
    place = f"{problem.position.line}:{problem.position.column} " if problem.position else ""
    texts = [text.format(**problem.params) for text in (problem.message, problem.hint) if text]
    assert problem.path.startswith("data/actuals")
    problem.label.format(**problem.params)
    return f"{place}{problem.rule} {' | '.join(texts)}"


@pytest.fixture
def table(request: pytest.FixtureRequest) -> str:
    """The docstring of the test."""
    return (inspect.getdoc(request.function) or "") + "\n"


@pytest.fixture
def figures(tmp_path: Path, table: str) -> list[Recorded]:
    write(tmp_path, table)
    found, problems = read_recorded(tmp_path, KPIS, ["network", "country"])
    assert problems == ()
    return list(found)


@pytest.fixture
def complaints(tmp_path: Path, table: str) -> list[str]:
    write(tmp_path, table)
    return [said(problem) for problem in read_recorded(tmp_path, KPIS, ["network", "country"])[1]]


def test_values_are_in_the_unit_of_the_kpi(figures: list[Recorded]) -> None:
    """
    date,kpi,value
    2026,followers,80k
    2026-Q3,followers,1_000
    2026-07,sharing-rate,2.5%
    2026-W31,sharing-rate,0
    2026-07-14,agreed,yes
    2026-07-15,agreed,no
    2026-07,revenue,-12.5
    """
    assert [(str(figure.period), figure.value) for figure in figures] == [
        ("2026", 80_000),
        ("2026-Q3", 1_000),
        ("2026-07", 0.025),
        ("2026-W31", 0),
        ("2026-07-14", 1),
        ("2026-07-15", 0),
        ("2026-07", -12.5),
    ]


def test_columns_stand_in_any_order_and_cells_may_be_empty(figures: list[Recorded]) -> None:
    """
    Country,value,note,KPI,Network,n,date
    de,12280,"counted, twice",followers,instagram,300,2026-10

    ,11960,'=guarded,followers,,,2026-10
    ,,,,,,
    """
    first, second = figures
    assert first == Recorded(
        kpi="followers",
        period=parse_period("2026-10"),
        value=12280,
        n=300,
        note="counted, twice",
        dimensions=(("network", "instagram"), ("country", "de")),
        path="data/actuals.csv",
        line=2,
    )
    assert (second.n, second.note, second.dimensions, second.line) == (None, "=guarded", (), 4)


@pytest.mark.parametrize("text", ["\ufeffdate,kpi,value\r\n2026,followers,1\r\n", "date,kpi,value\r2026,followers,1"])
def test_marks_and_line_breaks_of_other_systems(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    (figure,), problems = read_recorded(tmp_path, KPIS, [])
    assert (figure.kpi, figure.line, problems) == ("followers", 2, ())


def test_files_are_read_by_name_and_others_are_not(tmp_path: Path) -> None:
    for number, name in enumerate(("actuals-b.csv", "actuals.csv", "actuals-a.csv", "plans.csv", "actuals.txt")):
        write(tmp_path, f"date,kpi,value\n2026-0{number + 1},followers,1\n", name)
    found, _ = read_recorded(tmp_path, KPIS, [])
    assert [figure.path for figure in found] == ["data/actuals-a.csv", "data/actuals-b.csv", "data/actuals.csv"]


def test_a_folder_without_figures(tmp_path: Path) -> None:
    assert read_recorded(tmp_path, KPIS, []) == ((), ())


def test_numbers_that_mean_nothing(complaints: list[str]) -> None:
    """
    date,kpi,value,n
    2026-01,followers,,
    2026-02,followers,n/a,
    2026-03,followers,"3,5",
    2026-04,followers,1.200.000,
    2026-05,followers,EUR 12,
    2026-06,followers,many,
    2026-07,followers,5%,
    2026-08,followers,yes,
    2026-09,followers,1e16,
    2026-10,followers,1,-3
    2026-11,followers,1,2%
    """
    assert complaints == [
        "2:19 bad-figure KPI 'followers' has no value here | leave the row out while the figure is not known",
        "3:19 bad-figure `n/a` is not a number in column 'value' | leave the row out while the figure is not known",
        "4:19 bad-figure `3,5` is not a number in column 'value' | "
        "a comma can mean two things: write `35` or `3.5`, whichever is meant",
        "5:19 bad-figure `1.200.000` is not a number in column 'value' | "
        "write the digits without separators: `1200000`",
        "6:19 bad-figure `EUR 12` is not a number in column 'value' | "
        "write the number alone: `12`; its unit stands in the map",
        "7:19 bad-figure `many` is not a number in column 'value' | "
        "write digits, with `k`, `M` or `%` behind them if you like: `1200`, `80k`, `2%`",
        "8:19 bad-figure `5%` is a percentage, but the unit of KPI 'followers' is `count` | "
        'write the number without the sign, or say `unit: "%"` in the map',
        "9:19 bad-figure `yes` is an answer, but KPI 'followers' wants a number | write a number",
        "10:19 bad-figure `1e16` is too large for a figure | figures go up to 1e15; choose a larger unit",
        "11:21 bad-figure `-3` is not a number of rows or answers in column 'n' | "
        "write how many rows or answers stand behind the value, 0 or more, or leave the cell empty",
        "12:21 bad-figure `2%` is not a number of rows or answers in column 'n' | "
        "write how many rows or answers stand behind the value, 0 or more, or leave the cell empty",
    ]


def test_percentages_need_their_sign_and_answers_are_words(complaints: list[str]) -> None:
    """
    date,kpi,value
    2026-01,sharing-rate,5
    2026-02,sharing-rate,0.05
    2026-03,agreed,1
    """
    assert complaints == [
        "2:22 bad-figure `5` has no % sign, but KPI 'sharing-rate' is in % | write `5%`",
        "3:22 bad-figure `0.05` has no % sign, but KPI 'sharing-rate' is in % | "
        "write `0.05%` or `5%`, whichever is meant",
        "4:16 bad-figure `1` stands here, but KPI 'agreed' answers yes or no | write `yes` or `no`",
    ]


def test_a_number_with_a_comma_falls_into_two_cells(complaints: list[str]) -> None:
    """
    date,kpi,value
    2026-01,followers,12,280
    """
    assert complaints == [
        "2:19 bad-figure `12,280` is not a number in column 'value' | "
        "a comma can mean two things: write `12280` or `12.280`, whichever is meant"
    ]


def test_dates_that_are_none(complaints: list[str]) -> None:
    """
    date,kpi,value
    03/04/2026,followers,1
    31.12.2026,followers,1
    2026-02-30,followers,1
    2026-13,followers,1
    ,followers,1
    1850,followers,1
    2026/07/14,followers,1
    Q3 2026,followers,1
    2026-W54,followers,1
    soon,followers,1
    07/2026,followers,1
    """
    none = "the calendar has no such day, week, month or quarter"
    assert [complaint.split(" | ")[1] for complaint in complaints] == [
        "write `2026-04-03` or `2026-03-04`, whichever is meant",
        "write `2026-12-31`",
        none,
        none,
        "write a day `2026-07-14`, or a period: `2026-07`, `2026-Q3`, `2026-W31`, `2026`",
        "years go from 1900 to 2199",
        "write `2026-07-14`",
        "write `2026-Q3`",
        none,
        "write a day `2026-07-14`, or a period: `2026-07`, `2026-Q3`, `2026-W31`, `2026`",
        "write `2026-07`",
    ]
    assert complaints[0].startswith("2:1 bad-figure-date `03/04/2026` is not a date in column 'date'")


def test_a_kpi_that_the_map_does_not_have_is_said_once(complaints: list[str], tmp_path: Path) -> None:
    """
    date,kpi,value
    2026-01,follower,1
    2026-02,follower,1
    2026-02,Ad spend,1
    2026-02,,1
    """
    assert complaints == [
        "2:9 unknown-figure the map has no KPI 'follower' | did you mean 'followers'?",
        "4:9 unknown-figure the map has no KPI 'Ad spend' | did you mean 'ad-spend'?",
        "5:9 unknown-figure the row names no KPI | write the id of a KPI",
    ]


def test_a_figure_stands_once_in_all_files(tmp_path: Path) -> None:
    write(tmp_path, "date,kpi,value,network\n2026-01,followers,1,\n2026-01,followers,1,x\n", "actuals-a.csv")
    write(tmp_path, "date,kpi,value,network\n2026-01,followers,2,y\n2026-01,followers,2,x\n2026-01,followers,2,\n")
    found, problems = read_recorded(tmp_path, KPIS, ["network"])
    assert [figure.dimensions for figure in found] == [(), (("network", "x"),), (("network", "y"),)]
    assert [said(problem) for problem in problems] == [
        "3:1 figure-twice KPI 'followers' has two figures for 2026-01, network x: in data/actuals-a.csv:3 and here "
        "(data/actuals.csv:3) | keep the one that is right and delete the other row",
        "4:1 figure-twice KPI 'followers' has two figures for 2026-01: in data/actuals-a.csv:2 and here "
        "(data/actuals.csv:4) | keep the one that is right and delete the other row",
    ]


CUT = "take it from where it was copied from, or write the row again"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "figure-row the file is empty: not even its columns are named | begin it with the line"),
        ("\n \n", "figure-row the file is empty"),
        ("2026-01,followers,1\n", "1:1 figure-row the first line does not name the columns | begin the file with"),
        ("date,kpi\n", "1:1 figure-row the column `value` is missing | name them in the first line"),
        ("date,kpi,valeu\n", "1:10 figure-row a file of figures has no column `valeu` | did you mean `value`?"),
        ("date,kpi,value,x\n", "1:16 figure-row a file of figures has no column `x` | the columns are network, date,"),
        ("date" + "," * 1_000 + "\n", "1:1 figure-row the first line has 1,001 cells; 1,000 are allowed"),
        ("date,kpi,value,KPI\n", "1:16 figure-row the column `KPI` stands here twice | delete one of them"),
        ("date;kpi;value\n", "1:1 figure-row semicolons part the cells of this file, not commas | save it with commas"),
        ("date\tkpi\tvalue\n", "1:1 figure-row tabs part the cells"),
        ("date,kpi,value\n2026,followers\n2026,agreed,no\n", "2:1 figure-row the row has 2 cells instead of 3 | write"),
        ("date,kpi,value\n2026,followers,1,x,\n", "2:18 figure-row the row has 5 cells instead of 3 | a text or num"),
        ("date,kpi,value,\n2026,followers,1,x\n", "2:18 figure-row the row has 4 cells instead of 3"),
        (
            "date,kpi,value\n2026,foll",
            f"2:1 figure-row the file ends in the middle of a row: 2 cells instead of 3 | the"
            f" end of the file is missing: {CUT}",
        ),
        ('date,kpi,value,note\n2026,followers,1,"so\n2027,followers,2,\n', "2:18 figure-row the quote that opens here"),
        ('date,kpi,value,note\n2026,followers,1,"so" it\n', "2:1 figure-row text stands behind the closing quote"),
        ('date,kpi,"value\n', "1:1 figure-row the quote that opens here is not closed"),
        (
            b"date,kpi,value,note\n2026,followers,1,M\xfcnchen\n",
            "2:19 figure-row the file is not saved as UTF-8: byte 0xfc is no character there | save the file with",
        ),
        (b"date,kpi,value,note\n2026,followers,1,M\xc3", "2:19 figure-row the file ends in the middle of a character"),
        ("date,kpi,value\n".encode("utf-16"), "1:1 figure-row the file is saved as UTF-16"),
        (b"date,kpi,value\n2026,followers,1\0\n", "1:1 figure-row the file is saved as UTF-16 (“Unicode” in some prog"),
        (
            "date,kpi,value,note\n2026,followers,1," + "x" * 10_001,
            "2:18 figure-row a cell has 10,001 characters; 10,00",
        ),
    ],
)
def test_files_that_are_no_table(text: str | bytes, sentence: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    found, problems = read_recorded(tmp_path, KPIS, ["network"])
    assert [said(problem)[: len(sentence)] for problem in problems] == [sentence]
    assert {figure.kpi for figure in found} <= {"agreed"}


def test_every_cut_of_a_file_is_noticed_or_leaves_whole_rows(tmp_path: Path) -> None:
    """A copy that breaks off inside of a row is an error, except where what is left of the row is whole."""
    whole = 'date,kpi,value,n,note\n2026-01,followers,1,3,"a, b"\n2026-02,followers,2,,é\n'.encode()
    write(tmp_path, whole)
    figures, _ = read_recorded(tmp_path, KPIS, [])
    for length in range(len(whole)):
        write(tmp_path, whole[:length])
        found, problems = read_recorded(tmp_path, KPIS, [])
        kept = [(figure.kpi, figure.period, figure.value, figure.n) for figure in found]
        assert problems or kept == [(f.kpi, f.period, f.value, f.n) for f in figures][: len(kept)]
        assert problems or len(kept) == 2 or whole[:length].count(b"\n") + whole[:length].endswith(b'"') <= 2


def test_columns_without_a_name_may_be_there_when_they_are_empty(figures: list[Recorded]) -> None:
    """
    date,kpi,value,,
    2026-01,followers,1,,
    """
    assert figures[0].value == 1


@pytest.mark.parametrize("unknown", [False, True])
def test_at_most_twenty_problems_of_a_file(unknown: bool, tmp_path: Path) -> None:
    rows = "".join(f"2026-01,{f'k{number}' if unknown else 'followers'},x\n" for number in range(1000))
    write(tmp_path, f"date,kpi,value\n{rows}")
    write(tmp_path, "date,kpi,value\n2026-01,agreed,yes\n", "actuals-z.csv")
    found, problems = read_recorded(tmp_path, KPIS, [])
    assert [figure.kpi for figure in found] == ["agreed"]
    assert len(problems) == 20


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_links_out_of_the_folder_are_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "map"
    outside.mkdir()
    folder.mkdir()
    write(outside, "date,kpi,value\n2026-01,followers,42\n")
    write(folder, "date,kpi,value\n2026-01,agreed,yes\n", "actuals-z.csv")
    (folder / "data/actuals.csv").symlink_to(outside / "data/actuals.csv")
    (folder / "data/actuals-inside.csv").symlink_to("actuals-z.csv")
    (folder / "data/actuals-loop.csv").symlink_to("actuals-loop.csv")
    (folder / "data/actuals-folder.csv").mkdir()
    os.mkfifo(folder / "data/actuals-pipe.csv")
    found, problems = read_recorded(folder, KPIS, [])
    assert {figure.kpi for figure in found} == {"agreed"}
    assert [(problem.path, problem.rule) for problem in problems] == [
        ("data/actuals-folder.csv", "figure-file"),
        ("data/actuals-loop.csv", "figure-file"),
        ("data/actuals-pipe.csv", "figure-file"),
        ("data/actuals-z.csv", "figure-twice"),
        ("data/actuals.csv", "figure-file"),
    ]
    assert "leads out of the folder" in problems[-1].message
    (folder / "data").rename(folder / "elsewhere")
    (folder / "data").symlink_to(outside / "data")
    assert [problem.rule for problem in read_recorded(folder, KPIS, [])[1]] == ["figure-file"]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 20)
    write(tmp_path, "date,kpi,value\n2026-01,followers,1\n")
    (problem,) = read_recorded(tmp_path, KPIS, [])[1]
    assert said(problem).startswith("figure-file data/actuals.csv has more than 0 MB")
    monkeypatch.undo()
    monkeypatch.setattr(files, "MOST_LINES", 1)
    (problem,) = read_recorded(tmp_path, KPIS, [])[1]
    assert said(problem).startswith("figure-file data/actuals.csv has more than 1 lines")


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_value_is_read_as_the_number_that_was_written(value: float) -> None:
    value = value if abs(value) >= 1e-12 else 0.0
    for unit in ("count", "%", None):
        if unit != "%" or abs(value) <= 1e13:
            assert figure_of(figure_text(value, unit), unit) == value


@given(raw=st.binary(max_size=60) | st.text(st.sampled_from('date,kpivlu\n" 2026-1;%\r'), max_size=60).map(str.encode))
def test_no_file_breaks_the_reader(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    for start in (b"", b"date,kpi,value,note\n2026,followers,"):
        write(folder, start + raw)
        for problem in read_recorded(folder, KPIS, [])[1]:
            assert said(problem)
