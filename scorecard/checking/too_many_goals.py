"""A strategy map has 25 goals at most.

A strategy is a choice. People remember a handful of goals for each perspective; beyond 25 a map is a list of
everything that somebody does.

Good:
    goals:
      more-sales: {perspective: customer}

Bad:
    goals: {g-1: &g {perspective: customer}, g-2: *g, g-3: *g, g-4: *g, g-5: *g, g-6: *g, g-7: *g, g-8: *g, g-9: *g,
      g-10: *g, g-11: *g, g-12: *g, g-13: *g, g-14: *g, g-15: *g, g-16: *g, g-17: *g, g-18: *g, g-19: *g, g-20: *g,
      g-21: *g, g-22: *g, g-23: *g, g-24: *g, g-25: *g, g-26: *g}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem

MOST = 25


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield one problem when there are more than 25 goals."""
    count = len(strategy_map.goals)
    if count > MOST:
        yield Problem(
            rule="too-many-goals",
            severity="warning",
            loc=("goals",),
            part="key",
            message="the map has {count} goals: more than {most} are a list, not a choice",
            label="{count} goals",
            hint="join goals that stand for the same result, and leave routine work to other lists",
            params={"count": count, "most": MOST},
        )
