"""Filled-in tables: long and wide, with the habits of spreadsheets, all or nothing."""

from __future__ import annotations

import csv
import inspect
from datetime import date
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.due import DueKpi
from scorecard.measuring.filled import Filled, read_filled
from scorecard.measuring.filled.decimals import spelling_of
from scorecard.measuring.filled.periods import filled_period
from scorecard.period import parse_period
from scorecard.recorded import NewFigure
from scorecard.rendering.due import due_csv

KPIS = {"followers": "count", "sharing-rate": "%", "agreed": "yes-no", "visitor-cost": "money"}
OCTOBER = parse_period("2026-10")


def read(folder: Path, content: str | bytes, name: str = "filled.csv") -> Filled:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_filled(path, KPIS, ["network"], OCTOBER)


def values(filled: Filled) -> list[tuple[str, str, float]]:
    assert filled.problems == ()
    return [(figure.kpi, str(figure.period), figure.value) for figure in filled.rows]


def said(filled: Filled) -> list[str]:
    assert filled.rows == ()
    sentences = []
    for problem in filled.problems:
        position = problem.position
        place = f"{position.line}:{position.column} " if position else ""
        assert problem.path.endswith(("filled.csv", ".xlsx"))
        texts = [text.format(**problem.params) for text in (problem.message, problem.hint)]
        sentences.append(f"{place}{problem.rule} {' | '.join(texts)}")
    return sentences


@pytest.fixture
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Filled:
    """What is read from the docstring of the test."""
    return read(tmp_path, (inspect.getdoc(request.function) or "") + "\n")


def test_the_form_comes_back(filled: Filled) -> None:
    """
    kpi,name,owner,unit,period,last value,value,n,note
    followers,Followers,Ana,count,2026-10,11960,12280,,
    sharing-rate,'=Sharing,Ana,%,2026-Q3,2.1%,2.5%,300,"again, by hand"
    agreed,Agreed,,yes-no,2026-10,,,,
    visitor-cost,Cost,,money,,,3,,'-
    """
    assert filled.problems == ()
    assert filled.rows[1] == NewFigure(
        kpi="sharing-rate", period=parse_period("2026-Q3"), value=0.025, unit="%", n=300, note="again, by hand"
    )
    assert values(filled)[0] == ("followers", "2026-10", 12280)
    assert filled.rows[2].note == "-"
    assert filled.notes == ("1 row without a value left out",)


def test_the_form_that_is_written_can_be_filled_in(tmp_path: Path) -> None:
    """With any delimiter, each KPI filled in with the last value that the form shows."""
    last = {"followers": 11960.0, "sharing-rate": 0.0215, "agreed": 1.0, "visitor-cost": -3.5}
    due = [
        DueKpi(
            id=kpi,
            name='=A, "b"; c',
            owner="Ana",
            unit=KPIS[kpi],
            period=OCTOBER,
            last_value=value,
            last_period=None,
            cadence="month",
        )
        for kpi, value in last.items()
    ]
    head, *rows = csv.reader(StringIO(due_csv(due)))
    for delimiter in (",", ";", "\t"):
        stream = StringIO()
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(head)
        writer.writerows([*row[:6], row[5], *row[7:]] for row in rows)
        filled = read(tmp_path, stream.getvalue())
        assert {figure.kpi: figure.value for figure in filled.rows} == last
        assert {figure.period for figure in filled.rows} == {OCTOBER}


def test_a_column_for_each_period(filled: Filled) -> None:
    """
    kpi,name,2026-08,2026-09,Okt 26,network,n
    followers,Followers,1,,3,instagram,5
    agreed,Agreed,yes,no,,,
    """
    assert values(filled) == [
        ("followers", "2026-08", 1),
        ("followers", "2026-10", 3),
        ("agreed", "2026-08", 1),
        ("agreed", "2026-09", 0),
    ]
    assert [figure.dimensions for figure in filled.rows] == [(("network", "instagram"),)] * 2 + [()] * 2
    assert filled.notes == (
        "“Okt 26” read as 2026-10",
        "not read: the column n",
        "2 cells without a value left out",
    )


def test_semicolons_and_decimal_commas(filled: Filled) -> None:
    """
    KPI;Date;Value;N
    followers;2026-10;12.280;1.000
    visitor-cost;2026-10;3,5;
    sharing-rate;2026-10;2,5 %;
    sharing-rate;2026-09;-1.234,5%;
    """
    assert values(filled) == [
        ("followers", "2026-10", 12280),
        ("visitor-cost", "2026-10", 3.5),
        ("sharing-rate", "2026-10", 0.025),
        ("sharing-rate", "2026-09", -12.345),
    ]
    assert filled.rows[0].n == 1000
    assert filled.notes == ("read with ; between the cells and decimal commas",)


def test_tabs_and_thousands(tmp_path: Path) -> None:
    text = "kpi\tvalue\nfollowers\t12,280\nvisitor-cost\t3.5\n"
    filled = read(tmp_path, text)
    assert values(filled) == [("followers", "2026-10", 12280), ("visitor-cost", "2026-10", 3.5)]
    assert filled.notes == ("read with tabs between the cells and separators between thousands",)


def test_a_quoted_comma_between_commas(filled: Filled) -> None:
    """
    kpi,value
    visitor-cost,"3,5"
    followers,"12,280.0"
    """
    assert values(filled) == [("visitor-cost", "2026-10", 3.5), ("followers", "2026-10", 12280)]
    assert filled.notes == ("read with decimal commas",)


def test_points_are_points_between_commas(filled: Filled) -> None:
    """
    kpi,value
    visitor-cost,12.280
    """
    assert values(filled) == [("visitor-cost", "2026-10", 12.28)]
    assert filled.notes == ()


def test_what_can_be_read_in_two_ways_is_refused(filled: Filled) -> None:
    """
    kpi;value
    followers;12.280
    visitor-cost;1,250
    """
    assert said(filled) == [
        "2:11 bad-figure `12.280` can mean two things in column 'value': 12280 or 12.280 | "
        "write `12280` or `12.280`, whichever is meant",
        "3:14 bad-figure `1,250` can mean two things in column 'value': 1250 or 1.250 | "
        "write `1250` or `1.250`, whichever is meant",
    ]


def test_files_that_contradict_themselves_decide_nothing(tmp_path: Path) -> None:
    filled = read(tmp_path, "kpi;2026-08;2026-09;2026-10\nvisitor-cost;3,5;3.5;1,250\n")
    assert [sentence.split(" ")[0] for sentence in said(filled)] == ["2:22"]


@pytest.mark.parametrize("first", ["sep=;\n", '"sep=;"\r\n', "SEP=;\r\n"])
def test_the_line_that_names_the_delimiter(first: str, tmp_path: Path) -> None:
    filled = read(tmp_path, f"{first}kpi;value\nfollowers;x\n")
    assert said(filled)[0].startswith("3:11 bad-figure `x` is not a number in column 'value'")


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8-sig", ()),
        ("utf-16", ("read as UTF-16",)),
        ("cp1252", ("read as Windows-1252, since it is not UTF-8: look at letters with accents",)),
    ],
)
def test_encodings_of_spreadsheets(encoding: str, note: tuple[str, ...], tmp_path: Path) -> None:
    filled = read(tmp_path, "kpi,value,note\nfollowers,1,Jörg\n".encode(encoding))
    assert filled.rows[0].note == "Jörg"
    assert filled.notes == note


def test_all_or_nothing_with_every_problem(filled: Filled) -> None:
    """
    kpi,period,value,n
    followers,2026-10,1,
    folowers,2026-10,1,
    folowers,2026-09,1,
    followers,10/2026,5%,-1
    sharing-rate,2026-10,5,
    followers,2026-10,1,
    agreed,2026-10,yes,,more
    agreed,2026-09
    """
    assert [sentence.partition(" | ")[0] for sentence in said(filled)] == [
        "3:1 unknown-figure the map has no KPI 'folowers'",
        "5:11 bad-figure-date `10/2026` is not a date in column 'period'",
        "5:19 bad-figure `5%` is a percentage, but the unit of KPI 'followers' is `count`",
        "5:22 bad-figure `-1` is not a number of rows or answers in column 'n'",
        "6:22 bad-figure `5` has no % sign, but KPI 'sharing-rate' is in %",
        f"7:1 figure-twice KPI 'followers' has two figures for 2026-10: in {filled.problems[0].path}:2 and here "
        f"({filled.problems[0].path}:7)",
        "8:21 figure-row the row has 5 cells instead of 4",
        "9:1 figure-row the row has 2 cells instead of 4",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "figure-row the file is empty"),
        ("kpi,note\n", "1:1 figure-row the column `value` is missing | name them in the first line: `kpi,period,valu"),
        ("name,value\n", "1:1 figure-row the column `kpi` is missing"),
        ("kpi,value,2026-10\n", "1:11 figure-row the table has a column `value` and columns for periods"),
        ("," * 1_000 + "kpi\n", "1:1 figure-row the first line has 1,001 cells; 1,000 are allowed"),
        ("kpi,value\n" * 100_001, "figure-file "),
        ("kpi,value,Value\n", "1:11 figure-row the column `Value` stands here twice"),
        ("kpi,date,period,value\n", "1:5 figure-row the column `period` stands here twice"),
        ("kpi,2026-10,Oct-26\n", "1:13 figure-row the column `2026-10` stands here twice"),
        ("kpi,value\nfollowers,1\nagre", "3:1 figure-row the file ends in the middle of a row: 1 cell instead of 2"),
        ('kpi,value\nfollowers,"1\n', "2:11 figure-row the quote that opens here"),
        ('kpi,value\nfollowers,"1"2\n', "2:1 figure-row text stands behind the closing quote"),
        (b"kpi,value\0\n", "1:1 figure-row the file is saved as UTF-16"),
        ("kpi,value\nfollowers," + "1" * 10_001, "2:11 figure-row a cell has 10,001 characters"),
    ],
)
def test_what_is_no_form(content: str | bytes, sentence: str, tmp_path: Path) -> None:
    (found,) = said(read(tmp_path, content))
    assert found.startswith(sentence)


def test_a_period_is_needed_where_none_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "filled.csv"
    path.write_text("kpi,value\nfollowers,1\n", encoding="utf-8")
    (sentence,) = said(read_filled(path, KPIS, [], None))
    assert "the column `period` is missing" in sentence
    path.write_text("kpi,period,value\nfollowers,,1\n", encoding="utf-8")
    (sentence,) = said(read_filled(path, KPIS, [], None))
    assert sentence.startswith("2:11 bad-figure-date the date is missing in column 'period'")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (problem,) = read_filled(tmp_path / "nowhere.csv", KPIS, [], OCTOBER).problems
    assert problem.rule == "figure-file"
    assert "nowhere.csv" in problem.message.format(**problem.params)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Oct-26", "2026-10"),
        ("Okt 26", "2026-10"),
        ("Okt. 26", "2026-10"),
        ("März 2026", "2026-03"),
        ("Mai-26", "2026-05"),
        ("december 2025", "2025-12"),
        ("", "2026-10"),
        ("2026-W31", "2026-W31"),
    ],
)
def test_periods_as_spreadsheets_write_them(text: str, period: str) -> None:
    assert filled_period(text, OCTOBER, is_date=False) == parse_period(period)


@pytest.mark.parametrize("text", ["Oct", "26-Oct", "Maximum 26", "ju-26", "last value", "10-26"])
def test_texts_that_are_no_period(text: str) -> None:
    assert filled_period(text, OCTOBER, is_date=False) is None


def test_days_of_a_workbook_that_stand_for_a_period() -> None:
    assert str(filled_period("2026-09-01", OCTOBER, is_date=True)) == "2026-09"
    assert str(filled_period("2026-09-02", OCTOBER, is_date=True)) == "2026-09-02"
    assert str(filled_period("2026-09-01", OCTOBER, is_date=False)) == "2026-09-01"
    assert str(filled_period("2026-09-01", None, is_date=True)) == "2026-09-01"


@pytest.mark.parametrize(
    ("text", "comma", "point", "shows"),
    [
        ("12", "12", "12", None),
        ("3,5", "3.5", "3.5", "comma"),
        ("0,125", "0.125", "0.125", "comma"),
        ("1234,567", "1234.567", "1234.567", "comma"),
        ("1.234,5", "1234.5", "1234.5", "comma"),
        ("1.234.567", "1234567", "1234567", "comma"),
        ("3.5", "3.5", "3.5", "point"),
        ("0.125", "0.125", "0.125", "point"),
        ("1,234.5", "1234.5", "1234.5", "point"),
        ("1,234,567", "1234567", "1234567", "point"),
        ("12,280", "12.280", "12280", None),
        ("12.280", "12280", "12.280", None),
        ("1 234,5 %", "1234.5%", "1234.5%", "comma"),
        ("1’234", "1234", "1234", None),
        ("−2,5%", "-2.5%", "-2.5%", "comma"),
        ("80k", "80k", "80k", None),
        ("1_000", "1_000", "1_000", None),
        ("1e3", "1e3", "1e3", None),
        ("yes", "yes", "yes", None),
        ("1,23,4", "1,23,4", "1,23,4", None),
        ("1.2.3", "1.2.3", "1.2.3", None),
        ("1.234,567.8", "1.234,567.8", "1.234,567.8", None),
    ],
)
def test_spellings(text: str, comma: str, point: str, shows: str | None) -> None:
    assert spelling_of(text, points_are_plain=False) == (comma, point, shows)


@given(st.decimals(-(10**9), 10**9, places=2), st.booleans())
def test_a_number_is_read_whatever_its_country(number: object, comma: bool) -> None:
    text = f"{number:,}"
    foreign = text.translate(str.maketrans(",.", ".,")) if comma else text
    spelling = spelling_of(foreign, points_are_plain=False)
    assert spelling.shows == ("comma" if comma else "point")
    assert spelling.comma == spelling.point == text.replace(",", "")


@given(raw=st.binary(max_size=60) | st.text(st.sampled_from('kpi,value;\t\n"20-1.%\r'), max_size=60).map(str.encode))
def test_no_file_breaks_the_reader(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    for start in (b"", b"kpi,value,note\nfollowers,", b"kpi;2026-10\nfollowers;"):
        filled = read(folder, start + raw)
        assert not (filled.rows and filled.problems)
        for problem in filled.problems:
            problem.message.format(**problem.params)


def workbook(path: Path, rows: list[list[str | float | date]]) -> None:
    """A workbook with one sheet, written by hand."""

    def cell(value: str | float | date) -> str:
        if isinstance(value, date):
            return f'<c s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        if isinstance(value, str):
            return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
        return f"<c><v>{value!r}</v></c>"

    sheet = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Figures" sheetId="1" '
        'r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="'
        f'{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{office}/styles" '
        'Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def test_a_workbook(tmp_path: Path) -> None:
    rows: list[list[str | float | date]] = [
        ["kpi", "period", "value", "note"],
        ["followers", date(2026, 10, 1), 12280.0, "counted"],
        ["", "", "", ""],
        ["sharing-rate", "2026-09", 0.025, ""],
        ["visitor-cost", "", "3,5", ""],
        ["visitor-cost", "2026-09", 1.125, ""],
        ["agreed", "", "", ""],
    ]
    path = tmp_path / "filled.xlsx"
    workbook(path, rows)
    filled = read_filled(path, KPIS, [], OCTOBER)
    assert values(filled) == [
        ("followers", "2026-10", 12280),
        ("sharing-rate", "2026-09", 0.025),
        ("visitor-cost", "2026-10", 3.5),
        ("visitor-cost", "2026-09", 1.125),
    ]
    assert filled.notes == (
        "read with decimal commas",
        "numbers of the workbook read as shares, 0.025 as 2.5%",
        "“2026-10-01” read as 2026-10",
        "1 row without a value left out",
    )


def test_what_is_wrong_in_a_workbook_has_a_row_and_a_column(tmp_path: Path) -> None:
    path = tmp_path / "filled.xlsx"
    workbook(path, [["kpi", "value"], ["", ""], ["sharing-rate", 5.0], ["followers", "many"]])
    assert [sentence.partition(" | ")[0] for sentence in said(read_filled(path, KPIS, [], OCTOBER))] == [
        "3:2 bad-figure `5` has no % sign, but KPI 'sharing-rate' is in %",
        "4:2 bad-figure `many` is not a number in column 'value'",
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"kpi,value\n"])
def test_what_is_no_workbook(content: bytes, tmp_path: Path) -> None:
    filled = read(tmp_path, content, "filled.xlsx")
    assert [problem.rule for problem in filled.problems] == ["figure-file"]
