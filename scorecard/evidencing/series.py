"""Figures -> the changes of each KPI and of each goal's result, up for better."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy

from scorecard.actuals import Actuals
from scorecard.arrow_evidence import WhyNot
from scorecard.inference.changes import Floats, changes, clipped, scaled, weighed
from scorecard.model import Goal, StrategyMap
from scorecard.period import Over, Period, window
from scorecard.propagation.direction import direction_of


class Changes(NamedTuple):
    """The changes between periods, NaN where one is not known, or ``why`` there are none; ``kpis`` they are made of."""

    values: Floats | None
    why: WhyNot | None
    kpis: frozenset[str]


def kpi_changes(strategy_map: StrategyMap, actuals: Actuals, periods: Sequence[Period]) -> dict[str, Changes]:
    """The changes of each KPI from period to period, times −1 where less is better.

    It is the value that is compared, not the performance: that stays at 0 or 100 % once a limit is reached, and moves
    when the target does. A figure that is carried on from an earlier period, lacks a part or is that of another KPI is
    none, and the change into a break neither, nor that into a new sum to date. Outliers are drawn in, see `clipped`.
    """
    places = {(period.start, period.end): place for place, period in enumerate(periods)}
    values = {kpi_id: numpy.full(len(periods), numpy.nan) for kpi_id in strategy_map.kpis}
    for (kpi_id, period, part), figure in actuals.figures.items():
        if period is None or part or kpi_id not in values or figure.reason or figure.age or figure.used:
            continue
        place = places.get((period.start, period.end))
        if place is not None and figure.value is not None:
            values[kpi_id][place] = figure.value
    found: dict[str, Changes] = {}
    for kpi_id, kpi in strategy_map.kpis.items():
        way = None if kpi.range is not None else direction_of(kpi)
        own = frozenset([kpi_id])
        if way not in ("maximise", "minimise"):
            found[kpi_id] = Changes(None, "no-direction", own)
        elif not numpy.isfinite(values[kpi_id]).any():
            found[kpi_id] = Changes(None, "no-figures", own)
        else:
            breaks = [*_breaks(kpi.breaks, periods), *_restarts(kpi.over, periods, strategy_map.year_starts)]
            moved = clipped(changes(values[kpi_id], breaks))
            found[kpi_id] = Changes(moved if way == "maximise" else -moved, None, own)
    return found


def _breaks(breaks: Iterable[Period], periods: Sequence[Period]) -> list[int]:
    """The first period from each break on."""
    return [
        place
        for broken in breaks
        if (place := next((i for i, period in enumerate(periods) if period.end >= broken.start), None)) is not None
    ]


def _restarts(over: Over | None, periods: Sequence[Period], year_starts: int) -> list[int]:
    """Where a sum to date begins anew: it falls then, and two that do so together have nothing in common but that."""
    if over is None or not over.endswith("-to-date"):
        return []
    starts = [window(period, over, year_starts).start for period in periods]
    return [place for place, (before, now) in enumerate(pairwise(starts), 1) if before != now]


def goal_changes(goal: Goal, of_kpis: Mapping[str, Changes]) -> Changes:
    """The changes of a goal's result: those of its lagging KPIs, each by its own standard deviation, in their weighted
    mean. As in the score, a goal without lagging KPIs goes by its leading ones.

    Nothing is clamped, and no target or baseline has a part in it: to edit one makes no jump.
    """
    entries = [(entry.id, entry.weight) for entry in goal.lagging or goal.leading]
    parts = [(of_kpis[kpi_id], weight) for kpi_id, weight in entries if kpi_id in of_kpis]
    known = [(part, weight) for part, weight in parts if part.values is not None]
    if not parts:
        return Changes(None, "no-results", frozenset())
    kpis = frozenset().union(*(part.kpis for part, _ in known or parts))
    if not known:
        return Changes(None, parts[0][0].why, kpis)
    series = numpy.stack([scaled(part.values) for part, _ in known if part.values is not None])
    return Changes(weighed(series, numpy.array([weight for _, weight in known])), None, kpis)
