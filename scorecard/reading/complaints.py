"""From pydantic's complaints to a strategist's words: one cause, one message."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from yaml.events import ScalarEvent

from scorecard import model
from scorecard.model import StrategyMap
from scorecard.problem import Loc, Problem
from scorecard.reading.comments import comment_behind
from scorecard.reading.document import Document, MappingNode, end_of, is_empty, is_flow, mapping_with, node_at, start_of
from scorecard.reading.misplaced import Misplaced, first_flat, wrong_shape_of

SECTIONS: Mapping[str, type[BaseModel]] = {
    "perspectives": model.Perspective,
    "themes": model.Theme,
    "goals": model.Goal,
    "kpis": model.Kpi,
    "initiatives": model.Initiative,
}
_ITEM = {"perspectives": "perspective", "themes": "theme", "goals": "goal", "kpis": "KPI", "initiatives": "initiative"}
_LIMITS = {
    "importance": ("1", "5"),
    "urgency": ("1", "5"),
    "delay": ("0", "1000"),
    "drivers": ("10%", "90%"),
    "budget": ("0", ""),
    "spent": ("0", ""),
}


class Complaints:
    """Collects the problems of one document, and leaves out what an earlier one has said."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: list[Problem] = []
        self._said: set[Loc] = set()

    def add(self, detail: ErrorDetails, loc: Loc) -> None:
        """Take one complaint of pydantic's about the part at ``loc``."""
        if any(loc[:length] in self._said for length in range(1, len(loc) + 1)):
            return
        self._found.append(self._problem(detail, loc))

    def problems(self, more: bool) -> list[Problem]:
        """All problems; ``more`` says that not every complaint was taken.

        A key that is missing because it is misspelt, and an id that is wrong because it is wrong where it is
        defined, have one cause each.
        """
        from scorecard.reading.rules import too_many_mistakes

        meant = {(problem.loc[:-1], problem.params.get("meant", "")) for problem in self._found}
        meant |= {(problem.loc[:-1], problem.params.get("key", "")) for problem in self._found if problem.part == "key"}
        named: set[object] = set()
        kept: list[Problem] = []
        for problem in sorted(self._found, key=lambda problem: problem.part):
            if problem.rule == "missing-key" and (problem.loc, problem.params.get("key")) in meant:
                continue
            if problem.rule == "bad-id":
                if problem.part == "value" and problem.params["text"] in named:
                    continue
                named.add(problem.params["text"])
            kept.append(problem)
        return [*kept, too_many_mistakes.problem()] if more else kept

    def _problem(self, detail: ErrorDetails, loc: Loc) -> Problem:
        from scorecard.reading.rules import bad_id

        kind, on_key = detail["type"], detail["loc"][-1:] == ("[key]",)
        node = node_at(self._document.node, loc)
        if kind == "extra_forbidden":
            return self._unknown_key(loc)
        if not on_key and isinstance(node, ScalarEvent) and is_empty(node):
            return self._empty(loc, node)
        if kind in ("string_pattern_mismatch", "string_too_long"):
            text = str(detail["input"])
            return bad_id.not_a_currency(loc, text) if loc == ("currency",) else self._bad_id(loc, text, on_key)
        return self._wrong_value(detail, loc)

    def _empty(self, loc: Loc, node: ScalarEvent) -> Problem:
        from scorecard.reading.rules import empty_section, empty_value

        flat = first_flat(self._document, loc, SECTIONS)
        if flat is not None:
            problem, covered = flat
            self._said |= covered
            return problem
        if (
            loc[-1] == "weight"
            and isinstance(loc[-2], int)
            and mapping_with(node_at(self._document.node, loc[:-1]), "weight") is None
        ):
            entry = node_at(self._document.node, loc[:-1])
            key = next(iter(entry.keys)) if isinstance(entry, MappingNode) else "weight"
            return empty_value.problem(loc[:-1], key, comment_behind(self._document, node))
        if isinstance(loc[-1], int) or (loc[-1] == "id" and isinstance(loc[-2], int)):
            return empty_value.entry(loc)
        comment = comment_behind(self._document, node)
        if len(loc) == 1 and loc[0] in SECTIONS and not comment:
            return empty_section.problem(loc, str(loc[0]))
        return empty_value.problem(loc, str(loc[-1]), comment, block=len(loc) == 2 and loc[0] in SECTIONS)

    def _bad_id(self, loc: Loc, text: str, on_key: bool) -> Problem:
        from scorecard.reading.rules import bad_id, indentation, space_after_colon, yaml_feature

        entry = loc[:-1] if loc[-1] == "id" and isinstance(loc[-2], int) else loc
        if text == "<<":
            return yaml_feature.merge_key(loc)
        key, colon, value = text.partition(":")
        if colon and value and " " not in key:
            corrected = f"{key}: {value}"
            if on_key:
                rest = Misplaced(self._document, loc).line_from_key()
                corrected = rest.replace(text, corrected, 1)
                self._said.add(loc)
            return space_after_colon.problem(key, corrected, loc=entry, part="key" if on_key else "value")
        event = node_at(self._document.node, loc)
        in_list = isinstance(event, ScalarEvent) and not on_key
        if in_list and isinstance(event, ScalarEvent) and start_of(event).line < end_of(event).line and " - " in text:
            return indentation.run_on(entry, text.partition(" - ")[2].partition(" - ")[0])
        self._said |= {loc} if on_key else set()
        return bad_id.problem(entry, text, "key" if on_key else "value", in_brackets=in_list and loc != entry)

    def _wrong_value(self, detail: ErrorDetails, loc: Loc) -> Problem:
        """What is wrong with a value that is there, or with a field that is not."""
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
        )

        context = detail.get("ctx", {})
        loc = (*loc, *context.get("at", ()))
        key = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
        node = node_at(self._document.node, loc)
        text = node.value if isinstance(node, ScalarEvent) else str(detail["input"])
        match detail["type"]:
            case "bad-number":
                return bad_number.problem(loc, context["text"])
            case "not-whole":
                return bad_number.not_whole(loc, key, text)
            case "not-a-share":
                return not_a_share.problem(loc, context["text"])
            case "bad-date":
                return bad_date.problem(loc, context["text"])
            case "bad-change":
                return bad_change.problem(loc, context["text"])
            case "two-keys":
                return two_keys.problem(loc, context["keys"], Misplaced(self._document, loc).entry())
            case "unknown-key":
                return self._unknown_key((*loc, context["key"]))
            case "literal_error" | "enum":
                return bad_choice.problem(loc, key, text, tuple(_choices(context.get("expected", ""))))
            case "missing":
                if _of(loc[:-1]) == "target":
                    return missing_key.empty_target(loc[:-1])
                return missing_key.problem(loc[:-1], key, of=_of(loc[:-1]), choices=self._perspectives())
            case "greater_than_equal" | "less_than_equal":
                if loc == ("format",):
                    return format_version.problem(text)
                return out_of_range.problem(loc, key, text, _LIMITS.get(key, ("0.001", "1000")))
            case "too_short":
                return empty_section.problem(loc, key)
            case "string_too_short":
                return empty_value.problem(loc, key, quoted=True)
        return wrong_shape_of(self._document, loc, detail["type"], context, detail["input"])

    def _perspectives(self) -> tuple[str, ...]:
        """The ids a goal's perspective can be, as far as they are few."""
        own = self._document.data.get("perspectives", StrategyMap.model_fields["perspectives"].default)
        return tuple(str(key) for key in own)[:10] if isinstance(own, dict) else ()

    def _unknown_key(self, loc: Loc) -> Problem:
        """An unknown key: a text cut at a comma, a missing blank, a merge key, or a word that is not ours."""
        from scorecard.reading.rules import comma_in_braces, space_after_colon, unknown_key, yaml_feature

        key, item = str(loc[-1]), loc[:-1]
        known = _known_keys(item)
        parent = mapping_with(node_at(self._document.node, item), key)
        name, colon, value = key.partition(":")
        if key == "<<":
            return yaml_feature.merge_key(loc)
        if parent is not None and is_empty(parent.values[key]):
            if colon and value and name in known:
                return space_after_colon.problem(name, f"{name}: {value}", loc=loc, part="key")
            before = _before(parent, key)
            if is_flow(parent) and before is not None:
                return comma_in_braces.problem(loc, before, self._cut_at_comma(parent, item, before, key))
        if _of(item) == "target" and key in ("change", "kpi"):
            return unknown_key.beside(loc, key, "kpi" if key == "change" else "change")
        homes = [_ITEM[section] for section, noun in SECTIONS.items() if key in noun.model_fields]
        return unknown_key.problem(loc, key, known, of=_of(item), homes=homes)

    def _cut_at_comma(self, parent: MappingNode, item: Loc, before: str, key: str) -> str:
        """The text of ``before`` with all empty keys behind it, which are the rest of it and said once."""
        keys = list(parent.keys)
        first = last = keys.index(key)
        while last + 1 < len(keys) and is_empty(parent.values[keys[last + 1]]):
            last += 1
        self._said |= {(*item, other) for other in keys[first : last + 1]}
        value = parent.values[before]
        assert isinstance(value, ScalarEvent)
        return self._document.text[start_of(value).index : end_of(parent.keys[keys[last]]).index]


def _before(parent: MappingNode, key: str) -> str | None:
    """The key before ``key``, if its value is a text that ``key`` may have been cut off from."""
    before = None
    for other in parent.keys:
        if other == key:
            break
        before = other
    value = parent.values.get(before) if before is not None else None
    return before if isinstance(value, ScalarEvent) and not value.style else None


def _choices(expected: str) -> list[str]:
    """The words that pydantic lists as ``'day', 'week' or 'month'``."""
    return [word.strip("' ") for word in expected.replace(" or ", ",").split(",") if word.strip("' ")]


def _of(loc: Loc) -> str:
    """What the item at a path is called."""
    if not loc:
        return "map"
    if len(loc) == 2 and loc[0] in _ITEM:
        return _ITEM[str(loc[0])]
    if loc[-1] == "target":
        return "target"
    if loc[-1] == "thresholds":
        return "thresholds block"
    return "outlook block" if loc[-1] == "outlook" else "entry"


def _known_keys(loc: Loc) -> tuple[str, ...]:
    """The keys that the item at a path may have."""
    of = _of(loc)
    if of == "map":
        return tuple(StrategyMap.model_fields)
    if of in _ITEM.values():
        return tuple(SECTIONS[str(loc[0])].model_fields)
    if of == "target":
        return "change", "kpi"
    if of == "thresholds block":
        return tuple(model.Thresholds.model_fields)
    if of == "outlook block":
        return tuple(model.OutlookSettings.model_fields)
    return ("weight", "because") if "lagging" in loc else ("weight", "delay", "because")
