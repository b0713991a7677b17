"""Tables as text: what a cell says and where it stands, and how it is guarded against spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.problem import Position
from scorecard.table_text import cell_text, cells_of, guarded, position_of, rows_of, unguarded

CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"], include_characters=',"\n;'), max_size=8
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4), st.sampled_from([",", ";", "\t"]))
def test_rows_are_those_of_the_standard_reader(table: list[list[str]], delimiter: str) -> None:
    stream = StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    found = list(rows_of(stream.getvalue(), delimiter))
    assert [row.cells for row in found] == [[cell.strip() for cell in row] for row in table]
    assert not any(row.fault for row in found)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_a_cell_is_read_as_it_was_written(table: list[list[str]]) -> None:
    text = "".join(",".join(map(cell_text, row)) + "\r\n" for row in table)
    assert [row.cells for row in rows_of(text)] == [[cell.strip() for cell in row] for row in table]


@given(st.text(st.sampled_from('ab,"\n\r \x85'), max_size=30))
def test_rows_cover_every_text_and_lines_are_counted(text: str) -> None:
    at = 0
    for row in rows_of(text):
        assert row.start == at
        assert [cell.text for cell in cells_of(text, row)] == row.cells
        place = position_of(text, row, row.start, row.start)
        before = text[: row.start].replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
        assert (row.line, place.column) == (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1) or row.start
        assert row.line == before.count("\n") + 1
        at = row.end + (2 if text.startswith("\r\n", row.end) else 1)
    assert at >= len(text)


def test_places_count_lines_and_columns_inside_of_quotes() -> None:
    text = 'a,b\n1,"two\nlines", three ,"4"\n'
    row = list(rows_of(text))[1]
    cells = cells_of(text, row)
    assert [cell.text for cell in cells] == ["1", "two\nlines", "three", "4"]
    assert position_of(text, row, cells[1].start, cells[1].end) == Position(line=2, column=3, length=4)
    assert position_of(text, row, cells[2].start, cells[2].end) == Position(line=3, column=9, length=5)
    assert [cell.quoted for cell in cells] == [False, True, False, True]


@pytest.mark.parametrize(
    ("text", "cells", "fault"),
    [
        ('a,"b', ["a", "b"], "open-quote"),
        ('a,"b\nc,d\n', ["a", "b\nc,d"], "open-quote"),
        ('a,"b"c,d', ["a", "b", "d"], "text-after-quote"),
        ('5" screen,b', ['5" screen', "b"], None),
        ('a,"b ""c"""', ["a", 'b "c"'], None),
        ("a,", ["a", ""], None),
    ],
)
def test_quotes_in_the_wrong_place(text: str, cells: list[str], fault: str | None) -> None:
    (row,) = rows_of(text)
    assert (row.cells, row.fault) == (cells, fault)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "'=1", "''@x", "＝1", "' =1"])
def test_what_a_spreadsheet_would_work_out_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "a", "'tis", "'", "1-2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == unguarded(text) == text
