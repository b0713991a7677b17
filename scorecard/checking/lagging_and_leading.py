"""For one goal a KPI is either lagging or leading.

A lagging KPI shows the result of a goal, a leading one what should bring the result about. One figure cannot be
the cause and the proof of the same thing. It may be lagging for one goal and leading for another.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders], leading: [visits]}
    kpis:
      orders: {baseline: 80, target: 120}
      visits: {baseline: 1k, target: 2k}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders], leading: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every leading KPI that is also a lagging one of the same goal."""
    for goal_id, goal in strategy_map.goals.items():
        if not goal.lagging or not goal.leading:
            continue
        lagging = [entry.id for entry in goal.lagging]
        for index, entry in enumerate(goal.leading):
            if entry.id in lagging:
                yield Problem(
                    rule="lagging-and-leading",
                    loc=("goals", goal_id, "leading", index),
                    part="key",
                    message="KPI '{kpi}' is both lagging and leading for goal '{goal}'",
                    label="it is a lagging KPI of this goal already",
                    hint="does it show the result? then keep it under `lagging` ({place}); "
                    "does it bring the result about? then keep it here",
                    params={
                        "kpi": entry.id,
                        "goal": goal_id,
                        "place": Place(loc=("goals", goal_id, "lagging", lagging.index(entry.id))),
                    },
                )
