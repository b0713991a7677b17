"""Every KPI serves a goal.

A figure that belongs to no goal is collected, but it says nothing about the strategy: it has no part in any number.
A KPI that is only there to be the target of another one is in use.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
      newsletter-readers: {baseline: 1k, target: 2k}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import meant
from scorecard.model import OtherKpi, StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI that no goal names; one that a misspelt id was probably meant to name is in use."""
    used = {entry.id for goal in strategy_map.goals.values() for entry in goal.lagging}
    used |= {entry.id for goal in strategy_map.goals.values() for entry in goal.leading}
    unknown = [kpi_id for kpi_id in used if kpi_id not in strategy_map.kpis]
    if unknown:
        used |= set(meant(sorted(unknown), strategy_map.kpis).values())
    used |= {kpi.target.kpi for kpi in strategy_map.kpis.values() if isinstance(kpi.target, OtherKpi)}
    for kpi_id in strategy_map.kpis:
        if kpi_id not in used:
            yield Problem(
                rule="kpi-on-no-goal",
                severity="warning",
                loc=("kpis", kpi_id),
                part="key",
                message="KPI '{kpi}' is on no goal, so it has no part in any number",
                label="no goal names it",
                hint="name it under `lagging` or `leading` of a goal, or take it out",
                params={"kpi": kpi_id},
            )
