"""What drives or hinders a goal is a goal of the same map.

Every entry of `driven_by` is an arrow of the picture and a part of the arithmetic. An arrow that comes from nowhere
can be neither drawn nor counted. A KPI that drives a goal stands under `leading`.

Good:
    goals:
      more-sales: {perspective: customer, driven_by: [trained-team]}
      trained-team: {perspective: learning}

Bad:
    goals:
      more-sales: {perspective: customer, driven_by: [trained-teams]}
      trained-team: {perspective: learning}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import Goal, StrategyMap
from scorecard.problem import Problem

_DRIVEN = "goal '{goal}' is driven by an unknown goal '{id}'"
_HINDERED = "goal '{goal}' is hindered by an unknown goal '{id}'"
_NO_CAUSE = {
    "kpis": "that is a KPI: put it under `leading`",
    "initiatives": "that is an initiative: put it under `initiatives` of the goal",
    "perspectives": "that is a perspective, and arrows join goals: name the goal that is the cause",
    "themes": "that is a theme, and arrows join goals: name the goal that is the cause",
}
_MEASURES_ALREADY = _NO_CAUSE | {
    "kpis": "that is a KPI that already measures the result of this goal under `lagging`: name the goal that drives it"
}
_NO_HINDRANCE = {
    "kpis": "that is a KPI, and only a goal hinders a goal: name the goal whose success this one pays for",
    "initiatives": "that is an initiative, and only a goal hinders a goal",
    "perspectives": "that is a perspective, and only a goal hinders a goal",
    "themes": "that is a theme, and only a goal hinders a goal",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id under ``driven_by`` and ``hindered_by``."""
    uses = (
        use
        for goal_id, goal in strategy_map.goals.items()
        if goal.driven_by or goal.hindered_by
        for use in _uses(goal_id, goal, strategy_map)
    )
    return unknown_ids("unknown-goal", uses, strategy_map, "goals", "no goal has this id")


def _uses(goal_id: str, goal: Goal, strategy_map: StrategyMap) -> Iterator[Use]:
    measures = {entry.id for entry in goal.lagging}
    for key, entries, message, wrong_kind in (
        ("driven_by", goal.driven_by, _DRIVEN, _NO_CAUSE),
        ("hindered_by", goal.hindered_by, _HINDERED, _NO_HINDRANCE),
    ):
        for index, entry in enumerate(entries):
            if entry.id not in strategy_map.goals:
                kinds = _MEASURES_ALREADY if key == "driven_by" and entry.id in measures else wrong_kind
                yield Use(entry.id, ("goals", goal_id, key, index), "key", message, {"goal": goal_id}, kinds)
