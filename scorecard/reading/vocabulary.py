"""The words of the format: what a map is made of, and the keys that each part may have."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from scorecard import model
from scorecard.model import StrategyMap
from scorecard.problem import Loc

SECTIONS: Mapping[str, type[BaseModel]] = {
    "perspectives": model.Perspective,
    "themes": model.Theme,
    "goals": model.Goal,
    "kpis": model.Kpi,
    "initiatives": model.Initiative,
}
"""The sections of a map, and what each holds by id."""

NAMED_SECTIONS = ("perspectives", "themes")
"""The sections in which a bare name stands for an item."""

_ITEM = {"perspectives": "perspective", "themes": "theme", "goals": "goal", "kpis": "KPI", "initiatives": "initiative"}
_NOUNS: tuple[type[BaseModel], ...] = (StrategyMap, model.Driver, model.Thresholds, model.OutlookSettings)

VOCABULARY = frozenset(key for noun in (*_NOUNS, *SECTIONS.values()) for key in noun.model_fields)
"""Every key of the format."""


def item_at(loc: Loc) -> str:
    """What the part at a path is called: ``map``, ``goal``, ``entry`` ..."""
    if not loc:
        return "map"
    if len(loc) == 2 and loc[0] in _ITEM:
        return _ITEM[str(loc[0])]
    if loc[-1] == "target":
        return "target"
    if loc[-1] == "thresholds":
        return "thresholds block"
    return "outlook block" if loc[-1] == "outlook" else "entry"


def keys_at(loc: Loc) -> tuple[str, ...]:
    """The keys that the part at a path may have."""
    item = item_at(loc)
    if item == "map":
        return tuple(StrategyMap.model_fields)
    if item in _ITEM.values():
        return tuple(SECTIONS[str(loc[0])].model_fields)
    if item == "target":
        return "change", "kpi"
    if item == "thresholds block":
        return tuple(model.Thresholds.model_fields)
    if item == "outlook block":
        return tuple(model.OutlookSettings.model_fields)
    return ("weight", "because") if "lagging" in loc else ("weight", "delay", "because")


def homes_of(key: str) -> tuple[str, ...]:
    """The parts of a map that may have a key."""
    homes = ["map"] if key in StrategyMap.model_fields else []
    homes += [_ITEM[section] for section, noun in SECTIONS.items() if key in noun.model_fields]
    if key in model.Driver.model_fields and key != "id":
        homes.append("entry of `driven_by`" if key == "delay" else "entry of `lagging` or `driven_by`")
    return tuple(homes)
