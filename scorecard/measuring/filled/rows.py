"""The figures of a filled-in table, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from scorecard.actuals import DimensionValues
from scorecard.measuring.filled.form import Form
from scorecard.measuring.filled.numbers import Numbers, numbers_of
from scorecard.measuring.filled.periods import filled_period
from scorecard.measuring.filled.sheet import Sheet
from scorecard.measuring.recorded.rows import MOST_PROBLEMS
from scorecard.measuring.rules import bad_figure_date, figure_row, figure_twice, unknown_figure
from scorecard.naming import counted
from scorecard.period import Period
from scorecard.problem import Problem
from scorecard.recorded import NewFigure
from scorecard.table_text import unguarded


class _Entry(NamedTuple):
    """A cell that holds a value, the period it is for and the cell that says so."""

    row: int
    column: int
    period: Period | None
    period_column: int


@dataclass(slots=True)
class FilledReader:
    """Reads the rows of a table; what is wrong goes to ``problems``."""

    sheet: Sheet
    form: Form
    kpis: Mapping[str, str | None]
    default: Period | None
    problems: list[Problem] = field(default_factory=list)
    _empty: int = 0
    _renamed: dict[str, str] = field(default_factory=dict)
    _numbers_said: str = ""
    _shares_said: str = ""

    def figures(self) -> tuple[NewFigure, ...]:
        """The figures of all rows that can be read."""
        entries = [entry for row in self._rows() for entry in self._entries(row)]
        cells = [(entry.row, entry.column) for entry in entries]
        if self.form.n is not None:
            cells += [(entry.row, self.form.n) for entry in entries]
        numbers = numbers_of(self.sheet, cells)
        self._numbers_said = numbers.said
        seen: dict[tuple[str, Period, DimensionValues], int] = {}
        unknown: dict[str, list[_Entry]] = {}
        figures = []
        for entry in entries:
            kpi = self.sheet.rows[entry.row][self.form.kpi]
            figure = self._figure(entry, kpi, numbers) if kpi in self.kpis else None
            if kpi not in self.kpis:
                unknown.setdefault(kpi, []).append(entry)
            if figure is not None:
                figures.append(figure)
                self._once(figure, entry, seen)
            if len(self.problems) + len(unknown) >= MOST_PROBLEMS:
                break
        for kpi, (first, *others) in unknown.items():
            spot = self.sheet.spot(first.row, self.form.kpi)
            self.problems.append(unknown_figure.problem(kpi, self.kpis, spot, len(others)))
        self.problems.sort(key=lambda problem: problem.position.line if problem.position else 0)
        return tuple(figures)

    def notes(self) -> tuple[str, ...]:
        """How the file was understood, where that is not a matter of course."""
        notes = list(self.sheet.notes)
        if self._numbers_said:
            parted = next((place for place, note in enumerate(notes) if note.startswith("read with ")), None)
            if parted is None:
                notes.append(f"read with {self._numbers_said}")
            else:
                notes[parted] += f" and {self._numbers_said}"
        notes += [self._shares_said] if self._shares_said else []
        notes += [f"“{written}” read as {period}" for written, period in self._renamed.items()]
        if self.form.left_out:
            columns = ", ".join(self.form.left_out)
            notes.append(f"not read: the column{'s' if self.form.left_out[1:] else ''} {columns}")
        if self._empty:
            without = "cell" if self.form.value is None else "row"
            notes.append(f"{counted(**{without: self._empty})} without a value left out")
        return tuple(notes)

    def _rows(self) -> Iterator[int]:
        """The rows that have as many cells as there are columns."""
        wanted = len(self.sheet.rows[0])
        for number, cells in enumerate(self.sheet.rows[1:], 1):
            found = len(cells)
            if found < wanted:
                cut = number == len(self.sheet.rows) - 1 and self.sheet.ends_open
                self.problems.append(figure_row.few_cells(self.sheet.whole(number), found, wanted, cut=cut))
            elif any(cells[wanted:]):
                self.problems.append(figure_row.many_cells(self.sheet.spot(number, wanted), found, wanted))
            else:
                yield number
            if len(self.problems) >= MOST_PROBLEMS:
                return

    def _entries(self, row: int) -> Iterator[_Entry]:
        """The cells of a row that hold a value; empty ones are counted."""
        cells, form = self.sheet.rows[row], self.form
        if form.value is None:
            for column, named in form.values:
                if cells[column]:
                    self._note_period(self.sheet.rows[0][column], named)
                    yield _Entry(row, column, named, column)
                else:
                    self._empty += 1
        elif not cells[form.value]:
            self._empty += 1
        elif form.period is None:
            yield _Entry(row, form.value, self.default, form.value)
        else:
            written = cells[form.period]
            period = filled_period(written, self.default, is_date=(row, form.period) in self.sheet.dates)
            if written and period is not None:
                self._note_period(written, period)
            yield _Entry(row, form.value, period, form.period)

    def _note_period(self, written: str, period: Period) -> None:
        if written != str(period):
            self._renamed[written] = str(period)

    def _figure(self, entry: _Entry, kpi: str, numbers: Numbers) -> NewFigure | None:
        form, cells, unit = self.form, self.sheet.rows[entry.row], self.kpis[kpi]
        place = (entry.row, entry.column)
        value = numbers.figure(place, kpi, unit)
        n = numbers.count((entry.row, form.n)) if form.n is not None and cells[form.n] else None
        wrong = [problem for problem in (value, n) if isinstance(problem, Problem)]
        if entry.period is None:
            spot = self.sheet.spot(entry.row, entry.period_column)
            wrong.insert(0, bad_figure_date.problem(cells[entry.period_column], spot))
        self.problems += wrong
        if entry.period is None or isinstance(value, Problem) or isinstance(n, Problem):
            return None
        if numbers.is_share(place, unit) and not self._shares_said:
            self._shares_said = numbers.share_note(place)
        return NewFigure(
            kpi=kpi,
            period=entry.period,
            value=value,
            unit=unit,
            n=n,
            note=(unguarded(cells[form.note]) or None) if form.note is not None else None,
            dimensions=tuple((name, unguarded(cells[at])) for name, at in form.dimensions if cells[at]),
        )

    def _once(self, figure: NewFigure, entry: _Entry, seen: dict[tuple[str, Period, DimensionValues], int]) -> None:
        first = seen.setdefault((figure.kpi, figure.period, figure.dimensions), self.sheet.line(entry.row))
        if first != self.sheet.line(entry.row):
            place, spot = (self.sheet.path, first), self.sheet.spot(entry.row, self.form.kpi)
            self.problems.append(figure_twice.problem(figure.kpi, str(figure.period), figure.dimensions, place, spot))
