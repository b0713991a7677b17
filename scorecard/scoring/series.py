"""From the numbers of each period to the series of each item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.actuals import Actuals
from scorecard.history import Series
from scorecard.model import Kpi, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.propagation.status import limits, map_limits, status
from scorecard.result import Limits, Reason
from scorecard.scoring.figures import figure_of
from scorecard.scoring.told import UNKNOWN, Numbered, Told

Score: TypeAlias = Literal["performance", "lagging", "leading", "outlook"]

_SCORES: tuple[Score, ...] = ("performance", "lagging", "leading", "outlook")


class Figure(NamedTuple):
    """What is known of a KPI in one period."""

    value: float | None
    performance: float | None
    reason: Reason | None


def series_of(
    strategy_map: StrategyMap,
    actuals: Actuals,
    as_of: date,
    periods: Sequence[Period],
    kpis: Mapping[str, Sequence[Figure]],
    told: Sequence[Told],
) -> Iterator[Series]:
    """Every number of the index, the perspectives, the goals, the KPIs and the measures.

    ``kpis`` and ``told`` hold what is known in each of the ``periods`` on the day ``as_of``.
    """
    inherited = map_limits(strategy_map.thresholds)
    is_over = periods[-1].end <= as_of
    yield from _scores("index", "index", "Index", inherited, [column.whole for column in told])
    for item_id, perspective in strategy_map.perspectives.items():
        known = [column.perspectives.get(item_id, UNKNOWN) for column in told]
        yield from _scores("perspective", item_id, perspective.name, inherited, known)
    for item_id, goal in strategy_map.goals.items():
        known = [column.goals.get(item_id, UNKNOWN) for column in told]
        own = limits(goal.thresholds, inherited)
        yield from _scores("goal", item_id, goal.name, own, known, has_kpis=bool(goal.lagging or goal.leading))
    for item_id, kpi in strategy_map.kpis.items():
        own, kind = limits(kpi.thresholds, inherited), kpi.kind or actuals.kinds.get(item_id)
        yield from _of_kpi(item_id, kpi, periods, kpis[item_id], own, growing=kind == "flow" and not is_over)
    for item_id, measure in strategy_map.measures.items():
        figures = [figure_of(actuals, item_id, period) for period in periods]
        yield Series(
            kind="measure",
            id=item_id,
            name=measure.name or name_from(item_id),
            number="value",
            unit=measure.unit,
            limits=None,
            values=tuple(figure.value for figure in figures),
            reasons=tuple(figure.reason for figure in figures),
            growing=(measure.kind or actuals.kinds.get(item_id)) == "flow" and not is_over,
        )


def _of_kpi(
    kpi_id: str, kpi: Kpi, periods: Sequence[Period], figures: Sequence[Figure], own: Limits, *, growing: bool
) -> Iterator[Series]:
    numbers: tuple[Literal["value", "performance"], ...] = ("value", "performance")
    for number in numbers:
        yield Series(
            kind="kpi",
            id=kpi_id,
            name=kpi.name or name_from(kpi_id),
            number=number,
            unit=kpi.unit if number == "value" else None,
            limits=own if number == "performance" else None,
            values=tuple(getattr(figure, number) for figure in figures),
            statuses=tuple(status(figure.performance, own) for figure in figures),
            reasons=tuple(figure.reason for figure in figures),
            breaks=tuple(
                (when, text)
                for when, text in sorted(kpi.breaks.items())
                if periods[0].start <= when.start <= periods[-1].end
            ),
            growing=growing and number == "value",
        )


def _scores(
    kind: Literal["index", "perspective", "goal"],
    item_id: str,
    name: str | None,
    own: Limits,
    known: Sequence[Numbered],
    *,
    has_kpis: bool = True,
) -> Iterator[Series]:
    statuses = tuple(numbers.status for numbers in known)
    for number in _SCORES:
        values: tuple[float | None, ...] = tuple(getattr(numbers, number) for numbers in known)
        reasons = tuple(_reason(number, value, numbers, has_kpis) for value, numbers in zip(values, known, strict=True))
        yield Series(
            kind=kind,
            id=item_id,
            name=name or name_from(item_id),
            number=number,
            unit=None,
            limits=own,
            values=values,
            statuses=statuses,
            reasons=reasons,
        )


def _reason(number: Score, value: float | None, numbers: Numbered, has_kpis: bool) -> Reason | None:
    """Why there is no number, or no colour although there is a performance."""
    if value is not None:
        return "low-coverage" if number == "performance" and numbers.status == "no-data" else None
    return "no-data" if has_kpis or number in ("leading", "outlook") else "no-kpis"
