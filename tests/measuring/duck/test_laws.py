"""What holds for all rows: figures equal plain Python, splits add up, and the quick reading equals the careful one."""

from __future__ import annotations

import csv as plain_csv
import io
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import fsum, isclose
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.measuring.duck import cells
from scorecard.measuring.source import Evaluation
from scorecard.period import Days
from tests.measuring.duck.raw import csv, evaluated, source, window

WINDOWS = [window(f"2026-{month:02}") for month in range(1, 5)]
DAYS = st.integers(0, 119).map(lambda number: date(2026, 1, 1) + timedelta(days=number))
NUMBERS = st.none() | st.floats(-1e6, 1e6).map(lambda number: round(number, 3)) | st.integers(-(10**6), 10**6)
ROWS = st.lists(st.tuples(DAYS, st.sampled_from(["a", "b", ""]), NUMBERS, NUMBERS), max_size=30)
Rows = list[tuple[date, str, float | None, float | None]]


def written(rows: Rows) -> str:
    """Rows as CSV."""
    stream = io.StringIO()
    writer = plain_csv.writer(stream, lineterminator="\n")
    writer.writerow(["date", "network", "x", "y"])
    writer.writerows(rows)
    return stream.getvalue()


def total(values: list[float | None]) -> float | None:
    """The sum of what is there; none of nothing."""
    there = [value for value in values if value is not None]
    return fsum(there) if there else None


def close(one: float | None, other: float | None) -> bool:
    """Equal up to rounding."""
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def ask(rows: Rows, windows: list[Days]) -> Evaluation:
    """Two sums, a rate and a count."""
    with tempfile.TemporaryDirectory() as folder:
        of = source(Path(folder), csv(Path(folder), written(rows)), dimensions=["network"])
        found = evaluated(of, "sum(x)", "sum(y)", "sum(x) / sum(y)", "count(*)", windows=windows, by=["network"])
        assert found.problems == ()
        return found


@settings(max_examples=40)
@given(ROWS)
def test_sums_and_rates_equal_plain_python_and_splits_add_up(rows: Rows) -> None:
    found = ask(rows, WINDOWS)
    figures = {(cell.expression, cell.window, cell.dimensions): value for cell, value in found.values.items()}
    for number, days in enumerate(WINDOWS):
        inside = [row for row in rows if days.start <= row[0] <= days.end]
        networks = {row[1] for row in inside}
        for part in [None, *networks]:
            place = () if part is None else (("network", part),)
            chosen = [row for row in inside if part in (None, row[1])]
            if chosen:
                x, y = total([row[2] for row in chosen]), total([row[3] for row in chosen])
                assert close(figures["sum(x)", number, place], x)
                assert figures["count(*)", number, place] == len(chosen)
                if y is not None and abs(y) > 1:
                    assert close(figures["sum(x) / sum(y)", number, place], None if x is None else x / y)
        if inside:
            parts = [figures["sum(x)", number, (("network", part),)] for part in networks]
            assert close(figures["sum(x)", number, ()], total(parts))
            assert figures["count(*)", number, ()] == sum(
                count for (place, _), count in found.rows.items() if place == number
            )


@settings(max_examples=25)
@given(ROWS, st.permutations(range(4)))
def test_overlapping_windows_change_no_figure(rows: Rows, order: list[int]) -> None:
    apart = ask(rows, WINDOWS)
    together = ask(rows, [*(WINDOWS[number] for number in order), window("2026"), window("2026-Q1")])
    again = {cell: value for cell, value in together.values.items() if cell.window < len(order)}
    assert {cell._replace(window=order[cell.window]): value for cell, value in again.items()} == apart.values


@settings(max_examples=25)
@given(ROWS)
def test_rows_that_are_kept_in_a_table_give_what_one_look_gives(rows: Rows) -> None:
    numbered = [(*row, str(number)) for number, row in enumerate(rows)]
    text = written([]).replace("y", "y,id", 1) + "".join(
        ",".join("" if cell is None else str(cell) for cell in row) + "\n" for row in numbered
    )
    with tempfile.TemporaryDirectory() as folder:
        of = source(Path(folder), csv(Path(folder), text), dimensions=["network"], key="id")
        kept = evaluated(of, "sum(x)", "sum(y)", "sum(x) / sum(y)", "count(*)", windows=WINDOWS, by=["network"])
    assert kept == ask(rows, WINDOWS)


_NUMBERS_AND_NOT = ("1", "-2.5", "1e3", ".5", "5.", "+7", " 8 ", "1_000", "1,5", "0x1F", "1e", "１", "inf", "1e400")
_NOTHING = ("nan", "NaN", "Nan", "", " ", "-", "--", " - ", "N/A", "null", "NULL")
_OTHERS = ("x", "true", "Yes", "f", "2026-01-31", "2026-02-30", "2026-01-31T10:00Z", "2026-01-31 10:00:00,5")
_WORDS = st.sampled_from([*_NUMBERS_AND_NOT, *_NOTHING, *_OTHERS])
_CELLS = _WORDS | st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=8)


@settings(max_examples=150)
@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS, _CELLS), min_size=1, max_size=6), st.sampled_from([None, ","]))
def test_the_quick_reading_equals_the_careful_one(rows: list[tuple[str, str, str, str]], decimal: str | None) -> None:
    stream = io.StringIO()
    writer = plain_csv.writer(stream, delimiter=";", lineterminator="\n", quoting=plain_csv.QUOTE_ALL)
    writer.writerow(["date", "number", "truth", "text", "other"])
    writer.writerows(("2026-01-31", *row) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        entry = {"file": csv(Path(folder), stream.getvalue()), "decimal": decimal}
        answers = [_figures(Path(folder), entry, careful=careful) for careful in (False, True)]
    assert answers[0] == answers[1]


def _figures(folder: Path, entry: Mapping[str, object], *, careful: bool) -> Evaluation:
    of = source(folder, [entry])
    if careful:
        found = of._files
        cautious = tuple((replace(opened, direct=False), layout) for opened, layout in found.opened)
        of.__dict__["_files"] = replace(found, opened=cautious)
    formulas = [
        "sum(number)",
        "count(number)",
        "count(*) filter (where truth)",
        "count(*) filter (where not truth)",
        "count(distinct text)",
        "min(date_diff('day', date, other))",
    ]
    return evaluated(of, *formulas)


@given(_WORDS)
def test_numbers_of_cells_are_finite_or_nothing(text: str) -> None:
    try:
        found = cells.number(text)
    except ValueError:
        return
    assert found is None or abs(found) < float("inf")


_PIECES = st.sampled_from(
    [",", "\n", '"', '""', "a", "1", " ", "-", "2026-01-01,", ',"a\nb",', "\n2026-01-02,3,a\n", "2026-01-01,5,a\n"]
)


@settings(max_examples=100)
@given(st.lists(_PIECES, max_size=12).map("".join), st.sampled_from(["\n", "\r\n"]))
def test_the_quick_reading_takes_no_row_that_the_careful_one_refuses(body: str, line_break: str) -> None:
    text = f"date,number,text\n2026-01-01,5,x\n{body}".replace("\n", line_break)
    with tempfile.TemporaryDirectory() as folder:
        entry = {"file": csv(Path(folder), text), "set": {"truth": "yes", "other": ""}}
        answers = [_figures(Path(folder), entry, careful=careful) for careful in (False, True)]
    assert answers[0] == answers[1]
