"""Rows as CSV for programs and spreadsheets: raw numbers, ISO dates, no data as an empty field."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from typing import TypeAlias

from scorecard.rendering.spans import printable
from scorecard.table_text import guarded

Field: TypeAlias = str | float | bool | date | None


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Field]]) -> str:
    """The rows below a line of column names; a text that a spreadsheet would take for a formula is guarded."""
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(field) for field in row] for row in rows)
    return stream.getvalue()


def _cell(field: Field) -> str:
    if field is None:
        return ""
    if isinstance(field, str):
        return guarded(printable(field))
    if isinstance(field, bool):
        return "yes" if field else "no"
    return field.isoformat() if isinstance(field, date) else repr(field)
