"""Excel and OpenDocument workbooks -> the texts of their cells."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from scorecard.measuring.duck.headings import folded, nearest
from scorecard.measuring.duck.located import Located
from scorecard.measuring.duck.opened import Opened
from scorecard.measuring.rules import file_empty, file_unreadable
from scorecard.problem import Problem


def open_workbook(file: Located) -> Opened | Problem:
    """The sheet that the map names, or the first: its headings and the rows below them."""
    from python_calamine import CalamineError, load_workbook

    place, entry = (*file.loc, "file"), file.entry
    try:
        workbook = load_workbook(str(file.real))
        names = workbook.sheet_names
        sheet = _sheet(names, entry.sheet)
        if sheet is None:
            near = nearest(entry.sheet or "", names)
            return file_unreadable.no_sheet((*file.loc, "sheet"), file.path, entry.sheet or "", near, names)
        rows: list[list[Any]] = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as error:
        return file_unreadable.malformed(place, file.path, str(error).splitlines()[0] if str(error) else "damaged")
    texts = [tuple(map(cell_text, row)) for row in rows]
    above = entry.skip
    while above < len(texts) and not any(cell.strip() for cell in texts[above]):
        above += 1
    if above >= len(texts):
        return file_empty.no_headings(place, file.path, above=entry.skip)
    return Opened(
        file=file,
        format="workbook",
        headings=texts[above],
        above=above,
        below=above + 1,
        sheet=sheet,
        cells=tuple(texts[above + 1 :]),
    )


def _sheet(names: list[str], wanted: str | None) -> str | None:
    if wanted is None:
        return names[0] if names else None
    return next((name for name in names if name == wanted), None) or next(
        (name for name in names if folded(name) == folded(wanted)), None
    )


def cell_text(value: object) -> str:
    """What a cell says as text, the same for all kinds of workbooks: ``12``, ``0.5``, ``2026-10-31``, ``true``."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return repr(value.total_seconds() / 86400)
    return "" if value is None else str(value)
