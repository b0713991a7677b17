"""The figures of a KPI as an even series: one for each period of its own rhythm, the newest last."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scorecard.actuals import Actuals, Figure
from scorecard.model import Kpi, StrategyMap
from scorecard.period import Period, Rhythm, period_after, period_of


class Past(NamedTuple):
    """The ``values`` of a KPI from ``first`` to ``last``; ``gaps`` of them had no figure and lie on a straight line
    between their neighbours. ``n`` counts the figures."""

    values: tuple[float, ...]
    first: Period | None
    last: Period | None
    gaps: int

    @property
    def n(self) -> int:
        """How many figures were measured."""
        return len(self.values) - self.gaps


NOTHING = Past((), None, None, 0)


def pasts(strategy_map: StrategyMap, actuals: Actuals, until: date) -> dict[str, Past]:
    """The series of every KPI in the periods that were over on the day ``until``. Only what was measured in a period
    itself counts, only what could be scored, and only what compares with the newest: no figure before a break."""
    measured: dict[str, dict[Period, float]] = {kpi_id: {} for kpi_id in strategy_map.kpis}
    for (item_id, period, _), figure in sorted(
        ((key, figure) for key, figure in actuals.figures.items() if key[1] is not None and not key[2]),
        key=lambda pair: (pair[0][0], pair[0][1]),
    ):
        kpi = strategy_map.kpis.get(item_id)
        if kpi is None or period is None or not _is_measured(figure):
            continue
        own = period_of(figure.end or period.end, kpi.cadence or strategy_map.period) if kpi.cadence else period
        if own.end <= until and figure.value is not None:
            measured[item_id][own] = figure.value
    return {
        kpi_id: _even(_since_break(found, strategy_map.kpis[kpi_id]), rhythm_of(strategy_map, kpi_id))
        for kpi_id, found in measured.items()
    }


def rhythm_of(strategy_map: StrategyMap, kpi_id: str) -> Rhythm:
    """How often a KPI is measured."""
    return strategy_map.kpis[kpi_id].cadence or strategy_map.period


def _is_measured(figure: Figure) -> bool:
    return figure.value is not None and figure.age == 0 and figure.reason is None and figure.used is None


def _since_break(found: dict[Period, float], kpi: Kpi) -> dict[Period, float]:
    if not found:
        return found
    newest = max(period.end for period in found)
    begun = [when.start for when in kpi.breaks if when.start <= newest]
    return {period: value for period, value in found.items() if not begun or period.end >= max(begun)}


def _even(found: dict[Period, float], rhythm: Rhythm) -> Past:
    if not found:
        return NOTHING
    first, last = min(found), max(found)
    values: list[float] = []
    missing = gaps = 0
    period = period_of(first.end, rhythm)
    while True:
        if period in found:
            if missing:
                start, way = values[-1], found[period] - values[-1]
                values += [start + way * place / (missing + 1) for place in range(1, missing + 1)]
                gaps, missing = gaps + missing, 0
            values.append(found[period])
        else:
            missing += 1
        if period >= last:
            return Past(tuple(values), first, last, gaps)
        period = period_after(period)
