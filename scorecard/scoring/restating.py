"""What has changed in closed periods since they were closed."""

from __future__ import annotations

from collections.abc import Mapping
from math import isclose

from scorecard.actuals import Actuals
from scorecard.closed import ClosedPeriod
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.result import Restated

_SAME = 1e-9


def restated(
    strategy_map: StrategyMap, actuals: Actuals, closed: Mapping[Period, ClosedPeriod]
) -> tuple[Restated, ...]:
    """The KPIs whose figure of a closed period is another one today, oldest period first; undated values, which have
    no period, say nothing of the past."""
    undated = {kpi_id for kpi_id, period, _ in actuals.figures if period is None}
    found = []
    for period in sorted(closed):
        for kpi_id in strategy_map.kpis:
            if kpi_id in closed[period].values and kpi_id not in undated:
                before = closed[period].values[kpi_id]
                figure = actuals.figures.get((kpi_id, period, ()))
                now = None if figure is None else figure.value
                if not _same(before, now):
                    found.append(Restated(period=period, kpi=kpi_id, closed=before, now=now))
    return tuple(found)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=_SAME, abs_tol=1e-12)
