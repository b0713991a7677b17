"""A sheet as a section of the page."""

from __future__ import annotations

from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.section import section
from scorecard.rendering.report.sheet import Cell, Sheet
from scorecard.rendering.report.table import table


def sheet_section(key: str, sheet: Sheet) -> Html:
    """The line above, the table and the remarks."""
    rows = [tuple(map(_cell, row)) for row in sheet.rows]
    remarks = [el("li", text) for text in sheet.remarks]
    return section(
        key,
        sheet.title,
        table(sheet.title, sheet.headings, rows, numbers=sheet.numbers, hidden_caption=True),
        el("ul", joined(remarks), class_="small") if remarks else None,
        lead=sheet.lead,
    )


def _cell(cell: Cell) -> Child:
    if isinstance(cell, str):
        return name(cell)
    return el("span", mark(cell.status), cell.text, class_=f"status t-{cell.status}")
