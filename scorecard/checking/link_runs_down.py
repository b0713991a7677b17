"""Arrows lead upwards or stay level.

The perspectives are a hypothesis of their own: what lies below brings about what lies above. An arrow from above to
below turns that round. Often cause and effect were mixed up. If it is feedback, it takes time: give it a `delay`.

Good:
    goals:
      profit: {perspective: financial, driven_by: [good-product]}
      good-product: {perspective: internal}

Bad:
    goals:
      profit: {perspective: financial}
      good-product: {perspective: internal, driven_by: [profit]}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._heights import heights
from scorecard.checking.link_cycle import tangles, undelayed_causes
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every arrow without delay from a higher to a lower perspective; those of a loop are link-cycle's."""
    height = heights(strategy_map)
    tangle_of = {
        goal_id: index for index, tangle in enumerate(tangles(undelayed_causes(strategy_map))) for goal_id in tangle
    }
    for goal_id, goal in strategy_map.goals.items():
        for index, driver in enumerate(goal.driven_by):
            if driver.delay or driver.id not in height or goal_id not in height:
                continue
            if height[driver.id] >= height[goal_id]:
                continue
            if goal_id in tangle_of and tangle_of.get(driver.id) == tangle_of[goal_id]:
                continue
            yield Problem(
                rule="link-runs-down",
                severity="warning",
                loc=("goals", goal_id, "driven_by", index),
                part="key",
                message="the arrow from '{cause}' to '{effect}' runs down: "
                "'{cause_perspective}' stands above '{effect_perspective}'",
                label="stands above '{effect}'",
                hint="did you mean that '{effect}' drives '{cause}'? if this is feedback, say after how many "
                "periods: `delay: 1`",
                params={
                    "cause": driver.id,
                    "effect": goal_id,
                    "cause_perspective": strategy_map.goals[driver.id].perspective,
                    "effect_perspective": goal.perspective,
                },
            )
