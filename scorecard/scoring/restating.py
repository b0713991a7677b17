"""What has changed in closed periods since they were closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isclose

from scorecard.actuals import Actuals
from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.result import GoalScore, PerspectiveScore, Reported, Restated

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


def reported_otherwise(
    closed: ClosedPeriod, perspectives: Sequence[PerspectiveScore], goals: Sequence[GoalScore]
) -> tuple[Reported, ...]:
    """The perspectives and then the goals whose performance or status was reported otherwise when the period was
    closed; what was not reported then is not compared."""

    return (
        *(
            Reported(kind="perspective", id=now.id, performance=was.performance, status=was.status)
            for now in perspectives
            if (was := closed.perspectives.get(now.id)) is not None and _differs(now, was)
        ),
        *(
            Reported(kind="goal", id=now.id, performance=was.performance, status=was.status)
            for now in goals
            if (was := closed.goals.get(now.id)) is not None and _differs(now, was)
        ),
    )


def _differs(now: PerspectiveScore | GoalScore, was: ClosedNumbers) -> bool:
    return was.status != now.status or not _same(was.performance, now.performance)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=_SAME, abs_tol=1e-12)
