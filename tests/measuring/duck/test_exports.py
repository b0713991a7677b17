"""Files of the shapes and bytes that platforms really give out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.measuring.duck.raw import FEBRUARY, JANUARY, csv, evaluated, source, value, whole


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_meta_series_in_utf_16_with_a_separator_line_and_a_title(
    tmp_path: Path, encoding: str, line_break: str
) -> None:
    lines = ["sep=,", '"Facebook reach"', '"Date","Primary"', '"2026-01-01T01:00:00","5"', '"2026-01-02T00:00:00","14"']
    raw = ("\ufeff" + line_break.join(lines) + line_break).encode(encoding)
    entry = {"file": csv(tmp_path, raw), "skip": 2, "columns": {"reach": "Primary"}, "set": {"network": "facebook"}}
    found = evaluated(source(tmp_path, [entry], dimensions=["network"]), "sum(reach)", "max(reach)", by=["network"])
    assert whole(found) == {("sum(reach)", 0): 19, ("max(reach)", 0): 14}
    assert found.rows == {(0, (("network", "facebook"),)): 2}
    assert found.parts == ("network",)


def test_the_separator_line_says_the_delimiter_whatever_the_headings_hold(tmp_path: Path) -> None:
    text = "sep=;\ndate;a, b, c;reach\n2026-01-01;x;5\n"
    assert value(source(tmp_path, csv(tmp_path, text)), "sum(reach)") == 5


def test_resaved_by_excel_with_semicolons_tabs_or_decimal_commas(tmp_path: Path) -> None:
    files = [
        {"file": csv(tmp_path, "Facebook follows;\nDate;Spend\n2026-01-30;4,5\n", "a.csv"), "skip": 1, "decimal": ","},
        {"file": csv(tmp_path, "\ufeffDate\tSpend\r\n2026-01-31\t1.5\r\n", "b.tsv")},
        {"file": csv(tmp_path, 'Date|Spend\n2026-01-31|"0.25"', "c.txt")},
    ]
    assert value(source(tmp_path, files), "sum(spend)") == 6.25


def test_facebook_posts_with_line_breaks_in_captions_and_headings_that_stand_twice(tmp_path: Path) -> None:
    text = (
        '\ufeffPost ID,Title,Publish time,Date,Views,Reach,"Reactions, Comments and Shares",Views\n'
        '1,"Two\nlines, and ""quotes""",01/13/2026 18:05,Lifetime,7,5,3,1000\n'
        "2,Grüße,02/01/2026 00:00,Lifetime,1,1,1,1000\n"
    )
    entry = {
        "file": csv(tmp_path, text),
        "columns": {"published": "Publish time", "engagement": "reactions, comments  and shares"},
        "date_format": "%m/%d/%Y %H:%M",
    }
    found = evaluated(
        source(tmp_path, [entry], date_column="published"),
        "sum(views)",
        "sum(engagement)",
        windows=[JANUARY, FEBRUARY],
    )
    assert whole(found) == {
        ("sum(views)", 0): 7,
        ("sum(engagement)", 0): 3,
        ("sum(views)", 1): 1,
        ("sum(engagement)", 1): 1,
    }


def test_tiktok_dashes_are_no_value_and_headings_may_end_with_a_blank(tmp_path: Path) -> None:
    text = (
        "\ufeffDate,Video views,Reached audience,Phone number clicks ,Total followers\n"
        "2026/01/30,715,NAN,1,--\n2026/01/31,5,10,2,-\n"
    )
    entry = {"file": csv(tmp_path, text), "date_format": "%Y/%m/%d"}
    formulas = ['sum("Phone number clicks")', "count(reached_audience)", "sum(total)", "count(*)"]
    columns = {"reached_audience": "Reached audience", "total": "Total followers"}
    found = evaluated(source(tmp_path, [{**entry, "columns": columns}]), *formulas)
    assert list(whole(found).values()) == [3, 1, None, 2]


def test_google_analytics_with_comments_above_and_dates_without_signs(tmp_path: Path) -> None:
    text = (
        "# ----\r\n# Start date: 20260101\r\n# \r\nDate,Event count,Rate\r\n20260131,11338,4.28\r\n20260101,1,0.5\r\n"
    )
    entry = {"file": csv(tmp_path, text), "skip": 3, "date_format": "%Y%m%d"}
    assert value(source(tmp_path, [entry]), 'sum("event count")') == 11339


@pytest.mark.parametrize(
    ("written", "date_format"),
    [
        ('"Sat, Jan 31, 2026"', "%a, %b %d, %Y"),
        ("Sat Jan 31 2026", "%a %b %d %Y"),
        ("31.01.26", "%d.%m.%y"),
        ("2026-01-31 23:30 +0000", "%Y-%m-%d %H:%M %z"),
        ("01-31-2026", "%m-%d-%Y"),
        ("01/31/2026 11:30 pm", "%m/%d/%Y %I:%M %p"),
    ],
)
def test_dates_of_x_and_others(tmp_path: Path, written: str, date_format: str) -> None:
    entry = {"file": csv(tmp_path, f"Date,Reach\n{written},3\n"), "date_format": date_format}
    found = evaluated(source(tmp_path, [entry]), "sum(reach)", windows=[JANUARY, FEBRUARY])
    assert whole(found) == {("sum(reach)", 0): 3}


@pytest.mark.parametrize("line", ["{},3", '"{}","3"'])
@pytest.mark.parametrize(
    "written",
    [
        "2026-01-31",
        "2026-01-31T23:59",
        "2026-01-31 23:59:59.5",
        "2026-01-31T23:59:59.123456789Z",
        "2026-01-31 23:30:00-11:00",
        "2026-01-31T23:30+05",
        " 2026-01-31 ",
    ],
)
def test_iso_dates_keep_the_clock_of_the_file(tmp_path: Path, written: str, line: str) -> None:
    text = "date,reach\n" + line.format(written) + "\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text)), "sum(reach)", windows=[JANUARY, FEBRUARY])
    assert whole(found) == {("sum(reach)", 0): 3}


def test_ids_stay_texts_and_numbers_may_have_a_point_or_an_exponent(tmp_path: Path) -> None:
    text = "id,date,n\n1891564128784855141,2026-01-01,1203.0\n1891564128784855142,2026-01-02,1e3\n,2026-01-02,-0.5\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text)), "count(distinct id)", "sum(n)")
    assert list(whole(found).values()) == [2, 2202.5]


def test_what_is_not_finite_is_no_value(tmp_path: Path) -> None:
    text = "date,a,b\n2026-01-01,inf,1\n2026-01-02,1e400,1\n2026-01-03,NaN,-Infinity\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text)), "sum(a)", "sum(b)", "count(a)")
    assert list(whole(found).values()) == [None, 2, 0]


def test_yes_and_no_in_the_words_of_exports(tmp_path: Path) -> None:
    text = "date,promoted\n" + "".join(
        f"2026-01-01,{word}\n" for word in ("TRUE", "Yes", "1", "t", "No", "FALSE", "0", "")
    )
    assert value(source(tmp_path, csv(tmp_path, text)), "count(*)", where="promoted") == 4
    assert value(source(tmp_path, "posts.csv"), "count(*)", where="not promoted") == 3


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "{}", "{0},,{0}", "{0}{0}"])
def test_blank_rows_and_any_line_break(tmp_path: Path, line_break: str, end: str) -> None:
    lines = ["", "date,reach,note", "2026-01-01,1,x", "", "2026-01-02,2,"]
    text = line_break.join(lines) + end.format(line_break)
    assert value(source(tmp_path, csv(tmp_path, text)), "sum(reach)") == 3


def test_mixed_line_breaks(tmp_path: Path) -> None:
    text = "date,reach\r\n2026-01-01,1\n2026-01-02,2\r\n2026-01-03,3\n"
    assert value(source(tmp_path, csv(tmp_path, text)), "sum(reach)") == 6


def test_a_file_of_one_column(tmp_path: Path) -> None:
    text = "date\n2026-01-01\n\n2026-01-02\n"
    found = evaluated(source(tmp_path, [{"file": csv(tmp_path, text), "set": {"network": "x"}}]), "count(network)")
    assert whole(found) == {("count(network)", 0): 2}


def test_encodings_are_said_or_recognised(tmp_path: Path) -> None:
    said = csv(tmp_path, "date;titel;reach\n2026-01-01;Grüße;1\n".encode("cp1252"), "said.csv")
    mark = csv(tmp_path, b"\xef\xbb\xbf" + "date,titel,reach\n2026-01-01,Grüße,2\n".encode(), "mark.csv")
    files = [{"file": said, "encoding": "cp1252"}, {"file": mark, "encoding": "cp1252"}]
    assert value(source(tmp_path, files), "sum(reach)", where="titel = 'Grüße'") == 3


def test_a_name_that_looks_like_a_pattern_is_a_name_when_the_file_is_there(tmp_path: Path) -> None:
    csv(tmp_path, "date,reach\n2026-01-01,100\n", "r1.csv")
    name = csv(tmp_path, "date,reach\n2026-01-01,1\n", "r[1].csv")
    assert value(source(tmp_path, name), "sum(reach)") == 1
    csv(tmp_path, "date,reach\n2026-01-01,10\n", "Reach (1).csv")
    assert value(source(tmp_path, "Reach (1).csv"), "sum(reach)") == 10
