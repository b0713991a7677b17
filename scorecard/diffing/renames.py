"""Ids that were changed while everything else stayed."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from scorecard.map_change import Section
from scorecard.model import Driver, Goal, Initiative, Lagging, StrategyMap
from scorecard.naming import name_from

Ids = Mapping[str, str]

RENAMED: tuple[Section, ...] = ("kpis", "initiatives", "goals")
"""The sections in which renames are looked for, each before those that name its ids."""


def renames_in(section: Section, old: StrategyMap, new: StrategyMap) -> dict[str, str]:
    """New ids by old ones: of things that are the same but for their id, and the only ones that are.

    A thing that says nothing but its id (or, a goal, its perspective) is never certain to be the same.
    """
    before, after = getattr(old, section), getattr(new, section)
    gone = {item_id: item for item_id, item in before.items() if item_id not in after}
    come = {item_id: item for item_id, item in after.items() if item_id not in before}
    found: dict[str, str] = {}
    for item_id, item in gone.items():
        same = [other_id for other_id, other in come.items() if _same(item, other, item_id, other_id)]
        twins = [other_id for other_id, other in gone.items() if _same(item, other, item_id, other_id)]
        if len(same) == 1 and len(twins) == 1 and _says_something(item):
            found[item_id] = same[0]
    return found


def _same(one: BaseModel, other: BaseModel, one_id: str, other_id: str) -> bool:
    names = [item.name or name_from(item_id) for item, item_id in ((one, one_id), (other, other_id))]  # type: ignore[attr-defined]
    explicit = one.model_copy(update={"name": None}) == other.model_copy(update={"name": None})
    return explicit and (names[0] == names[1] or one.name == other.name)  # type: ignore[attr-defined]


def _says_something(item: BaseModel) -> bool:
    return bool(item.model_fields_set - {"perspective"})


def with_ids(strategy_map: StrategyMap, section: Section, ids: Ids) -> StrategyMap:
    """The map in which things of a section have other ids, wherever a list of a goal, or another thing, names them."""
    if not ids:
        return strategy_map
    update: dict[str, object] = {
        section: {ids.get(item_id, item_id): item for item_id, item in getattr(strategy_map, section).items()}
    }
    goals: Mapping[str, Goal] = update.get("goals", strategy_map.goals)  # type: ignore[assignment]
    update["goals"] = {goal_id: _goal(goal, section, ids) for goal_id, goal in goals.items()}
    if section == "kpis":
        update["headline"] = tuple(ids.get(item_id, item_id) for item_id in strategy_map.headline)
        update["initiatives"] = {key: _initiative(item, ids) for key, item in strategy_map.initiatives.items()}
    return strategy_map.model_copy(update=update)


def _goal(goal: Goal, section: Section, ids: Ids) -> Goal:
    lists = {"kpis": ("lagging", "leading"), "goals": ("driven_by", "hindered_by")}.get(section, ())
    plain = {"kpis": ("guardrails",), "initiatives": ("initiatives",)}.get(section, ())
    update: dict[str, object] = {name: tuple(_entry(entry, ids) for entry in getattr(goal, name)) for name in lists}
    update |= {name: tuple(ids.get(item_id, item_id) for item_id in getattr(goal, name)) for name in plain}
    return goal.model_copy(update=update)


def _entry(entry: Driver | Lagging, ids: Ids) -> Driver | Lagging:
    return entry.model_copy(update={"id": ids[entry.id]}) if entry.id in ids else entry


def _initiative(item: Initiative, ids: Ids) -> Initiative:
    return item if item.kpi is None else item.model_copy(update={"kpi": ids.get(item.kpi, item.kpi)})
