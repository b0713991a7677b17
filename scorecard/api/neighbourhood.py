"""A goal with the goals around it."""

from __future__ import annotations

from dataclasses import replace

from scorecard.api.select import SelectionError, advice
from scorecard.result import Scorecard


def neighbourhood(card: Scorecard, goal_id: str, depth: int = 1) -> Scorecard:
    """The part of a scorecard within ``depth`` links of a goal, up and down, hindrances included.

    Numbers stay those of the whole map, and so do the counts of the index and of the perspectives; perspectives
    without goals in the part are left out.

    Raises:
        SelectionError: when the map has no such goal.
        ValueError: for a depth below 0.
    """
    names = {goal.id: goal.name for goal in card.goals}
    if goal_id not in names:
        raise SelectionError(f"the map has no goal {goal_id!r}; {advice(goal_id, list(names))}")
    if depth < 0:
        raise ValueError(f"the depth is a number of links, 0 or more, not {depth}")
    reached = {goal_id}
    for _ in range(depth):
        reached |= {link.cause for link in card.links if link.effect in reached} | {
            link.effect for link in card.links if link.cause in reached
        }
    goals = tuple(goal for goal in card.goals if goal.id in reached)
    used = {goal.perspective for goal in goals}
    return replace(
        card,
        goals=goals,
        perspectives=tuple(perspective for perspective in card.perspectives if perspective.id in used),
        links=tuple(link for link in card.links if link.cause in reached and link.effect in reached),
        focus=tuple(item for item in card.focus if item in reached),
        satisfied=tuple(item for item in card.satisfied if item in reached),
    )
