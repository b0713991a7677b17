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
    found = []
    for period in sorted(closed):
        for kpi_id in strategy_map.kpis:
            figure = actuals.figures.get((kpi_id, period, ()))
            if figure is not None and kpi_id in closed[period].values:
                before = closed[period].values[kpi_id]
                if not _same(before, figure.value):
                    found.append(Restated(period=period, kpi=kpi_id, closed=before, now=figure.value))
    return tuple(found)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=_SAME, abs_tol=1e-12)
