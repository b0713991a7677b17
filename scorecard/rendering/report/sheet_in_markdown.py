"""A sheet as Markdown."""

from __future__ import annotations

from scorecard.rendering.markdown import markdown_table, markdown_text
from scorecard.rendering.report.sheet import Cell, Sheet
from scorecard.rendering.words import STATUS_GLYPH


def sheet_in_markdown(sheet: Sheet) -> list[str]:
    """The line above, the table and the remarks."""
    rows = [tuple(map(_cell, row)) for row in sheet.rows]
    remarks = [f"- {markdown_text(text)}" for text in sheet.remarks]
    return [
        *(f"### {sheet.title}", "", markdown_text(sheet.lead), ""),
        *markdown_table(sheet.headings, rows, right=sheet.numbers),
        *(("", *remarks, "") if remarks else ()),
    ]


def _cell(cell: Cell) -> str:
    return markdown_text(cell) if isinstance(cell, str) else f"{STATUS_GLYPH[cell.status]} {markdown_text(cell.text)}"
