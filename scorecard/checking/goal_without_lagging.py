"""A goal with KPIs has at least one that shows its result.

Leading KPIs show what is done for a goal. Whether it helped, only a lagging KPI can tell. Without one the goal is
judged by its effort. A KPI with `direction: none` is shown and never scored, so it shows no result either.

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
    """Yield every goal whose result no KPI can show; one without any KPI is the matter of goal-without-kpis."""
    directions = {kpi_id: kpi.direction for kpi_id, kpi in strategy_map.kpis.items()}
    for goal_id, goal in strategy_map.goals.items():
        if goal.leading and not goal.lagging:
            yield _problem(goal_id, "goal '{goal}' has leading KPIs only: they show the effort and not the result")
        elif goal.lagging and all(directions.get(entry.id) == "none" for entry in goal.lagging):
            yield _problem(goal_id, "no lagging KPI of goal '{goal}' is ever scored: all have `direction: none`")


def _problem(goal_id: str, message: str) -> Problem:
    return Problem(
        rule="goal-without-lagging",
        severity="warning",
        loc=("goals", goal_id),
        part="key",
        message=message,
        label="no `lagging` that shows a result",
        hint="name a KPI that shows whether the goal was reached under `lagging`",
        params={"goal": goal_id},
    )
