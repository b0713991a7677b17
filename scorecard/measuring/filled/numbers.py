"""The numbers of a filled-in table, as our files have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scorecard.measuring.filled.decimals import Spelling, mark_of, spelling_of
from scorecard.measuring.filled.sheet import Sheet
from scorecard.measuring.recorded.figures import count_of, figure_of
from scorecard.measuring.rules import bad_figure
from scorecard.problem import Problem
from scorecard.recorded import figure_text

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell, from 0."""

_SEPARATOR = re.compile("(?<=[0-9])[.,\u00a0\u202f ’'](?=[0-9])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers:
    """The text of each cell with a number, None where it can be read in two ways; ``said`` names foreign spellings."""

    sheet: Sheet
    plain: Mapping[Place, str | None]
    said: str = ""

    def figure(self, cell: Place, kpi: str, unit: str | None) -> float | Problem:
        """The value of a KPI of that unit, or why the cell is none."""
        text, written = self.plain[cell], self.sheet.rows[cell[0]][cell[1]]
        if text is None:
            return self._either(cell)
        if self.is_share(cell, unit):
            return float(text)
        value = figure_of(text, unit)
        return bad_figure.problem(written, kpi, unit, self.sheet.spot(*cell)) if value is None else value

    def is_share(self, cell: Place, unit: str | None) -> bool:
        """Whether a workbook keeps a percentage there: 2.5 % is the number 0.025 with a sign that is only shown."""
        return (
            unit in ("%", "percent")
            and cell in self.sheet.numbers
            and 0 < abs(float(self.sheet.rows[cell[0]][cell[1]])) <= 1
        )

    def share_note(self, cell: Place) -> str:
        """What to say of such a cell."""
        text = self.sheet.rows[cell[0]][cell[1]]
        return f"numbers of the workbook read as shares, {text} as {figure_text(float(text), '%')}"

    def count(self, cell: Place) -> float | Problem:
        """A number of rows or answers, or why the cell is none."""
        text = self.plain[cell]
        if text is None:
            return self._either(cell)
        n = count_of(text)
        return bad_figure.count(self.sheet.rows[cell[0]][cell[1]], self.sheet.spot(*cell)) if n is None else n

    def _either(self, cell: Place) -> Problem:
        spelling = _spelling(self.sheet, cell)
        point, joined = sorted((spelling.comma, spelling.point), key=lambda text: "." not in text)
        return bad_figure.either(self.sheet.rows[cell[0]][cell[1]], joined, point, self.sheet.spot(*cell))


def numbers_of(sheet: Sheet, cells: Iterable[Place]) -> Numbers:
    """Read the numbers of these cells; a spelling that leaves it open is decided by what the others show."""
    spellings = {cell: _spelling(sheet, cell) for cell in cells}
    mark = mark_of(spellings.values())
    plain = {cell: spelling.read(mark) for cell, spelling in spellings.items()}
    said = ""
    for (row, column), text in plain.items():
        written = sheet.rows[row][column]
        if text is None or text == written:
            continue
        if "," in written and (spellings[row, column].shows or mark) == "comma":
            said = "decimal commas"
            break
        if len(_SEPARATOR.findall(written)) > text.count("."):
            said = "separators between thousands"
    return Numbers(sheet=sheet, plain=plain, said=said)


def _spelling(sheet: Sheet, cell: Place) -> Spelling:
    text = sheet.rows[cell[0]][cell[1]]
    if cell in sheet.numbers:
        return Spelling(text, text)
    return spelling_of(text, points_are_plain=sheet.delimiter == ",")
