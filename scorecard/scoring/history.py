"""StrategyMap + Actuals + closed periods -> History: all periods at once, by the engine on arrays.

A period that was closed is read and not scored again. The few periods that the arrays cannot tell are scored on the
graph: those in which a delay reaches a closed period that reported other results than today's, and those in which it
reaches a figure without a date, which is judged on the day of the period that asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from math import nan
from typing import NamedTuple

import numpy

from scorecard.actuals import Actuals
from scorecard.closed import ClosedPeriod
from scorecard.history import History
from scorecard.model import Driver, StrategyMap
from scorecard.period import Period, period_after, period_before, period_of
from scorecard.propagation.sweep import Number, sweep
from scorecard.scoring.card import score
from scorecard.scoring.compiled import compiled
from scorecard.scoring.restating import restated
from scorecard.scoring.rows import Row, rows_of
from scorecard.scoring.series import series_of
from scorecard.scoring.told import Told, by_arrays, by_card, by_report
from scorecard.scoring.which_period import scored_period

_SAME = 1e-13
"""Two engines that add the same numbers up in another order differ by less."""


class _Column(NamedTuple):
    """A period, and what was reported of it."""

    period: Period
    reported: ClosedPeriod | None


def history(
    strategy_map: StrategyMap,
    actuals: Actuals,
    as_of: date,
    *,
    closed: Mapping[Period, ClosedPeriod] = {},
    last: int = 12,
) -> History:
    """The newest ``last`` periods (1 or more) of a map that has no errors, up to the one that holds ``as_of``.

    The numbers of a period are those of its card (`scorecard.scoring.score`) as of the same day, or those that were
    reported when it was ``closed``. The history begins with the first figure or closed period; the period of the day
    is left out while it has no figure yet. Of a map without dated figures only closed periods and that one are known.
    """
    shown = _periods(strategy_map, actuals, as_of, closed)[-last:]
    before = _before(shown[0], max((driver.delay for driver in _drivers(strategy_map)), default=0))
    columns = [_Column(period, closed.get(period)) for period in (*before, *shown)]
    rows = rows_of(strategy_map, actuals, [column.period for column in columns], as_of)
    for place, column in enumerate(columns):
        if column.reported is not None:
            _report(column.reported, rows, place)
    told = _told(strategy_map, actuals, as_of, closed, columns, len(before), rows)
    seen = {kpi_id: row.since(len(before)) for kpi_id, row in rows.items()}
    return History(
        map=strategy_map.name or "Strategy map",
        currency=strategy_map.currency,
        as_of=as_of,
        rhythm=strategy_map.period,
        scored=scored_period(strategy_map, actuals, as_of)[0],
        periods=tuple(shown),
        over=tuple(period.end <= as_of for period in shown),
        reported=tuple(period in closed for period in shown),
        series=tuple(series_of(strategy_map, actuals, as_of, shown, seen, told)),
        events=tuple(
            (when, text)
            for when, text in sorted(strategy_map.events.items())
            if when.start <= shown[-1].end and shown[0].start <= when.end
        ),
        restated=tuple(change for change in restated(strategy_map, actuals, closed) if change.period in shown),
    )


def _drivers(strategy_map: StrategyMap) -> list[Driver]:
    """All drivers of all goals, KPIs and causes."""
    return list(chain.from_iterable((*goal.leading, *goal.driven_by) for goal in strategy_map.goals.values()))


def _periods(
    strategy_map: StrategyMap, actuals: Actuals, as_of: date, closed: Mapping[Period, ClosedPeriod]
) -> list[Period]:
    """All periods that could be shown, oldest first."""
    holding = period_of(as_of, strategy_map.period)
    known = {period for period in closed if period <= holding}
    if not _is_dated(actuals):
        return sorted({*known, holding})
    # By their first days, because a day is hashed much faster than a period and there may be very many figures.
    known.update({period.start: period for _, period, part in actuals.figures if period and not part}.values())
    found = [min({*known, holding})]
    while found[-1] < holding:
        found.append(period_after(found[-1]))
    has_figures = any(_is_measured(actuals, kpi_id, holding) for kpi_id in strategy_map.kpis)
    return found if has_figures or holding in closed or len(found) == 1 else found[:-1]


def _is_dated(actuals: Actuals) -> bool:
    return any(period is not None for _, period, _ in actuals.figures)


def _is_measured(actuals: Actuals, kpi_id: str, period: Period) -> bool:
    """Whether a KPI was measured in the period itself: a figure may be carried into it."""
    figure = actuals.figures.get((kpi_id, period, ()))
    return figure is not None and figure.value is not None and figure.age == 0


def _before(first: Period, count: int) -> list[Period]:
    """So many periods before the first shown one, oldest first, as far as the calendar goes."""
    found = [first]
    try:
        while len(found) <= count:
            found.append(period_before(found[-1]))
    except OverflowError:
        pass  # before the year 1 there is no data
    return found[:0:-1]


def _report(reported: ClosedPeriod, rows: Mapping[str, Row], place: int) -> None:
    """Put what was reported in the place of what would be found today. A report says no reasons, so where it lacks a
    number today's reason is left, which is most likely that of then."""
    for kpi_id, row in rows.items():
        value, performance = reported.values.get(kpi_id), reported.performances.get(kpi_id)
        row.values[place], row.performances[place] = value, performance
        if performance is not None:
            row.reasons[place] = None
        elif row.reasons[place] is None and value is None:
            row.reasons[place] = "no-value"


def _told(
    strategy_map: StrategyMap,
    actuals: Actuals,
    as_of: date,
    closed: Mapping[Period, ClosedPeriod],
    columns: Sequence[_Column],
    first: int,
    rows: Mapping[str, Row],
) -> list[Told]:
    """The numbers of goals, perspectives and the index in every column from the ``first`` shown one on."""
    known = numpy.array([row.performances for row in rows.values()], dtype=float)  # None is NaN
    swept = sweep(compiled(strategy_map), known.reshape(len(rows), len(columns)))
    of_arrays = by_arrays(strategy_map, swept)
    others = _Others(strategy_map, actuals, columns, swept.goals.lagging)
    found: list[Told] = []
    for place, (period, reported) in list(enumerate(columns))[first:]:
        if reported is not None:
            found.append(by_report(reported))
        elif others.has(place):
            found.append(by_card(score(strategy_map, actuals, period, as_of, closed=closed)))
        else:
            found.append(of_arrays[place])
    return found


class _Others:
    """The columns, by their place, that arrays cannot tell."""

    def __init__(
        self, strategy_map: StrategyMap, actuals: Actuals, columns: Sequence[_Column], lagging: Number
    ) -> None:
        self._has_all = not _is_dated(actuals) or _asks_undated(strategy_map, actuals)
        self._columns, self._lagging = columns, lagging
        self._rows = {goal_id: row for row, goal_id in enumerate(strategy_map.goals)}
        self._delayed = {
            (driver.delay, driver.id)
            for goal in strategy_map.goals.values()
            for driver in goal.driven_by
            if driver.delay
        }

    def has(self, place: int) -> bool:
        """Whether a delay reaches results that arrays do not know."""
        return self._has_all or any(
            delay <= place and self._differs(place - delay, cause) for delay, cause in self._delayed
        )

    def _differs(self, place: int, goal_id: str) -> bool:
        """Whether other results of a goal were reported than the arrays find."""
        reported = self._columns[place].reported
        numbers = None if reported is None else reported.goals.get(goal_id)
        if numbers is None:
            return False
        then = (nan if numbers.lagging is None else numbers.lagging, numbers.lagging_coverage)
        row = self._rows[goal_id]
        now = (self._lagging.value[row, place], self._lagging.coverage[row, place])
        return not numpy.allclose(now, then, rtol=0, atol=_SAME, equal_nan=True)


def _asks_undated(strategy_map: StrategyMap, actuals: Actuals) -> bool:
    """Whether a delayed driver stands on a figure without a date that is judged differently from day to day."""
    delayed: set[str] = set()
    for goal in strategy_map.goals.values():
        delayed.update(driver.id for driver in goal.leading if driver.delay)
        for driver in goal.driven_by:
            if driver.delay:
                delayed.update(entry.id for entry in strategy_map.goals[driver.id].lagging)
    return any(strategy_map.kpis[kpi_id].by is not None and (kpi_id, None, ()) in actuals.figures for kpi_id in delayed)
