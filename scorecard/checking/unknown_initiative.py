"""Every initiative that a goal names is defined under `initiatives`.

Goals name the work that serves them; what it is, who does it and by when stands once under `initiatives`.

Good:
    goals:
      more-sales: {perspective: customer, initiatives: [new-shop]}
    initiatives:
      new-shop: {owner: Head of sales}

Bad:
    goals:
      more-sales: {perspective: customer, initiatives: [newshop]}
    initiatives:
      new-shop: {owner: Head of sales}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_WRONG_KIND = {
    "kpis": "that is a KPI: put it under `lagging` or `leading`",
    "goals": "that is a goal: put it under `driven_by`",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id under ``initiatives`` of the goals."""
    uses = (
        Use(
            initiative_id,
            ("goals", goal_id, "initiatives", index),
            "value",
            "goal '{goal}' names an unknown initiative '{id}'",
            {"goal": goal_id},
            _WRONG_KIND,
        )
        for goal_id, goal in strategy_map.goals.items()
        for index, initiative_id in enumerate(goal.initiatives)
        if initiative_id not in strategy_map.initiatives
    )
    return unknown_ids("unknown-initiative", uses, strategy_map, "initiatives", "no initiative has this id")
