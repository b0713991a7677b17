"""Which KPIs still wait for somebody to record their figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scorecard.due import DueKpi
from scorecard.measuring.asked import rhythm_of
from scorecard.measuring.from_records import recorded_value
from scorecard.measuring.plan import Item, items_of, last_due
from scorecard.measuring.recorded import read_recorded
from scorecard.model import Kpi, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Days, Period, period_before, period_of
from scorecard.problem import Problem
from scorecard.recorded import Recorded


def due_kpis(
    strategy_map: StrategyMap, folder: Path, period: Period, as_of: date
) -> tuple[tuple[DueKpi, ...], tuple[Problem, ...]]:
    """The KPIs and measures that people record and that have no figure for the period, in the order of the file, and
    what is wrong with the recorded figures. One that is measured more rarely is due when a period of its own has
    ended."""
    items = {item_id: item for item_id, item in items_of(strategy_map).items() if _is_recorded(item)}
    units = {item_id: item.unit for item_id, item in items_of(strategy_map).items()}
    rows, problems = read_recorded(folder, units, strategy_map.dimensions)
    found = []
    for item_id in [*strategy_map.kpis, *strategy_map.measures]:
        if item_id in items:
            own = [row for row in rows if row.kpi == item_id and row.period.start <= as_of]
            asked = last_due(items[item_id], period, as_of)
            if not _has_figure(items[item_id], own, asked):
                found.append(_due(strategy_map, item_id, items[item_id], asked, own))
    return tuple(found), problems


def _is_recorded(item: Item) -> bool:
    """Whether figures of an item can only come from people."""
    return item.formula is None and getattr(item, "value", None) is None


def _has_figure(item: Item, rows: Sequence[Recorded], period: Period) -> bool:
    return recorded_value(item, rows, Days(period.start, period.end), ()).rows


def _due(strategy_map: StrategyMap, item_id: str, item: Item, period: Period, rows: Sequence[Recorded]) -> DueKpi:
    rhythm = rhythm_of(item, strategy_map.period)
    earlier = [row.period for row in rows if row.period.end < period.start]
    last = period_of(max(row.start for row in earlier), rhythm) if earlier else None
    value = None if last is None else recorded_value(item, rows, Days(last.start, last.end), ()).value
    return DueKpi(
        id=item_id,
        name=item.name or name_from(item_id),
        owner=item.owner if isinstance(item, Kpi) else None,
        unit=item.unit,
        period=period,
        last_value=value,
        last_period=last,
        cadence=rhythm,
    )


def last_closed(strategy_map: StrategyMap, item: Item, as_of: date) -> Period:
    """The last period of an item's own rhythm that is over."""
    holding = period_of(as_of, rhythm_of(item, strategy_map.period))
    return holding if holding.end <= as_of else period_before(holding)
