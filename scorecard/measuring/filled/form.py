"""Which column of a filled-in table holds what: a value per row, or a column for each period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorecard.measuring.filled.periods import filled_period
from scorecard.measuring.filled.sheet import Sheet
from scorecard.measuring.recorded.header import MOST_COLUMNS
from scorecard.measuring.rules import figure_row
from scorecard.period import Period
from scorecard.problem import Problem
from scorecard.recorded import COLUMNS

_OF_THE_FORM = ("name", "owner", "unit", "last value")
"""They help whoever fills the form in, and are not read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """The numbers of the columns, from 0; a long form has one ``value`` column, a wide one ``values`` with periods."""

    kpi: int
    value: int | None = None
    values: tuple[tuple[int, Period], ...] = ()
    period: int | None = None
    n: int | None = None
    note: int | None = None
    dimensions: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()


def form_of(sheet: Sheet, dimensions: Sequence[str], default: Period | None) -> Form | Problem:
    """What the first row says the columns are, or what is wrong with it."""
    if len(sheet.rows[0]) > MOST_COLUMNS:
        return figure_row.many_columns(sheet.whole(0), len(sheet.rows[0]), MOST_COLUMNS)
    names = [name.casefold() for name in sheet.rows[0]]
    known = {*COLUMNS, "period", *(name.casefold() for name in dimensions)}
    for number, name in enumerate(names):
        if name in known and name in names[:number]:
            return figure_row.doubled_column(sheet.spot(0, number), sheet.rows[0][number])
    if "date" in names and "period" in names:
        return figure_row.doubled_column(sheet.spot(0, names.index("date")), "period")
    values = tuple(
        (number, period)
        for number, name in enumerate(sheet.rows[0])
        if name and (period := _period(sheet, number, name, default)) is not None
    )
    problem = _missing(sheet, names, values, default)
    if problem is not None:
        return problem
    at = {name: number for number, name in enumerate(names) if name in known}
    wide = () if "value" in at else ("n", "note", "period", "date")
    read = {number for name, number in at.items() if name not in wide} | {number for number, _ in values}
    return Form(
        kpi=at["kpi"],
        value=at.get("value"),
        values=values,
        period=None if wide else at.get("period", at.get("date")),
        n=None if wide else at.get("n"),
        note=None if wide else at.get("note"),
        dimensions=tuple(
            (name, at[name.casefold()]) for name in dimensions if name.casefold() in at and name not in COLUMNS
        ),
        left_out=tuple(
            sheet.rows[0][number]
            for number, name in enumerate(names)
            if name and number not in read and name not in _OF_THE_FORM
        ),
    )


def _period(sheet: Sheet, column: int, name: str, default: Period | None) -> Period | None:
    return filled_period(name, default, is_date=(0, column) in sheet.dates)


def _missing(
    sheet: Sheet, names: Sequence[str], values: Sequence[tuple[int, Period]], default: Period | None
) -> Problem | None:
    if "value" in names and values:
        return figure_row.two_forms(sheet.spot(0, values[0][0]))
    for number, (column, period) in enumerate(values):
        if period in [earlier for _, earlier in values[:number]]:
            return figure_row.doubled_column(sheet.spot(0, column), str(period))
    missing = [name for name in ("kpi",) if name not in names]
    if "value" not in names and not values:
        missing.append("value")
    if "value" in names and default is None and not {"date", "period"} & {*names}:
        missing.append("period")
    if not missing:
        return None
    return figure_row.missing_columns(
        sheet.whole(0), missing, "name them in the first line: `kpi,period,value`, or `kpi,2026-09,2026-10`"
    )
