"""The rows of one file of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from scorecard.actuals import DimensionValues
from scorecard.measuring.recorded.figures import count_of, figure_of, period_of_text
from scorecard.measuring.recorded.header import Header
from scorecard.measuring.rules import bad_figure, bad_figure_date, figure_row, figure_twice, unknown_figure
from scorecard.measuring.spot import Spot
from scorecard.period import Period
from scorecard.problem import Problem
from scorecard.recorded import Recorded
from scorecard.table_text import LONGEST_CELL, Row, cells_of, position_of, rows_of, unguarded

MOST_PROBLEMS = 20
"""Nobody reads more of one file; its reading stops there."""

Seen: TypeAlias = dict[tuple[str, str, DimensionValues], tuple[str, int]]
"""Where each figure stands: KPI, date as written and combination -> path and line."""

_DIGITS = re.compile(r"[+-]?\d+", re.ASCII)


@dataclass(kw_only=True, slots=True)
class Reader:
    """Reads the rows below the header of one file; ``seen`` goes from file to file."""

    path: str
    text: str
    header: Header
    kpis: Mapping[str, str | None]
    seen: Seen
    problems: list[Problem] = field(default_factory=list)
    _periods: dict[str, Period | None] = field(default_factory=dict)
    _unknown: dict[str, tuple[Row, int]] = field(default_factory=dict)

    def figures(self) -> list[Recorded]:
        """All rows that can be read; the others are ``problems``, in the order of the file."""
        figures = []
        for row in self._rows():
            figure = self._figure(row)
            if figure is not None:
                figures.append(figure)
            elif len(self.problems) + len(self._unknown) >= MOST_PROBLEMS:
                break
        for text, (row, others) in self._unknown.items():
            spot = self._spot(row, self.header.kpi)
            self.problems.append(unknown_figure.problem(text, self.kpis, spot, others))
        self.problems.sort(key=lambda problem: problem.position.line if problem.position else 0)
        del self.problems[MOST_PROBLEMS:]
        return figures

    def _rows(self) -> Iterator[Row]:
        rows = rows_of(self.text)
        for first in rows:
            if any(first.cells):
                break  # the header
        return (row for row in rows if any(row.cells))

    def _figure(self, row: Row) -> Recorded | None:
        header, cells = self.header, row.cells
        if len(cells) != header.width or row.fault or row.end - row.start > LONGEST_CELL or header.unnamed:
            problem = self._shape(row)
            if problem is not None:
                self.problems.append(problem)
                return None
        kpi, date = cells[header.kpi], cells[header.date]
        if kpi not in self.kpis:
            first, others = self._unknown.get(kpi, (row, -1))
            self._unknown[kpi] = (first, others + 1)
            return None
        if date not in self._periods:
            self._periods[date] = period_of_text(date)
        period = self._periods[date]
        value = figure_of(cells[header.value], self.kpis[kpi])
        written = cells[header.n] if header.n is not None else ""
        n = count_of(written) if written else None
        if period is None or value is None or (written and n is None):
            self._complain(row, period, value, n)
            return None
        dimensions = tuple((name, unguarded(cells[at])) for name, at in header.dimensions if cells[at])
        first_place = self.seen.setdefault((kpi, date, dimensions), (self.path, row.line))
        if first_place != (self.path, row.line):
            self.problems.append(figure_twice.problem(kpi, date, dimensions, first_place, self._whole(row)))
            return None
        return Recorded(
            kpi=kpi,
            period=period,
            value=value,
            n=n,
            note=(unguarded(cells[header.note]) or None) if header.note is not None else None,
            dimensions=dimensions,
            path=self.path,
            line=row.line,
        )

    def _complain(self, row: Row, period: Period | None, value: float | None, n: float | None) -> None:
        header, cells = self.header, row.cells
        if period is None:
            self.problems.append(bad_figure_date.problem(cells[header.date], self._spot(row, header.date)))
        if value is None:
            kpi = cells[header.kpi]
            spot = self._spot(row, header.value)
            self.problems.append(bad_figure.problem(cells[header.value], kpi, self.kpis[kpi], spot))
        if header.n is not None and cells[header.n] and n is None:
            self.problems.append(bad_figure.count(cells[header.n], self._spot(row, header.n)))

    def _shape(self, row: Row) -> Problem | None:
        """What is wrong with the cells of a row before they are read."""
        wanted, found = self.header.width, len(row.cells)
        spans = cells_of(self.text, row)
        if row.fault == "open-quote":
            return figure_row.open_quote(self._spot(row, found - 1))
        for number, cell in enumerate(spans):
            if len(cell.text) > LONGEST_CELL:
                return figure_row.long_cell(self._spot(row, number), len(cell.text), LONGEST_CELL)
        if row.fault is not None:
            return figure_row.text_after_quote(self._whole(row))
        if found < wanted:
            return figure_row.few_cells(self._whole(row), found, wanted, cut=row.end == len(self.text))
        if found > wanted and any(row.cells[wanted:]):
            return self._comma_in_number(row) or figure_row.many_cells(self._spot(row, wanted), found, wanted)
        if any(row.cells[number] for number in self.header.unnamed):
            at = next(number for number in self.header.unnamed if row.cells[number])
            return figure_row.many_cells(self._spot(row, at), found, wanted - len(self.header.unnamed))
        return None

    def _comma_in_number(self, row: Row) -> Problem | None:
        """A value that was written with a comma falls into two cells."""
        at = self.header.value
        if len(row.cells) != self.header.width + 1 or not _DIGITS.fullmatch(row.cells[at]):
            return None
        if not row.cells[at + 1].rstrip("%kM").isdigit():
            return None
        spans = cells_of(self.text, row)
        whole = self.text[spans[at].start : spans[at + 1].end]
        position = position_of(self.text, row, spans[at].start, spans[at + 1].end)
        kpi = row.cells[self.header.kpi + (self.header.kpi > at)]
        return bad_figure.problem(whole, kpi, None, Spot(self.path, position, self.header.names[at]))

    def _spot(self, row: Row, column: int) -> Spot:
        cell = cells_of(self.text, row)[column]
        name = self.header.names[column] if column < len(self.header.names) else ""
        return Spot(self.path, position_of(self.text, row, cell.start, cell.end), name)

    def _whole(self, row: Row) -> Spot:
        return Spot(self.path, position_of(self.text, row, row.start, row.end))
