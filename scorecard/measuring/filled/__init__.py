"""Figures out of a table that somebody filled in: the form that ``due`` writes, or one of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scorecard.measuring.filled.form import form_of
from scorecard.measuring.filled.rows import FilledReader
from scorecard.measuring.filled.sheet import sheet_of
from scorecard.measuring.recorded.rows import MOST_PROBLEMS
from scorecard.period import Period
from scorecard.problem import Problem
from scorecard.recorded import NewFigure


class Filled(NamedTuple):
    """The figures, none of them where there are ``problems``; ``notes`` say how the file was understood."""

    rows: tuple[NewFigure, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_filled(
    path: Path, kpis: Mapping[str, str | None], dimensions: Sequence[str], default_period: Period | None
) -> Filled:
    """The figures of a table: CSV with ``,`` ``;`` or tabs between its cells, or the first sheet of a workbook.

    A long table has the columns ``kpi``, ``period`` (or ``date``; an empty one is ``default_period``) and ``value``,
    if you like ``n``, ``note`` and the dimensions; a wide one has ``kpi`` and a column for each period. Other columns
    are ignored, rows without a value are left out and counted. ``kpis`` are the ids that figures may have with their
    units, ``dimensions`` those of the map.
    """
    sheet = sheet_of(path)
    if isinstance(sheet, Problem):
        return Filled((), (), (sheet,))
    form = form_of(sheet, dimensions, default_period)
    if isinstance(form, Problem):
        return Filled((), sheet.notes, (form,))
    reader = FilledReader(sheet, form, kpis, default_period)
    rows = reader.figures()
    problems = tuple(reader.problems[:MOST_PROBLEMS])
    return Filled(() if problems else rows, reader.notes(), problems)
