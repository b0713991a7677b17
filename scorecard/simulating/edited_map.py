"""A map with other weights and without some arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from scorecard.model import Driver, Goal, Lagging, StrategyMap
from scorecard.scenario import Scenario

Entry = TypeVar("Entry", Lagging, Driver)


def edited_map(strategy_map: StrategyMap, scenario: Scenario) -> StrategyMap:
    """The map as the scenario has it; the same one when it changes no weight and drops no arrow."""
    if not scenario.weights and not scenario.dropped:
        return strategy_map
    weight = {(one.kind, one.id, one.of): one.weight for one in scenario.weights}
    gone = {(link.cause, link.effect) for link in scenario.dropped}

    def goal_of(goal_id: str, goal: Goal) -> Goal:
        own = {one.id: one.weight for one in scenario.weights if one.kind == "kpi" and one.of == goal_id}
        arrows = {one.id: one.weight for one in scenario.weights if one.kind == "link" and one.of == goal_id}
        return goal.model_copy(
            update={
                "weight": weight.get(("goal", goal_id, None), goal.weight),
                "lagging": _weighted(goal.lagging, own),
                "leading": _weighted(goal.leading, own),
                "driven_by": _weighted(_kept(goal.driven_by, goal_id, gone), arrows),
                "hindered_by": _weighted(_kept(goal.hindered_by, goal_id, gone), arrows),
            }
        )

    touched = {one.of or one.id for one in scenario.weights if one.kind != "perspective"} | {end for _, end in gone}
    return strategy_map.model_copy(
        update={
            "goals": {
                goal_id: goal_of(goal_id, goal) if goal_id in touched else goal
                for goal_id, goal in strategy_map.goals.items()
            },
            "perspectives": {
                part: written.model_copy(update={"weight": weight[("perspective", part, None)]})
                if ("perspective", part, None) in weight
                else written
                for part, written in strategy_map.perspectives.items()
            },
        }
    )


def _kept(entries: Sequence[Driver], goal_id: str, gone: set[tuple[str, str]]) -> list[Driver]:
    return [entry for entry in entries if (entry.id, goal_id) not in gone]


def _weighted(entries: Sequence[Entry], weights: Mapping[str, float]) -> tuple[Entry, ...]:
    return tuple(
        entry.model_copy(update={"weight": weights[entry.id]}) if entry.id in weights else entry for entry in entries
    )
