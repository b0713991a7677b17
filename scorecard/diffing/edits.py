"""What was edited between two maps; in which order a file says things makes no difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import get_args

from scorecard.diffing.renames import RENAMED, renames_in, with_ids
from scorecard.map_change import Edit, EditKind, EntryList, Section
from scorecard.model import Driver, Goal, Kpi, Lagging, Measure, StrategyMap
from scorecard.naming import name_from

_SECTIONS: tuple[Section, ...] = get_args(Section)
_LISTS: tuple[EntryList, ...] = get_args(EntryList)
_ARROWS: tuple[EntryList, ...] = ("driven_by", "hindered_by")
_IN_ORDER = ("dimensions", "headline")
"""Lists of the map whose order says nothing."""


def edits_between(old: StrategyMap, new: StrategyMap) -> tuple[Edit, ...]:
    """The edits that lead from one map to the other, in an order in which each can be applied after those before it.

    Things get other ids first, then what is new comes in (a goal without its arrows), then settings and things change,
    then entries of the lists of goals, and what goes does so last, when nothing names it any more.
    """
    found: list[Edit] = []
    for section in RENAMED:
        ids = renames_in(section, old, new)
        things = getattr(new, section)
        found += [
            Edit(kind="renamed", section=section, id=now, name=_name(things, now), before=was, after=now)
            for was, now in ids.items()
        ]
        old = with_ids(old, section, ids)
    found += chain.from_iterable(_added(section, old, new) for section in _SECTIONS)
    found += _settings(old, new)
    found += chain.from_iterable(_changed(section, old, new) for section in _SECTIONS)
    found += sorted(_entries(old, new), key=lambda edit: ("added", "changed", "removed").index(edit.kind))
    found += chain.from_iterable(_removed(section, old, new) for section in reversed(_SECTIONS))
    return tuple(found)


def _name(things: Mapping[str, object], item_id: str) -> str:
    item = things.get(item_id)
    return getattr(item, "name", None) or name_from(item_id)


def _added(section: Section, old: StrategyMap, new: StrategyMap) -> Iterator[Edit]:
    before, after = getattr(old, section), getattr(new, section)
    for item_id, item in after.items():
        if item_id not in before:
            yield Edit(
                kind="added",
                section=section,
                id=item_id,
                name=_name(after, item_id),
                after=_bare(item),
                unit=_unit(item),
            )


def _removed(section: Section, old: StrategyMap, new: StrategyMap) -> Iterator[Edit]:
    before, after = getattr(old, section), getattr(new, section)
    for item_id, item in before.items():
        if item_id not in after:
            yield Edit(
                kind="removed",
                section=section,
                id=item_id,
                name=_name(before, item_id),
                before=_bare(item),
                unit=_unit(item),
            )


def _bare(item: object) -> object:
    """A thing as it comes and goes: a goal without its arrows, which do so for themselves."""
    return item.model_copy(update=dict.fromkeys(_ARROWS, ())) if isinstance(item, Goal) else item


def _unit(item: object) -> str | None:
    return item.unit if isinstance(item, (Kpi, Measure)) else None


def _settings(old: StrategyMap, new: StrategyMap) -> Iterator[Edit]:
    for field in StrategyMap.model_fields:
        before, after = getattr(old, field), getattr(new, field)
        if field in _SECTIONS or before == after or (field in _IN_ORDER and sorted(before) == sorted(after)):
            continue
        yield Edit(kind="changed", section="map", id=field, name=field, field=field, before=before, after=after)
    stay = [
        tuple(key for key in one.perspectives if key in other.perspectives) for one, other in ((old, new), (new, old))
    ]
    if stay[0] != stay[1] or tuple(_merged(old, new)) != tuple(new.perspectives):
        yield Edit(
            kind="changed",
            section="map",
            id="perspectives",
            name="perspectives",
            field="perspectives",
            before=tuple(old.perspectives),
            after=tuple(new.perspectives),
        )


def _merged(old: StrategyMap, new: StrategyMap) -> list[str]:
    """The order of the perspectives when those that come are put at the end and those that go are left out."""
    return [
        *(key for key in old.perspectives if key in new.perspectives),
        *(k for k in new.perspectives if k not in old.perspectives),
    ]


def _changed(section: Section, old: StrategyMap, new: StrategyMap) -> Iterator[Edit]:
    before, after = getattr(old, section), getattr(new, section)
    for item_id, item in after.items():
        was = before.get(item_id)
        if was is None or was == item:
            continue
        for field in type(item).model_fields:
            one, other = getattr(was, field), getattr(item, field)
            if one != other and not (section == "goals" and field in _LISTS):
                yield Edit(
                    kind="changed",
                    section=section,
                    id=item_id,
                    name=_name(after, item_id),
                    field=field,
                    before=one,
                    after=other,
                    unit=_unit(item),
                )


def _entries(old: StrategyMap, new: StrategyMap) -> Iterator[Edit]:
    """What changed in the lists of goals that stay, and the arrows of those that come and go."""
    for goal_id in dict.fromkeys([*new.goals, *old.goals]):
        was, now = old.goals.get(goal_id), new.goals.get(goal_id)
        goals = new.goals if now else old.goals
        for pair in (("lagging", "leading"), _ARROWS, ("guardrails",), ("initiatives",)):
            if (was is None or now is None) and pair != _ARROWS:
                continue  # they come and go with the goal
            before, after = _listed(was, pair), _listed(now, pair)
            for item_id in dict.fromkeys([*after, *before]):
                for edit in _entry(item_id, before.get(item_id, {}), after.get(item_id, {})):
                    yield _of_goal(edit, goal_id, _name(goals, goal_id), old, new)


_Entry = Lagging | Driver | str
_Found = tuple[EntryList, _Entry]


def _listed(goal: Goal | None, names: tuple[EntryList, ...]) -> dict[str, dict[EntryList, _Entry]]:
    found: dict[str, dict[EntryList, _Entry]] = {}
    for name in names if goal else ():
        for entry in getattr(goal, name):
            found.setdefault(entry if isinstance(entry, str) else entry.id, {})[name] = entry
    return found


def _entry(item_id: str, before: Mapping[EntryList, _Entry], after: Mapping[EntryList, _Entry]) -> Iterator[Edit]:
    """What became of an entry; one that left a list and came into another one has moved."""
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if len(gone) == len(come) == 1:
        yield _edit("changed", come[0], item_id, "entries", gone[0], come[0])
        yield from _fields(item_id, come[0], before[gone[0]], after[come[0]])
    else:
        for name in come:
            yield _edit("added", name, item_id, None, None, after[name])
        for name in gone:
            yield _edit("removed", name, item_id, None, before[name], None)
    for name in before:
        if name in after:
            yield from _fields(item_id, name, before[name], after[name])


def _fields(item_id: str, name: EntryList, was: _Entry, now: _Entry) -> Iterator[Edit]:
    if isinstance(was, str) or isinstance(now, str):
        return
    for field, default in (("weight", 1.0), ("delay", 0), ("because", None)):
        before, after = getattr(was, field, default), getattr(now, field, default)
        if before != after and (field != "delay" or isinstance(now, Driver)):
            yield _edit("changed", name, item_id, field, before, after)


def _edit(kind: EditKind, name: EntryList, item_id: str, field: str | None, before: object, after: object) -> Edit:
    return Edit(
        kind=kind, section="goals", id=item_id, name=item_id, entries=name, field=field, before=before, after=after
    )


def _of_goal(edit: Edit, goal_id: str, goal_name: str, old: StrategyMap, new: StrategyMap) -> Edit:
    section = {"driven_by": "goals", "hindered_by": "goals", "initiatives": "initiatives"}.get(
        edit.entries or "", "kpis"
    )
    here = getattr(new, section)
    things = here if edit.id in here else getattr(old, section)
    return replace(edit, name=_name(things, edit.id), goal=goal_id, goal_name=goal_name)
