"""The total effects between goals: the matrix of path sums."""

from __future__ import annotations

from scorecard.lever import TotalEffects
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.sensitivity import sensitivities
from scorecard.result import Scorecard


def total_effects(card: Scorecard) -> TotalEffects:
    """One reverse sweep for each goal."""
    system = outlook_system(card)
    goals = tuple(goal.id for goal in card.goals)
    rows: list[tuple[float | None, ...]] = []
    for goal in goals:
        if system.parts[goal]:
            reach = sensitivities(system, {goal: 1.0}).goals
            rows.append(tuple(reach.get(cause, 0.0) for cause in goals))
        else:
            rows.append((None,) * len(goals))
    return TotalEffects(card=card, goals=goals, rows=tuple(rows))
