"""What is wrong with a file is said with the file, the line, the column and the text, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.problem import Position, Problem
from tests.measuring.duck.raw import FILES, csv, evaluated, marked, said, source

FILE = ("sources", "posts", "files", 0, "file")


def problems(folder: Path, files: object, *formulas: str, **more: object) -> tuple[Problem, ...]:
    found = evaluated(source(folder, files, **more), *(formulas or ("sum(reach)",)))  # type: ignore[arg-type]
    assert not found.values
    return found.problems


def only(folder: Path, files: object, *formulas: str, **more: object) -> Problem:
    (problem,) = problems(folder, files, *formulas, **more)
    return problem


def test_a_missing_file(tmp_path: Path) -> None:
    csv(tmp_path, "date,reach\n", "data/posts-january.csv")
    problem = only(tmp_path, "data/post-january.csv")
    assert (problem.rule, problem.loc, problem.path) == ("file-missing", FILE, "")
    assert said(problem) == (
        "there is no file `data/post-january.csv`",
        "did you mean `data/posts-january.csv`?",
    )


def test_a_pattern_without_a_match(tmp_path: Path) -> None:
    problem = only(tmp_path, "data/*.csv")
    assert (problem.rule, problem.loc) == ("file-missing", FILE)
    assert said(problem)[0] == "no file matches `data/*.csv`"


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b"\xff\xfe\n\0", b" \r\n\n"])
def test_an_empty_file(tmp_path: Path, raw: bytes) -> None:
    problem = only(tmp_path, csv(tmp_path, raw))
    assert (problem.rule, problem.loc, said(problem)[0]) == ("file-empty", FILE, "the file `posts.csv` is empty")


def test_nothing_is_left_below_the_lines_that_are_skipped(tmp_path: Path) -> None:
    problem = only(tmp_path, [{"file": csv(tmp_path, "date,reach\n2026-01-01,1\n"), "skip": 5}])
    assert problem.rule == "file-empty"
    assert "below the 5 lines" in said(problem)[0]


def test_headings_alone_are_no_mistake(tmp_path: Path) -> None:
    found = evaluated(source(tmp_path, csv(tmp_path, "date,reach\n")), "sum(reach)")
    assert (found.problems, found.values, found.first) == ((), {}, None)


def test_a_column_renamed_in_one_of_two_files(tmp_path: Path) -> None:
    csv(tmp_path, "Date,Reach\n2026-01-01,1\n", "2025.csv")
    csv(tmp_path, "Date,Unique reach\n2026-01-02,1\n", "2026.csv")
    problem = only(tmp_path, "20*.csv")
    assert (problem.rule, problem.loc) == ("column-missing", FILE)
    message, hint = said(problem)
    assert message == "`2026.csv` has no column `Reach`"
    assert hint.startswith("if its heading is now `Unique reach`, write `columns: {Reach: Unique reach}` beside")
    assert 'write `set: {Reach: ""}`' in hint


def test_a_heading_of_the_map_that_the_file_does_not_have(tmp_path: Path) -> None:
    entry = {"file": csv(tmp_path, "Date,Reached\n2026-01-01,1\n"), "columns": {"reach": "Reach"}}
    problem = only(tmp_path, [entry])
    assert problem.loc == ("sources", "posts", "files", 0, "columns", "reach")
    assert said(problem)[0] == "`posts.csv` has no column `Reach`"


def test_a_column_that_is_meant_to_be_empty(tmp_path: Path) -> None:
    csv(tmp_path, "Date,Reach\n2026-01-01,1\n", "2025.csv")
    csv(tmp_path, "Date,Views\n2026-01-02,1\n", "2026.csv")
    found = evaluated(source(tmp_path, ["2025.csv", {"file": "2026.csv", "set": {"reach": ""}}]), "sum(reach)")
    assert list(found.values.values()) == [1]


def test_a_date_column_that_no_file_has(tmp_path: Path) -> None:
    problem = only(tmp_path, csv(tmp_path, "Data,Reach\n2026-01-01,1\n"))
    assert problem.rule == "column-missing"
    assert said(problem)[0] == "`posts.csv` has no column `date`, the date of the rows"
    assert "columns: {date: Data}" in said(problem)[1]


def test_a_column_that_no_figure_needs_may_be_missing(tmp_path: Path) -> None:
    csv(tmp_path, "Date,Reach,Negative feedback\n2026-01-01,1,2\n", "a.csv")
    csv(tmp_path, "Date,Reach\n2026-01-02,1\n", "b.csv")
    assert list(evaluated(source(tmp_path, "*.csv"), "sum(reach)").values.values()) == [2]


def test_text_in_a_number_column(tmp_path: Path) -> None:
    text = 'date,title,reach\n2026-01-01,"Two\nlines",1\n2026-01-02,"x, y",about 900\n2026-01-03,z,more\n'
    first, second = problems(tmp_path, csv(tmp_path, text))
    assert (first.rule, first.path, first.position) == ("bad-cell", "posts.csv", Position(line=4, column=19, length=9))
    assert said(first)[0] == "`about 900` is not a number in column `reach`"
    assert [marked(first, text), marked(second, text)] == ["about 900", "more"]


def test_text_in_a_column_that_no_expression_takes_for_a_number_is_text(tmp_path: Path) -> None:
    text = "date,reach\n2026-01-01,about 900\n"
    assert list(evaluated(source(tmp_path, csv(tmp_path, text)), "count(reach)").values.values()) == [1]


@pytest.mark.parametrize(
    ("cell", "decimal", "advice"),
    [
        ("3,5", None, 'if the comma is a decimal comma, write `decimal: ","` beside the file'),
        ("1,234", None, "if it parts thousands, export without them"),
        ("1,234,567", None, "export the numbers without separators between the thousands"),
        ("1.234.567", None, "export the numbers without separators between the thousands"),
        ("1 234", None, "export the numbers without separators between the thousands"),
        ("12.5", ",", "a point is"),
        ("12.34,5", ",", "a point is"),
        ("12%", None, "take the unit out"),
        ("€ 5", None, "take the unit out"),
        ("abc", None, "leave it empty where there is no value"),
        ("１２", None, "leave it empty where there is no value"),
    ],
)
def test_numbers_written_in_another_way(tmp_path: Path, cell: str, decimal: str | None, advice: str) -> None:
    text = f"date;reach\n2026-01-01;{cell}\n"
    problem = only(tmp_path, [{"file": csv(tmp_path, text), "decimal": decimal}])
    assert (problem.rule, marked(problem, text)) == ("bad-cell", cell)
    assert advice in said(problem)[1]


def test_a_word_in_a_column_of_yes_and_no(tmp_path: Path) -> None:
    text = "date,promoted\n2026-01-01,maybe\n"
    found = evaluated(source(tmp_path, csv(tmp_path, text)), "count(*)", where="not promoted")
    assert [(problem.rule, said(problem)[0]) for problem in found.problems] == [
        ("bad-cell", "`maybe` is neither yes nor no in column `promoted`")
    ]


def test_at_most_twenty_cells_of_a_file_are_named_in_their_order(tmp_path: Path) -> None:
    text = "date,reach,likes\n" + "2026-01-01,x,y\n" * 30
    found = problems(tmp_path, csv(tmp_path, text), "sum(reach)", "sum(likes)")
    assert [problem.position.line for problem in found if problem.position] == [2 + number // 2 for number in range(20)]


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "2025-02-29", "0000-01-01", "2026-01-31T24:00"])
def test_a_date_that_cannot_be(tmp_path: Path, written: str) -> None:
    text = f"date,reach\n2026-01-01,1\n{written},1\n"
    problem = only(tmp_path, csv(tmp_path, text))
    assert (problem.rule, marked(problem, text)) == ("bad-day", written)
    assert said(problem)[0] == f"there is no day `{written}` in column `date`"


def test_a_date_with_two_readings(tmp_path: Path) -> None:
    text = "date,reach\n03/04/2026,1\n"
    message, hint = said(only(tmp_path, csv(tmp_path, text)))
    assert message == "`03/04/2026` can be the 3 April 2026 or the 4 March 2026 in column `date`"
    assert 'write `date_format: "%d/%m/%Y"` for the 3 April 2026 beside `posts.csv`' in hint
    assert '`date_format: "%m/%d/%Y"` for the 4 March 2026' in hint


@pytest.mark.parametrize(
    ("written", "date_format"),
    [
        ("31.12.2026 18:00", "%d.%m.%Y %H:%M"),
        ("12/31/26", "%m/%d/%y"),
        ("2026/10/31", "%Y/%m/%d"),
        ("20261031", "%Y%m%d"),
        ("12/31/2026 06:00 pm", "%m/%d/%Y %I:%M %p"),
    ],
)
def test_a_date_with_one_reading_offers_the_line_that_reads_it(tmp_path: Path, written: str, date_format: str) -> None:
    name = csv(tmp_path, f"date,reach\n{written},1\n")
    assert f'`date_format: "{date_format}"`' in said(only(tmp_path, name))[1]
    assert not evaluated(source(tmp_path, [{"file": name, "date_format": date_format}]), "sum(reach)").problems


@pytest.mark.parametrize("written", ["Mar 15, 2025", "yesterday", "3.апр", "12", "2026-1-5", "infinity", "epoch"])
def test_a_date_that_only_people_read(tmp_path: Path, written: str) -> None:
    problem = only(tmp_path, csv(tmp_path, f'date,reach\n"{written}",1\n'))
    assert (problem.rule, said(problem)[0]) == (
        "bad-day",
        f"`{written}` is not a date with the year first in column `date`",
    )


def test_a_date_in_another_way_than_is_said(tmp_path: Path) -> None:
    text = "date,reach\n31/12/2026,1\n12/31/2026,1\n"
    problem = only(tmp_path, [{"file": csv(tmp_path, text), "date_format": "%d/%m/%Y"}])
    assert marked(problem, text) == "12/31/2026"
    assert said(problem)[0] == "`12/31/2026` is not a date written as `%d/%m/%Y` in column `date`"


@pytest.mark.parametrize("cell", ["", "--", "  "])
def test_a_row_without_a_date(tmp_path: Path, cell: str) -> None:
    text = f"content,date,views\nTotal,{cell},46333\na,2026-01-01,1\n"
    problem = only(tmp_path, csv(tmp_path, text), "sum(views)")
    assert problem.position is not None
    assert (problem.rule, problem.position.line, marked(problem, text).strip(" ,")) == ("bad-day", 2, cell.strip())
    assert said(problem) == (
        "there is no date in column `date`",
        "a row without a date belongs to no period: write the date, or delete the row (totals too)",
    )


@pytest.mark.parametrize("date_format", ["%Q", "dd/mm/yyyy", "%d %B", "%Y-%z-%m"])
def test_a_pattern_of_dates_that_is_none(tmp_path: Path, date_format: str) -> None:
    entry = {"file": csv(tmp_path, "date,reach\n2026-01-01,1\n"), "date_format": date_format}
    problem = only(tmp_path, [entry])
    assert (problem.rule, problem.loc) == ("bad-day", (*FILE[:-1], "date_format"))


def test_a_file_that_is_cut_off_in_a_row(tmp_path: Path) -> None:
    text = "date,title,reach\n2026-01-01,a,1\n2026-01-02,b"
    problem = only(tmp_path, csv(tmp_path, text))
    assert (problem.rule, marked(problem, text)) == ("cut-row", "b")
    assert said(problem) == (
        "the file ends in the middle of a row: it has 2 cells, but there are 3 headings",
        "the download broke off: export the file anew",
    )


def test_a_row_with_too_many_cells(tmp_path: Path) -> None:
    text = "date,title,reach\n2026-01-01,One, two,1\n2026-01-02,b,1\n"
    problem = only(tmp_path, csv(tmp_path, text))
    assert (problem.rule, problem.position and problem.position.line, marked(problem, text)) == ("cut-row", 2, "1")
    assert "in double quotes" in said(problem)[1]


def test_rows_that_are_one_quoted_cell(tmp_path: Path) -> None:
    problem = only(tmp_path, csv(tmp_path, 'date,reach\n"2026-01-01,1"\n2026-01-02,1\n'))
    assert (problem.rule, said(problem)[0]) == ("cut-row", "the row has 1 cell, but there are 2 headings")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_quote_that_is_never_closed(tmp_path: Path, encoding: str) -> None:
    text = 'date,title,reach\n2026-01-01,a,1\n2026-01-02,"b,1\n2026-01-03,c,1\n'
    problem = only(tmp_path, csv(tmp_path, text.encode(encoding)))
    assert (problem.rule, problem.position) == ("cut-row", Position(line=3, column=12))
    assert "(line 4)" in said(problem)[0]


@pytest.mark.parametrize("raw", ["date,titel,reach\n2026-01-01,Grüße,1\n".encode("cp1252")])
def test_an_encoding_that_the_file_does_not_say(tmp_path: Path, raw: bytes) -> None:
    problem = only(tmp_path, csv(tmp_path, raw), "sum(reach)", "count(titel)")
    assert (problem.rule, problem.loc) == ("file-unreadable", FILE)
    assert "not written in UTF-8" in said(problem)[0]
    assert "encoding: cp1252" in said(problem)[1]


def test_bytes_of_another_encoding_far_behind_the_headings(tmp_path: Path) -> None:
    raw = b"date,titel,reach\n" + b"2026-01-01,x,1\n" * 9000 + "2026-01-01,Grüße,1\n".encode("cp1252")
    assert only(tmp_path, csv(tmp_path, raw), "sum(reach)", "count(titel)").rule == "file-unreadable"


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13"])
def test_an_encoding_that_is_none(tmp_path: Path, encoding: str) -> None:
    problem = only(tmp_path, [{"file": csv(tmp_path, "date,reach\n2026-01-01,1\n"), "encoding": encoding}])
    assert (problem.rule, problem.loc) == ("file-unreadable", (*FILE[:-1], "encoding"))


def test_an_encoding_that_is_not_that_of_the_file(tmp_path: Path) -> None:
    raw = "date,titel\n2026-01-01,Grüße\n".encode()
    problem = only(tmp_path, [{"file": csv(tmp_path, raw), "encoding": "ascii"}], "count(titel)")
    assert said(problem)[0] == "`posts.csv` is not written in ascii"


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("a.csv", (FILES / "metrics.xlsx").read_bytes(), "a workbook (or another zip file)"),
        ("a.csv", (FILES / "metrics.xls").read_bytes(), "an old workbook (.xls)"),
        ("a.xls", (FILES / "metrics.xlsx").read_bytes(), "a workbook (or another zip file)"),
        ("a.xlsx", (FILES / "metrics.xls").read_bytes(), "an old workbook (.xls)"),
        ("a.xls", b"<html><table>", "a web page"),
        ("a.parquet", b"date,reach\n", "no such file"),
        ("a.json", b"PAR1", "a Parquet file"),
    ],
)
def test_a_name_that_does_not_fit_the_content(tmp_path: Path, name: str, raw: bytes, kind: str) -> None:
    problem = only(tmp_path, csv(tmp_path, raw, name))
    assert (problem.rule, problem.loc) == ("file-unreadable", FILE)
    assert said(problem)[0] == f"`{name}` ends in .{name.partition('.')[2]}, but in it is {kind}"


def test_an_ending_that_says_nothing(tmp_path: Path) -> None:
    problem = only(tmp_path, csv(tmp_path, "date,reach\n", "posts.dat"))
    assert problem.rule == "file-unreadable"
    assert ".csv" in said(problem)[1]


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.json", b'[{"date": "2026-01-01", "reach": 1}, {"date":'),
        ("a.parquet", b"PAR1 and nothing of that kind"),
        ("a.xlsx", b"PK\x03\x04 and nothing of that kind"),
        ("a.xls", b"\xd0\xcf\x11\xe0 and nothing of that kind"),
    ],
)
def test_a_damaged_file(tmp_path: Path, name: str, raw: bytes) -> None:
    problem = only(tmp_path, csv(tmp_path, raw, name))
    assert (problem.rule, problem.loc) == ("file-unreadable", FILE)
    assert str(tmp_path) not in said(problem)[0]


def test_a_constant_of_the_map_that_is_of_another_kind(tmp_path: Path) -> None:
    entry = {"file": csv(tmp_path, "date,x\n2026-01-01,1\n"), "set": {"reach": "many"}}
    problem = only(tmp_path, [entry])
    assert (problem.rule, problem.loc) == ("bad-cell", (*FILE[:-1], "set", "reach"))


@pytest.mark.parametrize(
    ("formula", "rule"),
    [
        ("sum(raech)", "unknown-column"),
        ("upper(max(title))", "formula-refused"),
        ("count(*) from read_csv('/etc/passwd')", "formula-refused"),
        ("sum(len(range(1000000000)))", "formula-refused"),
        ("max(title = 'x')", "formula-type"),
    ],
)
def test_what_is_wrong_with_an_expression_stands_at_its_place(tmp_path: Path, formula: str, rule: str) -> None:
    name = csv(tmp_path, "date,title,reach\n2026-01-01,x,1\n")
    problem = only(tmp_path, name, formula)
    assert problem.loc == ("kpis", "x", "formula")
    assert problem.rule in (rule, "formula-refused", "formula-type")


def test_two_expressions_that_disagree_of_a_column(tmp_path: Path) -> None:
    name = csv(tmp_path, "date,reach\n2026-01-01,1\n")
    problem = only(tmp_path, name, "sum(reach)", "count(*) filter (where lower(reach) = 'x')")
    assert (problem.rule, problem.loc) == ("formula-type", ("kpis", "x", "formula"))


def test_a_derived_column_that_cannot_be_worked_out(tmp_path: Path) -> None:
    name = csv(tmp_path, "date,reach\n2026-01-01,1\n")
    problem = only(tmp_path, name, "count(*)", derive={"next": "lead(raech) over (order by date)"})
    assert (problem.rule, problem.loc) == ("unknown-column", ("sources", "posts", "derive", "next"))


def test_a_division_by_zero_is_no_value(tmp_path: Path) -> None:
    name = csv(tmp_path, "date,reach,likes\n2026-01-01,0,1\n")
    found = evaluated(source(tmp_path, name), "sum(likes) / sum(reach)", "sum(likes / reach)")
    assert (found.problems, list(found.values.values())) == ((), [None, None])


def test_a_formula_that_fails_in_some_months_has_no_value_there(tmp_path: Path) -> None:
    from tests.measuring.duck.raw import FEBRUARY, JANUARY

    text = "date,network,reach\n" + "".join(
        f"2026-0{month}-01,x,{reach}\n" for month, reach in ((1, 2), (1, 3), (2, 99), (2, 5))
    )
    formula = "stddev(power(reach, 120))"
    found = evaluated(
        source(tmp_path, csv(tmp_path, text), dimensions=["network"]),
        formula,
        "sum(reach)",
        windows=[JANUARY, FEBRUARY],
        by=["network"],
    )
    assert found.problems == ()
    figures = {(cell.expression, cell.window, cell.dimensions): value for cell, value in found.values.items()}
    network = (("network", "x"),)
    assert figures[formula, 1, ()] is figures[formula, 1, network] is None
    assert figures[formula, 0, ()] == figures[formula, 0, network] != None  # noqa: E711
    assert figures["sum(reach)", 1, ()] == 104
