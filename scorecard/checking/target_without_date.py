"""A target has a date.

"Raise orders to 120" can be put off for ever. `by` says until when, `since` from when: only then can the map say
whether one is on the way in time.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120, since: 2026-01-01, by: 2026-12-31}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import Change, OtherKpi, PeriodTargets, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import scale_kind


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI with a figure to reach, or a step to make, and without ``by``.

    A target that is another KPI or a step from another period moves with it and needs no date, nor does one to hold
    (``worst`` and no baseline); targets by period have theirs; ``since`` without ``by`` is plan-incomplete.
    """
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.target is None or kpi.by is not None or kpi.since is not None:
            continue
        if kpi.curve is not None or kpi.range is not None or isinstance(kpi.target, (OtherKpi, PeriodTargets)):
            continue
        if isinstance(kpi.target, Change) and kpi.target.against is not None:
            continue
        if kpi.worst is not None and kpi.baseline is None:
            continue
        yield Problem(
            rule="target-without-date",
            severity="warning",
            loc=("kpis", kpi_id, "target"),
            message="the target of KPI '{kpi}' has no date",
            label="until when?",
            hint="add `by`, the day to reach the target"
            if scale_kind(kpi) == "binary"
            else "add `since`, the day of the baseline, and `by`, the day to reach the target",
            params={"kpi": kpi_id},
        )
