"""The strategy map as a directed graph from cause to effect."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

from scorecard.model import StrategyMap

Graph: TypeAlias = "nx.DiGraph[str]"


def causal_graph(strategy_map: StrategyMap) -> Graph:
    """The goals, and an edge cause -> effect for every ``driven_by`` entry that names a goal of the map.

    Nodes stand in the order of the file; an edge holds the `Driver` as ``driver``. Hindrances are no edges: they
    take no share in any score.
    """
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(strategy_map.goals)
    graph.add_edges_from(
        (driver.id, goal_id, {"driver": driver})
        for goal_id, goal in strategy_map.goals.items()
        for driver in goal.driven_by
        if driver.id in strategy_map.goals
    )
    return graph


def components_of(graph: Graph) -> list[list[str]]:
    """The goals causes first, those of one loop together (topological order of the strongly connected components)."""
    if nx.is_directed_acyclic_graph(graph):
        return [[goal] for goal in nx.topological_sort(graph)]
    folded = nx.condensation(graph)
    place = {goal: number for number, goal in enumerate(graph)}
    return [sorted(folded.nodes[number]["members"], key=place.__getitem__) for number in nx.topological_sort(folded)]
