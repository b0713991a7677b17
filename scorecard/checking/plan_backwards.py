"""A plan begins before it ends.

`since` is the first day of the plan and `by` the last. Of a month, a quarter or a year `since` means its first day
and `by` its last.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120, since: 2026-01, by: 2026-12}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120, since: 2026-12, by: 2026-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI whose ``by`` lies before its ``since``."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.since is not None and kpi.by is not None and kpi.since > kpi.by:
            yield Problem(
                rule="plan-backwards",
                loc=("kpis", kpi_id, "by"),
                message="the plan of KPI '{kpi}' ends on {by}, before it begins on {since}",
                label="before `since`",
                hint="`since` is the first day of the plan and `by` the last: correct one of them",
                params={"kpi": kpi_id, "since": kpi.since.isoformat(), "by": kpi.by.isoformat()},
            )
