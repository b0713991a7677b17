"""From data to a strategy map, or to the reasons why it is none: pydantic's words become a strategist's."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.events import ScalarEvent

from scorecard import model
from scorecard.model import StrategyMap
from scorecard.problem import Loc, Problem
from scorecard.reading.comments import comment_behind
from scorecard.reading.document import Document, MappingNode, is_empty, is_flow, node_at
from scorecard.scalars import shape_of

_ITEMS: dict[str, tuple[str, type[BaseModel]]] = {
    "perspectives": ("perspective", model.Perspective),
    "themes": ("theme", model.Theme),
    "goals": ("goal", model.Goal),
    "kpis": ("KPI", model.Kpi),
    "initiatives": ("initiative", model.Initiative),
}
_SECTIONS = tuple(_ITEMS)
_OWN = "x-"


def strategy_map_of(document: Document) -> tuple[StrategyMap | None, list[Problem]]:
    """The map a document holds, and all that is wrong with its shape.

    With problems the map is what remains when the wrong parts are left out, so that the rest can be checked in the
    same run; None when nothing that could be checked remains.
    """
    data = document.data
    try:
        return StrategyMap.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems: list[Problem] = []
    wrong: list[Loc] = []
    cut_off: set[Loc] = set()
    for detail in details:
        loc = tuple(step for step in detail["loc"] if step != "[key]")
        wrong.append(loc)
        if not _is_own(detail, loc):
            problem = _problem(document, detail, loc, cut_off)
            if problem is not None:
                problems.append(problem)
    return _without(data, wrong, document), problems


def _is_own(detail: ErrorDetails, loc: Loc) -> bool:
    """Whether an unknown key is one of the author's own, ``x-…``."""
    return detail["type"] == "extra_forbidden" and str(loc[-1]).startswith(_OWN)


def _without(data: Any, wrong: list[Loc], document: Document) -> StrategyMap | None:
    """The map without its wrong parts: a wrong field or item is left out, a wrong or missing perspective replaced."""
    kept = {key: dict(value) if key in _SECTIONS and isinstance(value, dict) else value for key, value in data.items()}
    first = next(iter(kept.get("perspectives") or ["financial"]))
    for loc in sorted(wrong, key=len, reverse=True):
        if len(loc) > 2 and loc[0] in _SECTIONS:
            section, item, field = loc[:3]
            fields = dict(kept[section][item]) if isinstance(kept.get(section, {}).get(item), dict) else {}
            fields.pop(field, None)
            if section == "goals" and field == "perspective":
                fields["perspective"] = first
            kept[section][item] = fields
        elif len(loc) == 2 and loc[0] in _SECTIONS and isinstance(kept.get(loc[0]), dict):
            kept[loc[0]].pop(loc[1], None)
        elif loc:
            kept.pop(loc[0], None)
    try:
        return StrategyMap.model_validate(kept)
    except ValidationError:
        return None


def _problem(document: Document, detail: ErrorDetails, loc: Loc, cut_off: set[Loc]) -> Problem | None:
    """One problem for one complaint; None when an earlier problem has said it all."""
    from scorecard.reading.rules import bad_id, empty_value, space_after_colon

    kind, on_key = detail["type"], detail["loc"][-1:] == ("[key]",)
    node = node_at(document.node, loc)
    if kind == "extra_forbidden":
        return _unknown_key(document, loc, cut_off)
    if not on_key and is_empty(node) and isinstance(node, ScalarEvent):
        key = next((step for step in reversed(loc) if isinstance(step, str)), None)
        named = loc[-1] if isinstance(loc[-1], str) else None
        if named in ("id", "weight") and isinstance(loc[-2], int):
            named = None
            entry = node_at(document.node, loc[:-1])
            if isinstance(entry, MappingNode):
                named = next(iter(entry.keys))
        return empty_value.problem(loc, named if named else None, comment_behind(document, node) if key else "")
    if kind in ("string_pattern_mismatch", "string_too_long"):
        text = str(detail["input"])
        if loc == ("currency",):
            return bad_id.not_a_currency(loc, text)
        if ":" in text and " " not in text and not on_key:
            return space_after_colon.problem(text, loc=loc)
        if text == "<<":
            from scorecard.reading.rules import yaml_feature

            return yaml_feature.merge_key(loc)
        entry_id = loc[:-1] if loc[-1] == "id" and isinstance(loc[-2], int) else loc
        return bad_id.problem(entry_id, text, "key" if on_key else "value")
    return _value_problem(detail, loc)


def _value_problem(detail: ErrorDetails, loc: Loc) -> Problem:
    """What is wrong with a value that is there."""
    from scorecard.reading.rules import (
        bad_change,
        bad_choice,
        bad_date,
        bad_number,
        empty_section,
        empty_value,
        format_version,
        missing_key,
        not_a_share,
        out_of_range,
        two_keys,
        unknown_key,
        wrong_shape,
    )

    kind, context = detail["type"], detail.get("ctx", {})
    loc = (*loc, *context.get("at", ()))
    key = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    text = str(detail["input"])
    match kind:
        case "bad-number":
            return bad_number.problem(loc, context["text"])
        case "not-a-share":
            return not_a_share.problem(loc, context["text"])
        case "bad-date":
            return bad_date.problem(loc, context["text"])
        case "bad-change":
            return bad_change.problem(loc, context["text"])
        case "two-keys":
            return two_keys.problem(loc, context["keys"])
        case "wrong-shape":
            return wrong_shape.problem(loc, context["wanted"], context["found"], context.get("text", ""))
        case "unknown-key":
            return unknown_key.problem((*loc, context["key"]), context["key"], context["known"], of="entry")
        case "bad-choice":
            return bad_choice.problem(loc, key, context["text"], context["choices"])
        case "literal_error" | "enum":
            return bad_choice.problem(loc, key, text, tuple(_choices(context.get("expected", ""))))
        case "missing":
            choices = ()
            return missing_key.problem(loc[:-1], key, of=_of(loc[:-1]), choices=choices)
        case "greater_than_equal" | "less_than_equal":
            if loc == ("format",):
                return format_version.problem(text)
            return out_of_range.problem(loc, key, text, _limits(key))
        case "too_short":
            return empty_section.problem(loc, key)
        case "string_too_short":
            return empty_value.problem(loc, key, "")
    wanted = "text" if kind == "string_type" else "list of ids" if kind == "tuple_type" else "block of keys"
    return wrong_shape.problem(loc, wanted, shape_of(detail["input"]), text if isinstance(detail["input"], str) else "")


def _choices(expected: str) -> list[str]:
    """The words that pydantic lists as ``'day', 'week' or 'month'``."""
    return [word.strip("' ") for word in expected.replace(" or ", ",").split(",") if word.strip("' ")]


def _limits(key: str) -> tuple[str, str]:
    limits = {"importance": ("1", "5"), "urgency": ("1", "5"), "delay": ("0", "1000"), "drivers": ("10%", "90%")}
    return limits.get(key, ("0", "") if key in ("budget", "spent") else ("0.001", "1000"))


def _of(loc: Loc) -> str:
    """What the item at a path is called."""
    if not loc:
        return "map"
    if len(loc) == 2 and loc[0] in _ITEMS:
        return _ITEMS[str(loc[0])][0]
    if loc[-1] == "target":
        return "target"
    if loc[-1] == "thresholds":
        return "thresholds block"
    return "outlook block" if loc[-1] == "outlook" else "entry"


def _known_keys(loc: Loc) -> tuple[str, ...]:
    """The keys that the item at a path may have."""
    if not loc:
        return tuple(StrategyMap.model_fields)
    if len(loc) == 2 and loc[0] in _ITEMS:
        return tuple(_ITEMS[str(loc[0])][1].model_fields)
    if loc[-1] == "target":
        return "change", "kpi"
    if loc[-1] == "thresholds":
        return tuple(model.Thresholds.model_fields)
    if loc[-1] == "outlook":
        return tuple(model.OutlookSettings.model_fields)
    return ("weight", "because") if "lagging" in loc else ("weight", "delay", "because")


def _unknown_key(document: Document, loc: Loc, cut_off: set[Loc]) -> Problem | None:
    """An unknown key: a text cut at a comma, a missing blank, a merge key, or a word that is not ours."""
    from scorecard.reading.rules import comma_in_braces, space_after_colon, unknown_key, yaml_feature

    key, item = str(loc[-1]), loc[:-1]
    parent, node = node_at(document.node, item), node_at(document.node, loc)
    known = _known_keys(item)
    if key == "<<":
        return yaml_feature.merge_key(loc)
    if isinstance(parent, MappingNode) and is_empty(node):
        if ":" in key and key.partition(":")[0] in known:
            return space_after_colon.problem(key, loc=loc, part="key")
        if is_flow(parent):
            if loc in cut_off:
                return None
            return _cut_at_comma(parent, item, key, cut_off, comma_in_braces.problem)
    return unknown_key.problem(loc, key, known, of=_of(item))


def _cut_at_comma(parent: MappingNode, item: Loc, key: str, cut_off: set[Loc], problem: Any) -> Problem | None:
    """All empty keys behind one value are the rest of its text, said once."""
    keys = list(parent.keys)
    first = keys.index(key)
    last = first
    while last + 1 < len(keys) and is_empty(parent.values[keys[last + 1]]):
        last += 1
    cut_off.update((*item, other) for other in keys[first : last + 1])
    before = keys[first - 1] if first else ""
    value = parent.values.get(before)
    written = value.value if isinstance(value, ScalarEvent) else ""
    found: Problem = problem((*item, key), before, written, tuple(keys[first : last + 1]))
    return found
