"""A goal does not hinder itself.

`hindered_by` marks a trade-off between two goals: one pays when the other succeeds. With one goal there is nothing
to trade.

Good:
    goals:
      low-cost: {perspective: financial, hindered_by: [fast-delivery]}
      fast-delivery: {perspective: customer}

Bad:
    goals:
      low-cost: {perspective: financial, hindered_by: [low-cost]}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every entry of ``hindered_by`` that names the goal it belongs to."""
    for goal_id, goal in strategy_map.goals.items():
        for index, hindrance in enumerate(goal.hindered_by):
            if hindrance.id == goal_id:
                yield Problem(
                    rule="hindered-by-itself",
                    loc=("goals", goal_id, "hindered_by", index),
                    part="key",
                    message="goal '{goal}' hinders itself",
                    label="that is the goal itself",
                    hint="name the goal whose success this one pays for",
                    params={"goal": goal_id},
                )
                break
