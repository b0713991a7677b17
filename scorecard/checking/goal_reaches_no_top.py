"""Every goal contributes to the top of the map.

Following the arrows upwards, every goal should lead to a goal of the top perspective. One that does not costs effort
and serves nothing the strategy is made for, or an arrow is missing. The top is the highest perspective that has goals.

Good:
    goals:
      profit: {perspective: financial, driven_by: [trained-team]}
      trained-team: {perspective: learning}

Bad:
    goals:
      profit: {perspective: financial}
      trained-team: {perspective: learning}
"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from scorecard.checking._heights import heights
from scorecard.checking._ids import meant
from scorecard.graph import Graph, causal_graph
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every goal from which no arrow leads on towards the top.

    Goals that lead only to such a goal are silent: they are mended with it. A hindrance is no way up.
    """
    for goal_id in _dead_ends(strategy_map):
        yield Problem(
            rule="goal-reaches-no-top",
            severity="warning",
            loc=("goals", goal_id),
            part="key",
            message="goal '{goal}' leads to no goal of the top perspective",
            label="no arrow leads on from here",
            hint="name '{goal}' under `driven_by` of the goal that it helps",
            params={"goal": goal_id},
        )


def _dead_ends(strategy_map: StrategyMap) -> list[str]:
    height = heights(strategy_map)
    top = min(height.values(), default=0)
    graph = _intended_graph(strategy_map)
    # A goal in an unknown perspective may well stand at the top.
    arrived = {goal_id for goal_id in graph if height.get(goal_id, top) == top}
    waiting = list(arrived)
    while waiting:
        causes = set(graph.predecessors(waiting.pop())) - arrived
        arrived |= causes
        waiting += causes
    rank = {goal_id: index for index, goal_id in enumerate(strategy_map.goals)}
    stuck = graph.subgraph(set(rank) - arrived)
    ends = [
        min(group, key=rank.__getitem__)
        for group in nx.strongly_connected_components(stuck)
        if all(effect in group for goal_id in group for effect in stuck.successors(goal_id))
    ]
    return sorted(ends, key=rank.__getitem__)


def _intended_graph(strategy_map: StrategyMap) -> Graph:
    """The arrows of the map, and those that a misspelt id was probably meant to draw: that is reported already."""
    graph = causal_graph(strategy_map)
    unknown = [
        (driver.id, goal_id)
        for goal_id, goal in strategy_map.goals.items()
        for driver in goal.driven_by
        if driver.id not in strategy_map.goals
    ]
    if unknown:
        causes = meant((cause for cause, _ in unknown), strategy_map.goals)
        graph.add_edges_from((causes[cause], effect) for cause, effect in unknown if cause in causes)
    return graph
