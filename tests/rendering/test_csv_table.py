"""Rows as CSV."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from scorecard.rendering.csv_table import csv_table


def test_every_kind_of_field() -> None:
    rows = [("a,b", 0.1, True, date(2026, 10, 31), None), ('"', 3, False, None, "x")]
    assert csv_table(("one", "two", "three", "four", "five"), rows) == (
        'one,two,three,four,five\n"a,b",0.1,yes,2026-10-31,\n"""",3,no,,x\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\n-2", "'=1", "\x1b[2J"])
def test_no_text_becomes_a_formula_or_moves_a_cursor(text: str) -> None:
    _, (cell,) = csv.reader(StringIO(csv_table(("a",), [(text,)])))
    assert cell.lstrip()[:1] not in ("=", "+", "-", "@")
    assert cell.isprintable()


def test_a_negative_number_stays_one() -> None:
    assert csv_table(("a",), [(-0.5,)]) == "a\n-0.5\n"
