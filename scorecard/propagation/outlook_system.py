"""The outlook of a scored map as the linear system that made it: which share of each goal every part has.

All that reasons over a map starts here: what a number is made of, which lever moves it, what a change does and when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from scorecard.graph import Graph, components_of
from scorecard.propagation.system import Components, Row
from scorecard.result import PartKind, Scorecard


class SystemPart(NamedTuple):
    """A part of a goal's outlook that has data: ``share`` after normalising (those of a goal sum to 1), ``delay`` how
    many periods it takes until the part shows in the goal (0 for a result)."""

    kind: PartKind
    id: str
    share: float
    delay: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlookSystem:
    """``outlook(g) = Σ share · x`` over ``parts[g]``, x being a KPI's performance or a cause's outlook.

    Goals without an outlook have no parts; ``components`` are the goals causes first, those of one loop together.
    """

    parts: Mapping[str, tuple[SystemPart, ...]]
    components: Components


def outlook_system(card: Scorecard) -> OutlookSystem:
    """The system behind the outlooks of a card (scoring.md 2), read off the contributions of its goals."""
    goals = {goal.id for goal in card.goals}
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(goal.id for goal in card.goals)
    delays: dict[tuple[str, PartKind, str], int] = {}
    for link in card.links:
        if link.kind == "driven-by" and link.cause in goals:
            graph.add_edge(link.cause, link.effect)
            delays[link.effect, "goal", link.cause] = link.delay
    for goal in card.goals:
        delays.update(((goal.id, "kpi", note.kpi), note.delay) for note in goal.kpi_notes)
    parts = {
        goal.id: tuple(
            SystemPart(row.kind, row.id, row.share, delays.get((goal.id, row.kind, row.id), 0))
            for row in goal.contributions.outlook
            if row.share is not None
        )
        for goal in card.goals
    }
    return OutlookSystem(parts=parts, components=components_of(graph))


def causes_of(system: OutlookSystem) -> dict[str, Row]:
    """The share of every cause in every goal that has an outlook: the matrix A of ``s = A·s + b``."""
    return {
        goal: {part.id: part.share for part in parts if part.kind == "goal"}
        for goal, parts in system.parts.items()
        if parts
    }


def kpis_of(system: OutlookSystem) -> dict[str, Row]:
    """The share of every KPI of its own in every goal that has an outlook; with the performances it makes b."""
    return {
        goal: {part.id: part.share for part in parts if part.kind == "kpi"}
        for goal, parts in system.parts.items()
        if parts
    }
