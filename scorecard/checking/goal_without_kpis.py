"""A goal has KPIs.

A goal that nothing measures is a wish: nobody can say whether it was reached. It is shown as "no data", never as good
or bad.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}

Bad:
    goals:
      more-sales: {perspective: customer}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every goal that names no KPI."""
    for goal_id, goal in strategy_map.goals.items():
        if not goal.lagging and not goal.leading:
            yield Problem(
                rule="goal-without-kpis",
                severity="warning",
                loc=("goals", goal_id),
                part="key",
                message="goal '{goal}' has no KPI, so nobody can say whether it was reached",
                label="no `lagging` and no `leading`",
                hint="name at least one KPI that shows its result under `lagging`",
                params={"goal": goal_id},
            )
