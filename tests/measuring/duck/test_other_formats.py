"""Workbooks, JSON and Parquet."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.measuring.duck.raw import FEBRUARY, FILES, JANUARY, csv, evaluated, said, source, value, whole


@pytest.mark.parametrize("name", ["metrics.xlsx", "metrics.xls", "metrics.ods"])
def test_workbooks_give_the_same_whatever_they_are(name: str) -> None:
    of = source(FILES, [{"file": name, "skip": 1}], date_column="Date")
    formulas = ['sum("impressions (total)")', "sum(clicks)", "count(note)", "count(*) filter (where promoted)"]
    assert of.columns() == ("Date", "Impressions (total)", "Clicks", "Promoted", "Note")
    found = whole(evaluated(of, *formulas, windows=[JANUARY, FEBRUARY], where="note <> '  ' or note is null"))
    assert list(found.values())[4:] == [7, 2, 1, 1]
    assert value(of, formulas[0]) == 2000


def test_a_sheet_is_chosen_by_its_name_and_rows_are_counted_as_in_the_sheet() -> None:
    of = source(FILES, [{"file": "metrics.xlsx", "sheet": "bad"}], date_column="Date")
    (problem,) = evaluated(of, 'sum("impressions (total)")').problems
    assert (problem.rule, problem.path, problem.position) == ("bad-cell", "metrics.xlsx", None)
    assert said(problem)[0] == "`about 900` is not a number in column `Impressions (total)` (sheet 'Bad', row 2)"


def test_a_sheet_that_is_not_there() -> None:
    (problem,) = evaluated(source(FILES, [{"file": "metrics.xlsx", "sheet": "Metrik"}]), "count(*)").problems
    assert (problem.rule, problem.loc[-1], said(problem)[1]) == ("file-unreadable", "sheet", "did you mean `Metrics`?")


JSON = (
    '[{"Date": "2026-01-01", "n": 1.5, "ok": true, "deep": {"x": 1}}, {"Date": "2026-01-02", "n": "2", "late": null}]'
)
LINES = '{"Date": "2026-01-01", "n": 1.5, "ok": true}\n{"Date": "2026-01-02", "n": "2"}\n'


@pytest.mark.parametrize(("name", "text"), [("a.json", JSON), ("a.ndjson", LINES), ("a.jsonl", LINES)])
def test_json_in_a_list_or_line_by_line(tmp_path: Path, name: str, text: str) -> None:
    of = source(tmp_path, csv(tmp_path, text, name))
    assert list(whole(evaluated(of, "sum(n)", "count(*) filter (where ok)", "count(*)")).values()) == [3.5, 1, 2]


def test_a_record_of_json_that_is_wrong_is_counted(tmp_path: Path) -> None:
    text = '[{"date": "2026-01-01", "n": 1}, {"date": "2026-01-02", "n": "many"}, {"n": 1}]'
    first, second = evaluated(source(tmp_path, csv(tmp_path, text, "a.json")), "sum(n)").problems
    assert said(first)[0] == "`many` is not a number in column `n` (record 2)"
    assert (second.rule, said(second)[0]) == ("bad-day", "there is no date in column `date` (record 3)")


@pytest.mark.parametrize("text", ["[1, 2]", '"text"', "3", '{"a": [1, 2]}'])
def test_json_that_holds_no_records(tmp_path: Path, text: str) -> None:
    (problem,) = evaluated(source(tmp_path, csv(tmp_path, text, "a.json")), "count(*)").problems
    assert problem.rule in ("column-missing", "file-unreadable")


def test_parquet_with_columns_of_any_type(tmp_path: Path) -> None:
    rows = """
        select timestamp '2026-01-31 23:30' as day, 1.5::decimal(9, 2) as a, 7::utinyint as b, 'x' as network,
               true as ok, '12' as c, date '2026-01-01' as start, 'inf'::double as d
        union all select timestamp '2026-02-01', null, 8, null, false, '-', null, 2
    """
    duckdb.sql(f"copy ({rows}) to '{tmp_path / 'a.parquet'}'")
    of = source(tmp_path, [{"file": "a.parquet", "columns": {"date": "day"}}], dimensions=["network"])
    formulas = [
        "sum(a)",
        "sum(b)",
        "sum(c)",
        "sum(d)",
        "count(*) filter (where ok)",
        "avg(date_diff('day', start, date))",
    ]
    found = evaluated(of, *formulas, windows=[JANUARY, FEBRUARY])
    assert list(whole(found).values()) == [1.5, 7, 12, None, 1, 30, None, 8, None, 2, 0, None]


def test_parquet_with_a_wrong_cell(tmp_path: Path) -> None:
    duckdb.sql(f"copy (select date '2026-01-01' as date, 'x' as n) to '{tmp_path / 'a.parquet'}'")
    (problem,) = evaluated(source(tmp_path, "a.parquet"), "sum(n)").problems
    assert (problem.rule, problem.path, said(problem)[0]) == (
        "bad-cell",
        "a.parquet",
        "`x` is not a number in column `n` (record 1)",
    )


def test_files_of_all_formats_in_one_source(tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes((FILES / "metrics.xlsx").read_bytes())
    csv(tmp_path, '[{"Date": "2026-01-01", "Clicks": 4}]', "a.json")
    csv(tmp_path, "Date;Clicks\n2026-01-01;0,25\n", "b.csv")
    duckdb.sql(f"copy (select '2026-01-01' as \"Date\", 8 as \"Clicks\") to '{tmp_path / 'c.parquet'}'")
    files = [{"file": "m.xlsx", "skip": 1}, "a.json", {"file": "b.csv", "decimal": ","}, "c.parquet"]
    derive = {"place": "row_number() over (order by date)"}
    of = source(tmp_path, files, date_column="Date", derive=derive)
    assert value(of, "sum(clicks)") == 0.5 + 4 + 0.25 + 8
    assert value(of, "max(place)", where="clicks = 8") == 3
