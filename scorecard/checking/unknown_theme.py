"""A goal's theme is one of the map's themes.

A theme is a strand that runs through several goals. Written two ways it would fall apart into two strands, so
themes are listed once and named by their id.

Good:
    themes: {green-city: Green city}
    goals:
      clean-air: {perspective: customer, theme: green-city}

Bad:
    themes: {green-city: Green city}
    goals:
      clean-air: {perspective: customer, theme: green}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id that a goal gives as its theme."""
    uses = (
        Use(
            goal.theme,
            ("goals", goal_id, "theme"),
            "value",
            "goal '{goal}' belongs to an unknown theme '{id}'",
            {"goal": goal_id},
        )
        for goal_id, goal in strategy_map.goals.items()
        if goal.theme is not None and goal.theme not in strategy_map.themes
    )
    return unknown_ids("unknown-theme", uses, strategy_map, "themes", "no theme has this id")
