"""Every goal stands in a perspective that the map has.

A goal is seen from one perspective, and its number counts there. In a perspective that nobody has written it would
stand nowhere. When the map lists no perspectives, they are financial, customer, internal and learning.

Good:
    perspectives: {citizens: Citizens, finance: Finance}
    goals:
      safe-streets: {perspective: citizens}

Bad:
    perspectives: {citizens: Citizens, finance: Finance}
    goals:
      safe-streets: {perspective: customer}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id that a goal gives as its perspective."""
    uses = (
        Use(
            goal.perspective,
            ("goals", goal_id, "perspective"),
            "value",
            "goal '{goal}' stands in an unknown perspective '{id}'",
            {"goal": goal_id},
        )
        for goal_id, goal in strategy_map.goals.items()
        if goal.perspective not in strategy_map.perspectives
    )
    return unknown_ids("unknown-perspective", uses, strategy_map, "perspectives", "no perspective has this id")
