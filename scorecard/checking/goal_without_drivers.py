"""A goal above the bottom perspective says what drives it.

A strategy map says how results come about. A goal without leading KPIs and without `driven_by` says only what is
wished for. At the bottom, in the lowest perspective that has goals, drivers may be missing: something has to be
the beginning.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders], driven_by: [trained-team]}
      trained-team: {perspective: learning, lagging: [people-trained]}
    kpis:
      orders: {baseline: 80, target: 120}
      people-trained: {baseline: 0, target: 30}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
      trained-team: {perspective: learning, lagging: [people-trained]}
    kpis:
      orders: {baseline: 80, target: 120}
      people-trained: {baseline: 0, target: 30}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._heights import heights
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every goal above the lowest perspective in use that has neither leading KPIs nor causes."""
    height = heights(strategy_map)
    bottom = max(height.values(), default=0)
    for goal_id, goal in strategy_map.goals.items():
        if not goal.leading and not goal.driven_by and height.get(goal_id, bottom) < bottom:
            yield Problem(
                rule="goal-without-drivers",
                severity="warning",
                loc=("goals", goal_id),
                part="key",
                message="nothing drives goal '{goal}': the map does not say how it is to be reached",
                label="no `driven_by` and no `leading`",
                hint="name the goals it rests on under `driven_by`, or leading KPIs of its own",
                params={"goal": goal_id},
            )
