"""A sheet as a section on paper."""

from __future__ import annotations

from scorecard.rendering.report.printed.marks import small
from scorecard.rendering.report.printed.markup import Child, Typst, call
from scorecard.rendering.report.printed.section import section
from scorecard.rendering.report.printed.table import table
from scorecard.rendering.report.sheet import Cell, Sheet


def sheet_section(sheet: Sheet) -> Typst:
    """The line above, the table and the remarks."""
    return section(
        sheet.title,
        table(sheet.headings, [tuple(map(_cell, row)) for row in sheet.rows], sheet.widths, right=sheet.numbers),
        call("list", *map(small, sheet.remarks)) if sheet.remarks else None,
        lead=sheet.lead,
    )


def _cell(cell: Cell) -> Child:
    return cell if isinstance(cell, str) else call("status", cell.status, cell.text)
