"""A list of a goal names every item once, and a goal does not both drive and hinder another.

An item that stands twice would count twice, and two weights for one arrow contradict each other. A goal that helps
and harms at the same time is a hypothesis nobody can test: decide which effect you expect.

Good:
    goals:
      more-sales: {perspective: customer, driven_by: {trained-team: 2}}
      trained-team: {perspective: learning}

Bad:
    goals:
      more-sales: {perspective: customer, driven_by: [trained-team, trained-team]}
      trained-team: {perspective: learning}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.model import Goal, StrategyMap
from scorecard.problem import Part, Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every entry whose id stands earlier in the same list, or as a cause and as a hindrance of one goal."""
    for goal_id, goal in strategy_map.goals.items():
        for key, entries in (
            ("lagging", goal.lagging),
            ("leading", goal.leading),
            ("driven_by", goal.driven_by),
            ("hindered_by", goal.hindered_by),
        ):
            if len(entries) > 1:
                yield from _twice(goal_id, key, [entry.id for entry in entries], "key")
        if len(goal.initiatives) > 1:
            yield from _twice(goal_id, "initiatives", goal.initiatives, "value")
        if goal.driven_by and goal.hindered_by:
            yield from _both_ways(goal_id, goal)


def _twice(goal_id: str, key: str, ids: Sequence[str], part: Part) -> Iterator[Problem]:
    if len(set(ids)) == len(ids):
        return
    for index, item_id in enumerate(ids):
        if (first := ids.index(item_id)) < index:
            yield Problem(
                rule="entry-twice",
                loc=("goals", goal_id, key, index),
                part=part,
                message="goal '{goal}' names '{id}' twice under `{key}`",
                label="it stands there already",
                hint="keep this one or the one before ({place})",
                params={
                    "goal": goal_id,
                    "id": item_id,
                    "key": key,
                    "place": Place(loc=("goals", goal_id, key, first), part=part),
                },
            )


def _both_ways(goal_id: str, goal: Goal) -> Iterator[Problem]:
    causes = [driver.id for driver in goal.driven_by]
    for index, hindrance in enumerate(goal.hindered_by):
        if hindrance.id in causes and hindrance.id != goal_id:
            yield Problem(
                rule="entry-twice",
                loc=("goals", goal_id, "hindered_by", index),
                part="key",
                message="goal '{goal}' is both driven and hindered by '{id}'",
                label="it drives this goal already",
                hint="decide which effect you expect, and keep this entry or the one under `driven_by` ({place})",
                params={
                    "goal": goal_id,
                    "id": hindrance.id,
                    "place": Place(loc=("goals", goal_id, "driven_by", causes.index(hindrance.id))),
                },
            )
