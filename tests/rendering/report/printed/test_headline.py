"""Headline figures on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.rendering.report.lookup import lookup
from scorecard.rendering.report.printed.headline import headline
from tests.reported import folder_of, plain, report_of


@pytest.mark.parametrize(("values", "tables"), [(1, 1), (8, 1), (9, 2), (40, 5)])
def test_many_values_of_a_dimension_become_several_tables(values: int, tables: int, tmp_path: Path) -> None:
    found = report_of(folder_of(tmp_path, plain))
    (split,) = found.splits
    rows = tuple(replace(row, parts=(row.parts[0],) * values) for row in split.rows)
    many = replace(split, columns=tuple(f"Value {number}" for number in range(values)), rows=rows)
    made = headline(lookup(replace(found, splits=(many,))))
    assert made is not None
    headings = re.findall(r'cells\(\([^)]*\), \([^)]*\), \("Figure", ([^)]*)\)', made)
    assert len(headings) == tables
    assert [name for line in headings for name in re.findall(r'"([^"]*)"', line)] == [*many.columns, "Total"]
    assert all(line.count('"') // 2 <= 9 for line in headings)
    assert made.count('..whole("Measure", ') == tables
