"""Values from figures that people wrote down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from math import fsum

from scorecard.actuals import DimensionValues
from scorecard.arithmetic import rounded
from scorecard.measuring.asked import rhythm_of
from scorecard.measuring.plan import Item
from scorecard.measuring.rules import figure_overlap, figure_too_long, kind_missing, sample_missing, two_origins
from scorecard.measuring.values import NOTHING, Value
from scorecard.model import StrategyMap
from scorecard.period import Days, is_longer, period_of, window
from scorecard.problem import Problem
from scorecard.recorded import Recorded


def misfits(
    strategy_map: StrategyMap, items: Mapping[str, Item], rows: Mapping[str, Sequence[Recorded]]
) -> list[Problem]:
    """What is wrong with recorded figures beside what the map says of them."""
    found: list[Problem] = []
    for item_id, recorded in rows.items():
        item = items[item_id]
        loc = ("kpis" if item_id in strategy_map.kpis else "measures", item_id)
        value = getattr(item, "value", None)
        if item.formula is not None or value is not None:
            found.append(two_origins.problem(loc, item_id, recorded[0], formula=item.formula is not None))
            continue
        rhythm = rhythm_of(item, strategy_map.period)
        found += [figure_too_long.problem(row, rhythm) for row in recorded if is_longer(row.period.rhythm, rhythm)][:1]
        overlaps = [figure_overlap.problem(*pair) for pair in _overlapping(recorded)][:1]
        found += overlaps or _does_not_add_up(strategy_map, loc, item, recorded)
    return found


def _overlapping(rows: Sequence[Recorded]) -> Iterable[tuple[Recorded, Recorded]]:
    """Figures of which one speaks of a stretch inside the other's."""
    by_part = sorted(rows, key=lambda row: (row.dimensions, row.period.start, -row.period.end.toordinal()))
    for _, same in groupby(by_part, key=lambda row: row.dimensions):
        around: Recorded | None = None
        for row in same:
            if around is not None and row.period.end <= around.period.end:
                yield around, row
            else:
                around = row


def _does_not_add_up(
    strategy_map: StrategyMap, loc: tuple[str, str], item: Item, rows: Sequence[Recorded]
) -> list[Problem]:
    """Two figures in one window need a kind, and those of a rate the size of their samples."""
    if item.kind in ("flow", "stock"):
        return []
    for same in _together(strategy_map, item, rows):
        if item.kind is None:
            return [kind_missing.problem(loc, same[0], same[1])]
        without = next((row for row in same if row.n is None), None)
        if without is not None:
            return [sample_missing.problem(loc, without)]
    return []


def _together(strategy_map: StrategyMap, item: Item, rows: Sequence[Recorded]) -> Iterable[list[Recorded]]:
    """Figures of one part that fall into one window: for each window in which one begins, if there are several. The
    whole is made from its parts where no figure of its own falls into the window, so without a kind those meet, too."""

    def of_window(row: Recorded) -> Days:
        period = period_of(row.period.start, rhythm_of(item, strategy_map.period))
        return window(period, item.over, strategy_map.year_starts)

    by_part = sorted(rows, key=lambda row: (row.dimensions, row.period.start, row.period.end))
    for _, part in groupby(by_part, key=lambda row: row.dimensions):
        yield from _crowded(list(part), of_window)
    if item.kind is None:
        wholes = [row.period.start for row in rows if not row.dimensions]
        parts = sorted((row for row in rows if row.dimensions), key=lambda row: (row.period.start, row.path, row.line))
        for same in _crowded(parts, of_window):
            days = of_window(same[-1])
            if not any(days.start <= start <= days.end for start in wholes):
                yield same


def _crowded(rows: Sequence[Recorded], of_window: Callable[[Recorded], Days]) -> Iterable[list[Recorded]]:
    first = 0
    for place, row in enumerate(rows):
        start = of_window(row).start
        while rows[first].period.start < start and first < place:
            first += 1
        if first < place:
            yield list(rows[first : place + 1])


def recorded_value(item: Item, rows: Sequence[Recorded], days: Days, part: DimensionValues) -> Value:
    """The value over the days, of the whole or of a part: a flow adds up, a stock is the last one of every
    combination, summed, a rate is the mean weighted by ``n``. Figures of the whole stand before those of parts. A week
    that spans two months belongs to the one in which it begins."""
    inside = [row for row in rows if days.start <= row.period.start <= days.end and set(part) <= set(row.dimensions)]
    whole = [row for row in inside if row.dimensions == part]
    taken = whole or inside
    if not taken:
        return NOTHING
    by_combination: dict[DimensionValues, list[Recorded]] = {}
    for row in sorted(taken, key=lambda row: row.period.end):
        by_combination.setdefault(row.dimensions, []).append(row)
    sizes = [row.n for row in taken if row.n is not None]
    if item.kind == "stock":
        value: float | None = fsum(same[-1].value for same in by_combination.values())
    elif item.kind == "flow":
        value = fsum(row.value for row in taken)
    elif len(taken) == 1:
        value = taken[0].value
    else:
        value = _weighted(taken)
    return Value(
        value=rounded(value),
        n=fsum(sizes) if sizes else None,
        rows=True,
        at_most=not item.additive and len(by_combination) > 1,
        combinations=frozenset(by_combination) - {()},
    )


def _weighted(rows: Sequence[Recorded]) -> float | None:
    """``Σ n·value / Σ n``; none where a sample is not known."""
    if any(row.n is None for row in rows):
        return None
    total = fsum(row.n or 0.0 for row in rows)
    return fsum((row.n or 0.0) * row.value for row in rows) / total if total else None
