"""Whoever reaches the target is on track.

With `worst` and `best` a KPI is judged between these two, whatever the target is. If the target lies low between
them, people reach what was asked of them and are told that they are at risk. Then `best` is too far away, the
target too easy, or the limit of on track too high.

Good:
    goals:
      loyal-guests: {perspective: customer, lagging: [rating]}
    kpis:
      rating: {baseline: 3, target: 4.5, worst: 1, best: 5, since: 2026-01-01, by: 2026-12-31}

Bad:
    goals:
      loyal-guests: {perspective: customer, lagging: [rating]}
    kpis:
      rating: {baseline: 3, target: 3.5, worst: 1, best: 5, since: 2026-01-01, by: 2026-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scorecard.checking._figures import share
from scorecard.model import OtherKpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import judge, scale_of
from scorecard.propagation.status import limits, map_limits, status


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI whose performance at its own target, on the target's day, is below its limit of on track."""
    inherited = map_limits(strategy_map.thresholds)
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.best is None or isinstance(kpi.target, OtherKpi):
            continue
        scale = scale_of(kpi)
        if scale.kind != "line" or scale.target is None or scale.flaw is not None:
            continue
        if kpi.since is not None and kpi.by is not None and kpi.since > kpi.by:
            continue  # a plan that runs backwards gives no share of its time
        performance = judge(scale, scale.target, kpi.by or date.max).performance
        own = limits(kpi.thresholds, inherited)
        if performance is not None and status(performance, own) != "on-track":
            yield Problem(
                rule="target-not-on-track",
                severity="warning",
                loc=("kpis", kpi_id, "target"),
                message="KPI '{kpi}' would not be on track at its own target: it is worth {performance} there, "
                "and on track begins at {on_track}",
                label="worth {performance}",
                hint="bring `best` nearer to the target, raise the target, or lower `on_track` for this KPI"
                if scale.direction == "maximise"
                else "bring `best` nearer to the target, lower the target, or lower `on_track` for this KPI",
                params={
                    "kpi": kpi_id,
                    "performance": share(performance),
                    "on_track": share(own.on_track),
                },
            )
