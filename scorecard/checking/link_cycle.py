"""Causes do not run in a loop, unless the loop takes time.

If A drives B and B drives A in the same moment, each is the reason of the other and nobody can say where to begin.
Feedback is welcome where it takes time: give at least one arrow of the loop a `delay` of 1 or more periods.

Good:
    goals:
      profit: {perspective: financial, driven_by: [good-product]}
      good-product: {perspective: internal, driven_by: {profit: {delay: 2}}}

Bad:
    goals:
      profit: {perspective: financial, driven_by: [good-product]}
      good-product: {perspective: internal, driven_by: [profit]}
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

import networkx as nx

from scorecard.checking._heights import heights
from scorecard.graph import Graph
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_STARTS = 100
"""A loop as large as this is not searched from every one of its goals."""


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every goal that drives itself, and of all other goals caught in one tangle the shortest loop."""
    causes = undelayed_causes(strategy_map)
    for goal_id, of_goal in causes.items():
        if goal_id in of_goal:
            yield _problem(strategy_map, [goal_id])
            causes[goal_id] = [cause for cause in of_goal if cause != goal_id]
    for tangle in tangles(causes):
        yield _problem(strategy_map, _shortest_loop(causes, tangle))


def undelayed_causes(strategy_map: StrategyMap) -> dict[str, list[str]]:
    """Goal -> the goals that drive it without delay, in the order of the file."""
    return {
        goal_id: [driver.id for driver in goal.driven_by if driver.delay == 0 and driver.id in strategy_map.goals]
        for goal_id, goal in strategy_map.goals.items()
    }


def tangles(causes: Mapping[str, list[str]]) -> list[list[str]]:
    """The groups of two and more goals that drive each other round and round, in the order of the file."""
    # Most maps have no loop: goals are taken away from below until only loops, and what rests on them, are left.
    left = {goal_id: len(of_goal) for goal_id, of_goal in causes.items()}
    effects: dict[str, list[str]] = {}
    for goal_id, of_goal in causes.items():
        for cause in of_goal:
            effects.setdefault(cause, []).append(goal_id)
    free = [goal_id for goal_id, count in left.items() if count == 0]
    for cause in free:
        del left[cause]
        for effect in effects.get(cause, ()):
            left[effect] -= 1
            if left[effect] == 0:
                free.append(effect)
    if not left:
        return []
    graph: Graph = nx.DiGraph((cause, effect) for effect in left for cause in causes[effect] if cause in left)
    rank = {goal_id: index for index, goal_id in enumerate(causes)}
    groups = [sorted(group, key=rank.__getitem__) for group in nx.strongly_connected_components(graph)]
    return sorted((group for group in groups if len(group) > 1), key=lambda group: rank[group[0]])


def _shortest_loop(causes: Mapping[str, list[str]], tangle: list[str]) -> list[str]:
    """The goals of the shortest loop, from cause to effect; of several the one that begins first in the file."""
    inside = set(tangle)
    best: list[str] = []
    for start in tangle[:_STARTS]:
        behind = {start: start}
        queue = deque([start])
        while queue:
            goal_id = queue.popleft()
            if start in causes[goal_id]:
                loop = [goal_id]
                while loop[-1] != start:
                    loop.append(behind[loop[-1]])
                if not best or len(loop) < len(best):
                    best = loop
                break
            for cause in causes[goal_id]:
                if cause in inside and cause not in behind:
                    behind[cause] = goal_id
                    queue.append(cause)
        if len(best) == 2:
            break
    return best


def _problem(strategy_map: StrategyMap, loop: list[str]) -> Problem:
    loop = _closed_by_feedback(strategy_map, loop)
    effect, cause, alone = loop[0], loop[-1], len(loop) == 1
    arrows = [(driver.id, driver.delay) for driver in strategy_map.goals[effect].driven_by]
    return Problem(
        rule="link-cycle",
        loc=("goals", effect, "driven_by", arrows.index((cause, 0))),
        part="key",
        message="goal '{effect}' drives itself" if alone else "goals drive each other in a loop: {path}",
        label="that is the goal itself" if alone else "this arrow closes the loop",
        hint=("take it out" if alone else "take the weakest arrow out")
        + "; or, if this is feedback that takes time, say after how many periods: `delay: 1`",
        params={
            "path": " → ".join([*loop, loop[0]]),
            "goals": tuple(loop),
            "cause": cause,
            "effect": effect,
        },
    )


def _closed_by_feedback(strategy_map: StrategyMap, loop: list[str]) -> list[str]:
    """The loop, begun so that its last arrow runs down; where none does, with the goal that is first in the file."""
    height = heights(strategy_map)
    rank = {goal_id: index for index, goal_id in enumerate(strategy_map.goals)}

    def order(start: int) -> tuple[int, int]:
        effect, cause = loop[start], loop[start - 1]
        rise = height.get(cause, 0) - height.get(effect, 0)
        return (0 if rise < 0 else 1, rank[effect])

    start = min(range(len(loop)), key=order)
    return loop[start:] + loop[:start]
