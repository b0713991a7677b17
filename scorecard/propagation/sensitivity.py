"""How much one number of a map moves with each KPI and each goal: all of them in one reverse sweep.

An outlook is linear in the performances (scoring.md 4): d outlook / d performance of a KPI is the sum over all paths of
arrows of the products of their shares. Perspectives and the index are weighted means of outlooks, so a sweep begins
from the share that each goal has in the number that is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from scorecard.propagation.outlook_system import OutlookSystem, SystemPart
from scorecard.propagation.system import Row, against_loop
from scorecard.result import Contribution, Scorecard


class Sensitivities(NamedTuple):
    """d number / d performance by KPI, and d number / d outlook by goal (what is added to the goal's own parts)."""

    kpis: Mapping[str, float]
    goals: Mapping[str, float]


def sensitivities(system: OutlookSystem, wanted: Row) -> Sensitivities:
    """How the number ``Σ wanted[g] · outlook(g)`` moves with every KPI and every goal.

    Without loops all shares add up: the KPIs' sensitivities sum to the sum of ``wanted`` (goals without an outlook
    must not be wanted). What no path leads to has no entry.
    """
    kpis: dict[str, float] = {}
    goals = dict(wanted)
    parts = system.parts
    for component in reversed(system.components):
        if len(component) > 1:
            _through_loop(parts, component, goals)
        inside = component if len(component) > 1 else ()
        for goal in component:
            weight = goals.get(goal, 0.0)
            if not weight:
                continue
            for kind, item, share, _ in parts[goal]:
                found = kpis if kind == "kpi" else goals
                if kind == "kpi" or item not in inside:
                    found[item] = found.get(item, 0.0) + share * weight
    return Sensitivities(kpis, {goal: weight for goal, weight in goals.items() if weight})


def _through_loop(
    parts: Mapping[str, tuple[SystemPart, ...]], component: Sequence[str], goals: dict[str, float]
) -> None:
    """What is asked of the goals of a loop, once it has gone all the way round."""
    members = [goal for goal in component if parts[goal]]
    if not any(goals.get(goal) for goal in members):
        return
    shares = {goal: {part.id: part.share for part in parts[goal] if part.kind == "goal"} for goal in members}
    goals.update(against_loop(shares, {goal: goals.get(goal, 0.0) for goal in members}))


def outlook_shares(card: Scorecard, kind: str, item_id: str) -> dict[str, float]:
    """The share of every goal's outlook in the outlook of a goal (itself), a perspective or the index."""
    if kind == "goal":
        return {goal.id: 1.0 for goal in card.goals if goal.id == item_id and goal.outlook is not None}
    perspectives = {item.id: _shares(item.contributions.outlook) for item in card.perspectives}
    if kind == "perspective":
        return perspectives[item_id]
    return {
        goal: share * part
        for perspective, share in _shares(card.index.contributions.outlook).items()
        for goal, part in perspectives[perspective].items()
    }


def performance_shares(card: Scorecard, kind: str, item_id: str) -> dict[str, float]:
    """d performance / d performance of a KPI: the share of each KPI in the performance of a goal, a perspective or
    the index. Where a goal is judged by its drivers, the results of its causes count with theirs."""
    lagging = {goal.id: _shares(goal.contributions.lagging) for goal in card.goals}
    goals: Mapping[str, float] = {item_id: 1.0}
    if kind != "goal":
        by_perspective = {item.id: _shares(item.contributions.performance) for item in card.perspectives}
        among = {item_id: 1.0} if kind == "perspective" else _shares(card.index.contributions.performance)
        goals = {
            goal: share * part
            for perspective, share in among.items()
            for goal, part in by_perspective[perspective].items()
        }
    found: dict[str, float] = {}
    for goal in card.goals:
        for row in goal.contributions.performance if goal.id in goals else ():
            share = goals[goal.id] * (row.share or 0.0)
            for kpi, part in ({row.id: 1.0} if row.kind == "kpi" else lagging[row.id]).items():
                if share:
                    found[kpi] = found.get(kpi, 0.0) + share * part
    return found


def _shares(rows: tuple[Contribution, ...]) -> dict[str, float]:
    return {row.id: row.share for row in rows if row.share is not None}
