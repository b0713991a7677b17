"""A goal with KPIs has at least one that shows its result.

Leading KPIs show what is done for a goal. Whether it helped, only a lagging KPI can tell. Without one the goal is
judged by its effort.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders], leading: [sales-calls]}
    kpis:
      orders: {baseline: 80, target: 120}
      sales-calls: {baseline: 200, target: 300}

Bad:
    goals:
      more-sales: {perspective: customer, leading: [sales-calls]}
    kpis:
      sales-calls: {baseline: 200, target: 300}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every goal that has leading KPIs only; one without any KPI is the matter of goal-without-kpis."""
    for goal_id, goal in strategy_map.goals.items():
        if goal.leading and not goal.lagging:
            yield Problem(
                rule="goal-without-lagging",
                severity="warning",
                loc=("goals", goal_id),
                part="key",
                message="goal '{goal}' has leading KPIs only: they show the effort and not the result",
                label="no `lagging`",
                hint="name a KPI that shows whether the goal was reached under `lagging`",
                params={"goal": goal_id},
            )
