"""How high each goal stands."""

from __future__ import annotations

from scorecard.model import StrategyMap


def heights(strategy_map: StrategyMap) -> dict[str, int]:
    """The number of each goal's perspective, counted downwards from 0, the top; unknown perspectives are left out."""
    number = {perspective_id: index for index, perspective_id in enumerate(strategy_map.perspectives)}
    return {
        goal_id: number[goal.perspective] for goal_id, goal in strategy_map.goals.items() if goal.perspective in number
    }
