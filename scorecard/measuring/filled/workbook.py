"""The first sheet of a workbook as rows of texts."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from scorecard.measuring.filled.sheet import Sheet
from scorecard.measuring.rules import figure_file, figure_row
from scorecard.problem import Problem
from scorecard.recorded import figure_text
from scorecard.table_text import LONGEST_CELL


def workbook_sheet(raw: bytes, path: str) -> Sheet | Problem:
    """The first sheet, or why there is none."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        values = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        return figure_file.no_table(path, str(error) or type(error).__name__)
    rows: list[list[str]] = []
    lines: list[int] = []
    numbers: set[tuple[int, int]] = set()
    dates: set[tuple[int, int]] = set()
    for line, cells in enumerate(values, 1):
        texts = [_text(cell) for cell in cells]
        if not any(texts):
            continue
        for column, cell in enumerate(cells):
            if isinstance(cell, date):
                dates.add((len(rows), column))
            elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
                numbers.add((len(rows), column))
        rows.append(texts)
        lines.append(line)
    if not rows:
        return figure_row.empty(path)
    sheet = Sheet(path=path, rows=rows, lines=lines, numbers=frozenset(numbers), dates=frozenset(dates))
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if len(text) > LONGEST_CELL:
                return figure_row.long_cell(sheet.spot(number, column), len(text), LONGEST_CELL)
    return sheet


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return figure_text(cell, None)
    if isinstance(cell, datetime):
        return (cell.date() if cell.time() == cell.time().min else cell).isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
