"""Which KPIs still wait for somebody to record their figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scorecard.actuals import DimensionValues
from scorecard.due import DueKpi
from scorecard.measuring.asked import rhythm_of
from scorecard.measuring.from_records import recorded_value
from scorecard.measuring.plan import Item, items_of, last_due
from scorecard.measuring.recorded import read_recorded
from scorecard.measuring.values import Value
from scorecard.model import StrategyMap
from scorecard.naming import name_from
from scorecard.period import Days, Period, period_before, period_of
from scorecard.problem import Problem
from scorecard.recorded import Recorded


def due_kpis(
    strategy_map: StrategyMap, folder: Path, period: Period, as_of: date
) -> tuple[tuple[DueKpi, ...], tuple[Problem, ...]]:
    """The KPIs and measures that people record and that have no figure for the period, in the order of the file, and
    what is wrong with the recorded figures. One that is measured more rarely is due when a period of its own has
    ended. One that is recorded by parts is there once for each part without a figure that had one before."""
    items = {item_id: item for item_id, item in items_of(strategy_map).items() if _is_recorded(item)}
    units = {item_id: item.unit for item_id, item in items_of(strategy_map).items()}
    rows, problems = read_recorded(folder, units, strategy_map.dimensions)
    found = []
    for item_id in [*strategy_map.kpis, *strategy_map.measures]:
        if item_id in items:
            own = [row for row in rows if row.kpi == item_id and row.period.start <= as_of]
            asked = last_due(items[item_id], period, as_of)
            found += _due(strategy_map, item_id, items[item_id], asked, own)
    return tuple(found), problems


def _is_recorded(item: Item) -> bool:
    """Whether figures of an item can only come from people."""
    return item.formula is None and getattr(item, "value", None) is None


def _due(strategy_map: StrategyMap, item_id: str, item: Item, period: Period, rows: Sequence[Recorded]) -> list[DueKpi]:
    """A row for the whole or for each part that is missing; none where everything is there."""
    rhythm = rhythm_of(item, strategy_map.period)
    earlier = [row.period.start for row in rows if row.period.start < period.start]
    last = period_of(max(earlier), rhythm) if earlier else None
    due = []
    for part in _missing(item, rows, period, last):
        value = None if last is None else _value(item, rows, last, part).value
        due.append(
            DueKpi(
                id=item_id,
                name=item.name or name_from(item_id),
                owner=owner_of(strategy_map, item_id),
                unit=item.unit,
                period=period,
                last_value=value,
                last_period=last,
                cadence=rhythm,
                dimensions=part,
            )
        )
    return due


def _missing(item: Item, rows: Sequence[Recorded], period: Period, last: Period | None) -> list[DimensionValues]:
    """The parts without a figure that had one in the last period with figures, ``()`` where that was the whole. As in
    a score, a figure of the whole needs no parts, and beside some parts only those of the period just before count."""
    now = _value(item, rows, period)
    if now.rows and (not now.combinations or last != period_before(period)):
        return []
    parts = _value(item, rows, last).combinations if last is not None else frozenset()
    return sorted(parts - now.combinations) if now.rows or parts else [()]


def _value(item: Item, rows: Sequence[Recorded], period: Period, part: DimensionValues = ()) -> Value:
    return recorded_value(item, rows, Days(period.start, period.end), part)


def last_closed(strategy_map: StrategyMap, item: Item, as_of: date) -> Period:
    """The last period of an item's own rhythm that is over."""
    holding = period_of(as_of, rhythm_of(item, strategy_map.period))
    return holding if holding.end <= as_of else period_before(holding)


def owner_of(strategy_map: StrategyMap, item_id: str) -> str | None:
    """Who answers for a figure: the owner of the KPI, else that of the first goal that names it."""
    item = strategy_map.kpis.get(item_id)
    if item is not None and item.owner is not None:
        return item.owner
    naming = (
        goal.owner
        for goal in strategy_map.goals.values()
        if item_id in {*(entry.id for entry in goal.lagging), *(entry.id for entry in goal.leading), *goal.guardrails}
    )
    return next((owner for owner in naming if owner is not None), None)
