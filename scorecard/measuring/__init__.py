"""StrategyMap -> Actuals: the figures that are known of its KPIs and measures on a day.

They come from raw rows (`from_rows`), from what people wrote down (`from_records`), from formulas over both
(`ledger`), or stand in the map; `in_force` says which of them counts in which period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scorecard.actuals import Actuals, Figure
from scorecard.measuring.target_windows import unequal_windows
from scorecard.model import StrategyMap
from scorecard.period import Period, period_of
from scorecard.problem import Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """The figures of a map, and what is wrong with its sources, its formulas and its recorded figures."""

    actuals: Actuals
    problems: tuple[Problem, ...] = ()


def measure(
    strategy_map: StrategyMap,
    folder: Path | None,
    as_of: date,
    split: Sequence[str] = (),
    since: Period | None = None,
) -> Measured:
    """All figures of a map as they are known on ``as_of``.

    ``folder`` is that of the map: below it lie the files of its sources and ``data/actuals*.csv``; without one only
    what stands in the map counts. ``split`` names the dimensions of which every value gets figures of its own,
    ``since`` the earliest period that is asked for, where that may lie further back than is usual.
    Figures are in the unit of their KPI, for each period of the map from the first with data to that of the day.

    Raises:
        OSError: when a file cannot be read.
    """
    has_formulas = any(item.formula for item in strategy_map.measures.values()) or any(
        item.formula for item in strategy_map.kpis.values()
    )
    if has_formulas or (folder is not None and any((folder / "data").glob("actuals*.csv"))):
        return _measured(strategy_map, folder, as_of, split, since)
    own_kinds = {kpi_id: kpi.kind for kpi_id, kpi in strategy_map.kpis.items() if kpi.kind}
    return Measured(
        actuals=Actuals(
            figures={
                (kpi_id, None, ()): Figure(value=kpi.value)
                for kpi_id, kpi in strategy_map.kpis.items()
                if kpi.value is not None
            }
        ),
        problems=tuple(unequal_windows(strategy_map, own_kinds)),
    )


def _measured(
    strategy_map: StrategyMap, folder: Path | None, as_of: date, split: Sequence[str], since: Period | None
) -> Measured:
    from scorecard.measuring.asked import periods_until
    from scorecard.measuring.from_records import misfits
    from scorecard.measuring.from_rows import FromRows, from_rows
    from scorecard.measuring.in_force import Bringing, parts_of
    from scorecard.measuring.ledger import Ledger
    from scorecard.measuring.plan import formulas_of, items_of, needs_of
    from scorecard.measuring.recorded import read_recorded
    from scorecard.recorded import Recorded

    items = items_of(strategy_map)
    units = {item_id: item.unit for item_id, item in items.items()}
    formulas = formulas_of(items)
    written, problems = read_recorded(folder, units, strategy_map.dimensions) if folder is not None else ((), ())
    recorded: dict[str, list[Recorded]] = {}
    for row in written:
        if row.period.start <= as_of:
            recorded.setdefault(row.kpi, []).append(row)
    found = [*problems, *misfits(strategy_map, items, recorded)]
    all_periods = periods_until(as_of, strategy_map.period, since)
    rows = FromRows(values={}, kinds={}, spans={}, until={}, replaced={}, problems=())
    if folder is not None and strategy_map.sources:
        needs = needs_of(items, formulas, all_periods, as_of, strategy_map.year_starts)
        rows = from_rows(strategy_map, items, needs, folder, split, as_of)
        found += rows.problems
    kinds = {**rows.kinds, **{item_id: item.kind for item_id, item in items.items() if item.kind}}
    found += unequal_windows(strategy_map, kinds)
    ledger = Ledger(strategy_map, items, formulas, rows, recorded)
    first_days = [first for first, _ in rows.spans.values()]
    first_days += [row.period.start for same in recorded.values() for row in same]
    periods = _from_first(all_periods, min(first_days, default=None))
    parts = parts_of(rows.values, (row.dimensions for row in written), split)
    made = Bringing(ledger, periods, parts, as_of).all()
    names = {name: tuple(text for part in parts for key, text in part if key == name) for name in split}
    return Measured(
        actuals=Actuals(
            figures=made.figures,
            before=made.before,
            references=made.references,
            kinds=kinds,
            periods=periods if first_days else (),
            parts=names,
            until=rows.until,
            replaced={source: count for source, count in rows.replaced.items() if count},
        ),
        problems=tuple(found),
    )


def _from_first(periods: Sequence[Period], first: date | None) -> tuple[Period, ...]:
    if first is None:
        return tuple(periods[-1:])
    begins = period_of(first, periods[0].rhythm)
    return tuple(period for period in periods if period >= begins) or tuple(periods[-1:])
