"""A map with an edit."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.diffing.renames import with_ids
from scorecard.map_change import Edit, EntryList
from scorecard.model import Driver, Goal, Lagging, StrategyMap


def applied(strategy_map: StrategyMap, edits: Sequence[Edit]) -> StrategyMap:
    """The map after some edits, one after the other; what comes is put behind what is there.

    The map is good for scoring and for nothing else: between the edits, something may be named that is not there yet.
    """
    for edit in edits:
        strategy_map = _applied(strategy_map, edit)
    return strategy_map


def _applied(strategy_map: StrategyMap, edit: Edit) -> StrategyMap:
    if edit.section == "map":
        return _set(strategy_map, edit)
    if edit.kind == "renamed":
        return with_ids(strategy_map, edit.section, {str(edit.before): str(edit.after)})
    things = dict(getattr(strategy_map, edit.section))
    if edit.entries is not None and edit.goal is not None:
        things[edit.goal] = _with_entry(things[edit.goal], edit, edit.entries)
    elif edit.kind == "added":
        things[edit.id] = edit.after
    elif edit.kind == "removed":
        del things[edit.id]
    else:
        things[edit.id] = things[edit.id].model_copy(update={str(edit.field): edit.after})
    return strategy_map.model_copy(update={edit.section: things})


def _set(strategy_map: StrategyMap, edit: Edit) -> StrategyMap:
    if edit.field != "perspectives":
        return strategy_map.model_copy(update={str(edit.field): edit.after})
    order = edit.after if isinstance(edit.after, tuple) else ()
    # Those that are on their way out stay behind the others until they go.
    kept = [*order, *(key for key in strategy_map.perspectives if key not in order)]
    return strategy_map.model_copy(update={"perspectives": {key: strategy_map.perspectives[key] for key in kept}})


def _with_entry(goal: Goal, edit: Edit, name: EntryList) -> Goal:
    entries = list(getattr(goal, name))
    if edit.kind == "added":
        return goal.model_copy(update={name: (*entries, edit.after)})
    if edit.kind == "removed":
        return goal.model_copy(update={name: tuple(entry for entry in entries if _id(entry) != edit.id)})
    if edit.field == "entries":
        return _moved(goal, edit, str(edit.before), name)
    changed = (
        entry.model_copy(update={str(edit.field): edit.after}) if _id(entry) == edit.id else entry for entry in entries
    )
    return goal.model_copy(update={name: tuple(changed)})


def _moved(goal: Goal, edit: Edit, was: str, name: EntryList) -> Goal:
    """The goal with an entry in another list; results have no delay."""
    entry = next(entry for entry in getattr(goal, was) if entry.id == edit.id)
    fields = {"id": entry.id, "weight": entry.weight, "because": entry.because}
    made = (
        Lagging.model_construct(**fields)
        if name == "lagging"
        else Driver.model_construct(**fields, delay=getattr(entry, "delay", 0))
    )
    left = tuple(other for other in getattr(goal, was) if other.id != edit.id)
    return goal.model_copy(update={was: left, name: (*getattr(goal, name), made)})


def _id(entry: object) -> str:
    return entry if isinstance(entry, str) else str(getattr(entry, "id", ""))
