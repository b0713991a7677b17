"""The words of the format: what a map is made of, and the keys that each part may have."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from scorecard import model
from scorecard.model import StrategyMap, keys_of
from scorecard.problem import Loc

SECTIONS: Mapping[str, type[BaseModel]] = {
    "perspectives": model.Perspective,
    "themes": model.Theme,
    "goals": model.Goal,
    "sources": model.Source,
    "measures": model.Measure,
    "kpis": model.Kpi,
    "initiatives": model.Initiative,
}
"""The sections of a map, and what each holds by id."""

NAMED_SECTIONS = ("perspectives", "themes")
"""The sections in which a bare name stands for an item."""

_ITEM = {
    "perspectives": "perspective",
    "themes": "theme",
    "goals": "goal",
    "sources": "source",
    "measures": "measure",
    "kpis": "KPI",
    "initiatives": "initiative",
}
_BLOCKS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "thresholds": ("thresholds block", model.Thresholds),
    "outlook": ("outlook block", model.OutlookSettings),
    "alarm": ("alarm", model.Alarm),
    "warning": ("warning", model.Alarm),
    "target": ("target", model.Change),
}
"""What stands below a key in a block of its own."""
_NOUNS: tuple[type[BaseModel], ...] = (
    *(StrategyMap, model.Driver, model.Thresholds, model.OutlookSettings, model.Alarm, model.Change, model.SourceFile),
)

VOCABULARY = frozenset(key for noun in (*_NOUNS, *SECTIONS.values()) for key in keys_of(noun))
"""Every key of the format."""


def item_at(loc: Loc) -> str:
    """What the part at a path is called: ``map``, ``goal``, ``entry`` ..."""
    if not loc:
        return "map"
    if len(loc) == 2 and loc[0] in _ITEM:
        return _ITEM[str(loc[0])]
    if loc[0] == "sources":
        return "file of a source"
    return _BLOCKS[str(loc[-1])][0] if loc[-1] in _BLOCKS else "entry"


def keys_at(loc: Loc) -> tuple[str, ...]:
    """The keys that the part at a path may have."""
    item = item_at(loc)
    if item == "map":
        return keys_of(StrategyMap)
    if item in _ITEM.values():
        return keys_of(SECTIONS[str(loc[0])])
    if item == "file of a source":
        return keys_of(model.SourceFile)
    if item == "target":
        return (*keys_of(model.Change), "kpi")
    if item != "entry":
        return keys_of(_BLOCKS[str(loc[-1])][1])
    return ("weight", "because") if "lagging" in loc else ("weight", "delay", "because")


def homes_of(key: str) -> tuple[str, ...]:
    """The parts of a map that may have a key."""
    homes = ["map"] if key in keys_of(StrategyMap) else []
    homes += [_ITEM[section] for section, noun in SECTIONS.items() if key in keys_of(noun)]
    if key in keys_of(model.Driver) and key != "id":
        homes.append("entry of `driven_by`" if key == "delay" else "entry of `lagging` or `driven_by`")
    return tuple(homes)
