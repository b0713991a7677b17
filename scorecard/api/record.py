"""Writing figures down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.actuals import DimensionValues
from scorecard.api.closed import closed_periods
from scorecard.api.score import InvalidDataError, PeriodError
from scorecard.api.show import ItemNotFoundError
from scorecard.measuring.asked import rhythm_of
from scorecard.measuring.due import last_closed
from scorecard.measuring.from_records import misfits, recorded_value
from scorecard.measuring.plan import Item, items_of
from scorecard.measuring.recorded import read_recorded
from scorecard.model import Kpi, StrategyMap
from scorecard.period import Days, Period, parse_period, period_before, period_of
from scorecard.problem import Problem
from scorecard.recorded import NewFigure, Recorded


class FigureError(Exception):
    """A figure cannot be recorded; the message says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entered:
    """A figure that was written down, with the one it replaced and the one of the period before, in the KPI's unit."""

    figure: NewFigure
    path: str
    replaced: float | None
    before: float | None
    before_period: Period | None


def new_figure(
    strategy_map: StrategyMap,
    item_id: str,
    value: str,
    as_of: date,
    *,
    period: str | None = None,
    parts: Mapping[str, str] | None = None,
    n: float | None = None,
    note: str | None = None,
) -> NewFigure:
    """The figure that was typed: ``value`` as it is written in a map, for a day or a period; left out, for the last
    period of the KPI's own rhythm that is over.

    Raises:
        ItemNotFoundError: when no KPI or measure has the id.
        FigureError: when the KPI is not one that people record, or the value or a dimension is none.
        PeriodError: when the period is none, begins after the day, or is longer than those of the KPI.
    """
    item = recordable(strategy_map, item_id)
    return NewFigure(
        kpi=item_id,
        period=_period(strategy_map, item, period, as_of),
        value=_value(value, item_id, item.unit),
        unit=item.unit,
        n=n,
        note=note,
        dimensions=_parts(strategy_map, parts or {}),
    )


def recordable(strategy_map: StrategyMap, item_id: str) -> Item:
    """The KPI or measure of that id, if its figures come from people."""
    items = items_of(strategy_map)
    if item_id not in items:
        from difflib import get_close_matches

        near = get_close_matches(item_id, items, n=1)
        raise ItemNotFoundError(f"the map has no KPI {item_id!r}{f'; did you mean {near[0]}?' if near else ''}")
    item = items[item_id]
    if item.formula is not None:
        where = f"the rows of source '{item.source}'" if item.source else "other figures"
        raise FigureError(f"'{item_id}' is worked out from {where} ({item.formula}), so it is not recorded")
    if isinstance(item, Kpi) and item.value is not None:
        raise FigureError(f"'{item_id}' has its value in the map; take `value` out to record its figures")
    return item


def _value(text: str, item_id: str, unit: str | None) -> float:
    from scorecard.measuring.recorded.figures import figure_of
    from scorecard.measuring.rules import bad_figure
    from scorecard.measuring.spot import Spot
    from scorecard.problem import Position

    value = figure_of(text, unit)
    if value is None:
        raise FigureError(_sentence(bad_figure.problem(text, item_id, unit, Spot("", Position(line=1, column=1)))))
    return value


def _sentence(problem: Problem) -> str:
    """A problem without an excerpt of the file it is in."""
    from scorecard.rendering.problems import hint, message

    place = f"{problem.path}, line {problem.position.line}: " if problem.path and problem.position else ""
    return place + "; ".join(filter(None, (message(problem), hint(problem))))


def _period(strategy_map: StrategyMap, item: Item, text: str | None, as_of: date) -> Period:
    if text is None:
        return last_closed(strategy_map, item, as_of)
    rhythm = rhythm_of(item, strategy_map.period)
    example = period_of(as_of, rhythm)
    try:
        found = parse_period(text)
    except ValueError:
        raise PeriodError(f"{text!r} is no day and no period; write {example} or {as_of}") from None
    if found.start > as_of:
        raise PeriodError(f"{found} has not begun on {as_of}")
    if (found.end - found.start).days > (example.end - example.start).days + 3:
        raise PeriodError(f"{found} is longer than the periods in which it is measured ({rhythm}, as {example})")
    return found


def _parts(strategy_map: StrategyMap, parts: Mapping[str, str]) -> DimensionValues:
    for name in parts:
        if name not in strategy_map.dimensions:
            known = ", ".join(strategy_map.dimensions) or "none"
            raise FigureError(f"the map has no dimension {name!r}; there are: {known}")
    return tuple((name, parts[name]) for name in strategy_map.dimensions if name in parts)


def record(strategy_map: StrategyMap, folder: Path, figures: Sequence[NewFigure]) -> tuple[Entered, ...]:
    """Write figures down in ``data/actuals*.csv``: all of them, or none.

    Raises:
        InvalidDataError: when the recorded figures have errors.
        FigureError: when a KPI is not one that people record, or the figures do not fit those that are recorded.
        OSError, scorecard.writing.recorded.UnfitFileError: when a file cannot be written.
    """
    from scorecard.measuring.recorded.figures import figure_of
    from scorecard.writing.recorded import record as write_down

    items = items_of(strategy_map)
    for item_id in dict.fromkeys(figure.kpi for figure in figures):
        recordable(strategy_map, item_id)
    rows, problems = read_recorded(
        folder, {item_id: item.unit for item_id, item in items.items()}, strategy_map.dimensions
    )
    if problems:
        raise InvalidDataError(folder, problems)
    _refuse_misfits(strategy_map, folder, rows, figures)
    entered = []
    for done in write_down(folder, figures):
        before, then = _before(strategy_map, items[done.figure.kpi], rows, done.figure)
        replaced = None if done.before is None else figure_of(done.before, done.figure.unit)
        entered.append(
            Entered(figure=done.figure, path=done.path, replaced=replaced, before=before, before_period=then)
        )
    return tuple(entered)


def record_text(strategy_map: StrategyMap, folder: Path, figures: Sequence[NewFigure]) -> str:
    """Write figures down as `record` does, and say what stands there now."""
    from scorecard.rendering.entered import entered_line, entered_text

    if not figures:
        return "no figure is filled in; nothing was written\n"
    entered = record(strategy_map, folder, figures)
    currency = strategy_map.currency
    lines = [entered_line(one.figure, one.replaced, one.before, one.before_period, currency) for one in entered]
    closed = closed_periods(folder, strategy_map.period, date.max)
    into = {period_of(one.figure.period.end, strategy_map.period) for one in entered}
    return entered_text(lines, [one.path for one in entered], sorted(into & closed.keys()))


def _refuse_misfits(
    strategy_map: StrategyMap, folder: Path, rows: Sequence[Recorded], figures: Sequence[NewFigure]
) -> None:
    """What was wrong before is shown in its file; what the new figures bring about stands in none."""
    items = items_of(strategy_map)
    problems = misfits(strategy_map, items, _together(rows, figures))
    if not problems:
        return
    there: dict[str, list[Recorded]] = {}
    for row in rows:
        there.setdefault(row.kpi, []).append(row)
    before = misfits(strategy_map, items, there)
    old = [problem for problem in problems if problem in before]
    if old:
        raise InvalidDataError(folder, old)
    raise FigureError("\n".join(map(_sentence, problems)))


def _together(rows: Sequence[Recorded], figures: Sequence[NewFigure]) -> dict[str, list[Recorded]]:
    """The figures as they will be, by KPI."""
    new = {(figure.kpi, figure.period, figure.dimensions): figure for figure in figures}
    found: dict[str, list[Recorded]] = {}
    for row in rows:
        if row.kpi in {figure.kpi for figure in figures} and (row.kpi, row.period, row.dimensions) not in new:
            found.setdefault(row.kpi, []).append(row)
    for figure in new.values():
        row = Recorded(
            kpi=figure.kpi,
            period=figure.period,
            value=figure.value,
            n=figure.n,
            dimensions=figure.dimensions,
            path="",
            line=0,
        )
        found.setdefault(figure.kpi, []).append(row)
    return found


def _before(
    strategy_map: StrategyMap, item: Item, rows: Sequence[Recorded], figure: NewFigure
) -> tuple[float | None, Period | None]:
    """The value of the period before, of the same part."""
    rhythm = rhythm_of(item, strategy_map.period)
    then = period_before(period_of(figure.period.start, rhythm))
    own = [row for row in rows if row.kpi == figure.kpi]
    value = recorded_value(item, own, Days(then.start, then.end), figure.dimensions).value
    return value, None if value is None else then


def filled_figures(strategy_map: StrategyMap, path: Path, as_of: date) -> tuple[tuple[NewFigure, ...], tuple[str, ...]]:
    """The figures in a table that somebody filled in, and how it was understood.

    Raises:
        InvalidDataError: when anything in it is no figure; then nothing of it is to be written.
    """
    from scorecard.measuring.filled import read_filled

    units = {item_id: item.unit for item_id, item in items_of(strategy_map).items()}
    holding = period_of(as_of, strategy_map.period)
    last = holding if holding.end <= as_of else period_before(holding)
    filled = read_filled(path, units, strategy_map.dimensions, last)
    if filled.problems:
        raise InvalidDataError(None, filled.problems)
    return filled.rows, filled.notes
