"""Every guardrail of a goal is a KPI.

A guardrail is a KPI that is watched beside a goal: it never enters a score, but it raises a flag when its alarm
sounds. Only a KPI has alarms.

Good:
    goals:
      more-traffic: {perspective: customer, lagging: [visits], guardrails: [unfollow-rate]}
    kpis:
      visits: {baseline: 800, target: 1200}
      unfollow-rate: {unit: "%", alarm: {above: 3%}}

Bad:
    goals:
      more-traffic: {perspective: customer, lagging: [visits], guardrails: [unfollows]}
    kpis:
      visits: {baseline: 800, target: 1200}
      unfollow-rate: {unit: "%", alarm: {above: 3%}}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_WRONG_KIND = {
    "measures": "that is a measure, which has no alarm: make it a KPI",
    "goals": "that is a goal: name the KPI that should be watched",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id under ``guardrails`` of the goals."""
    uses = (
        Use(
            kpi_id,
            ("goals", goal_id, "guardrails", index),
            "value",
            "goal '{goal}' has an unknown guardrail '{id}'",
            {"goal": goal_id},
            _WRONG_KIND,
        )
        for goal_id, goal in strategy_map.goals.items()
        for index, kpi_id in enumerate(goal.guardrails)
        if kpi_id not in strategy_map.kpis
    )
    return unknown_ids("unknown-guardrail", uses, strategy_map, "kpis", "no KPI has this id")
