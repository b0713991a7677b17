"""From the numbers of each period to the series of each item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, TypeAlias

from scorecard.actuals import Actuals
from scorecard.history import Compared, Series
from scorecard.model import Kpi, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.propagation.status import limits, map_limits, status
from scorecard.result import Limits, Reason
from scorecard.scoring.figures import figure_of
from scorecard.scoring.rows import Row
from scorecard.scoring.told import UNKNOWN, Numbered, Told

Score: TypeAlias = Literal["performance", "lagging", "leading", "outlook"]

_SCORES: tuple[Score, ...] = ("performance", "lagging", "leading", "outlook")


def series_of(
    strategy_map: StrategyMap,
    actuals: Actuals,
    as_of: date,
    periods: Sequence[Period],
    kpis: Mapping[str, Row],
    told: Sequence[Told],
) -> Iterator[Series]:
    """Every number of the index, the perspectives, the goals, the KPIs and the measures.

    ``kpis`` and ``told`` hold what is known in each of the ``periods`` on the day ``as_of``.
    """
    inherited = map_limits(strategy_map.thresholds)
    is_over = periods[-1].end <= as_of
    yield from _scores("index", "index", "Index", inherited, periods, [column.whole for column in told])
    for item_id, perspective in strategy_map.perspectives.items():
        known = [column.perspectives.get(item_id, UNKNOWN) for column in told]
        yield from _scores("perspective", item_id, perspective.name, inherited, periods, known)
    for item_id, goal in strategy_map.goals.items():
        known = [column.goals.get(item_id, UNKNOWN) for column in told]
        own = limits(goal.thresholds, inherited)
        yield from _scores("goal", item_id, goal.name, own, periods, known, has_kpis=bool(goal.lagging or goal.leading))
    for item_id, kpi in strategy_map.kpis.items():
        own, kind = limits(kpi.thresholds, inherited), kpi.kind or actuals.kinds.get(item_id)
        yield from _of_kpi(item_id, kpi, periods, kpis[item_id], own, growing=kind == "flow" and not is_over)
    for item_id, measure in strategy_map.measures.items():
        figures = [figure_of(actuals, item_id, period) for period in periods]
        growing = (measure.kind or actuals.kinds.get(item_id)) == "flow" and not is_over
        values = tuple(figure.value for figure in figures)
        yield Series(
            kind="measure",
            id=item_id,
            name=measure.name or name_from(item_id),
            number="value",
            unit=measure.unit,
            limits=None,
            values=values,
            reasons=tuple(figure.reason for figure in figures),
            growing=growing,
            compared=compared(values, periods, growing=growing),
        )


def _of_kpi(
    kpi_id: str, kpi: Kpi, periods: Sequence[Period], row: Row, own: Limits, *, growing: bool
) -> Iterator[Series]:
    statuses, reasons = tuple(status(number, own) for number in row.performances), tuple(row.reasons)
    breaks = tuple(
        (when, text) for when, text in sorted(kpi.breaks.items()) if periods[0].start <= when.start <= periods[-1].end
    )
    numbers: tuple[tuple[Literal["value", "performance"], Sequence[float | None]], ...]
    numbers = (("value", row.values), ("performance", row.performances))
    for number, values in numbers:
        grows = growing and number == "value"
        yield Series(
            kind="kpi",
            id=kpi_id,
            name=kpi.name or name_from(kpi_id),
            number=number,
            unit=kpi.unit if number == "value" else None,
            limits=own if number == "performance" else None,
            values=tuple(values),
            statuses=statuses,
            reasons=reasons,
            breaks=breaks,
            growing=grows,
            compared=compared(values, periods, breaks, growing=grows),
        )


def _scores(
    kind: Literal["index", "perspective", "goal"],
    item_id: str,
    name: str | None,
    own: Limits,
    periods: Sequence[Period],
    known: Sequence[Numbered],
    *,
    has_kpis: bool = True,
) -> Iterator[Series]:
    *numbers, statuses = zip(*known, strict=True)
    for number, values in zip(_SCORES, numbers, strict=True):
        nothing: Reason = "no-data" if has_kpis or number in ("leading", "outlook") else "no-kpis"
        reasons: list[Reason | None] = [nothing if value is None else None for value in values]
        if number == "performance":  # it may have no colour although it is known
            reasons = [
                "low-coverage" if word == "no-data" and reason is None else reason
                for word, reason in zip(statuses, reasons, strict=True)
            ]
        yield Series(
            kind=kind,
            id=item_id,
            name=name or name_from(item_id),
            number=number,
            unit=None,
            limits=own,
            values=values,
            statuses=statuses,
            reasons=tuple(reasons),
            compared=compared(values, periods),
        )


def compared(
    values: Sequence[float | None],
    periods: Sequence[Period],
    breaks: Sequence[tuple[Period, str]] = (),
    *,
    growing: bool = False,
) -> Compared | None:
    """From the first to the last number of a series that compares; None without any. See `scorecard.history`."""
    newest = len(values) - 1
    first, last = _known(values, range(newest + 1)), _known(values, range(newest, -1, -1))
    if growing and last is not None and last[0] == newest:
        last = _known(values, range(newest - 1, -1, -1)) or last
    if first is None or last is None:
        return None
    (start, before), (end, now) = first, last
    if any(periods[start].end < when.start <= periods[end].end for when, _ in breaks):
        return Compared(start, end, None, comparable=False)
    return Compared(start, end, None if start == end else now - before)


def _known(values: Sequence[float | None], places: Iterable[int]) -> tuple[int, float] | None:
    """The first of the places in which a value is known, and the value."""
    return next(((place, value) for place in places if (value := values[place]) is not None), None)
