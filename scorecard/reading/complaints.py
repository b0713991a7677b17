"""From pydantic's complaints to a strategist's words: one cause, one message."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pydantic_core import ErrorDetails
from yaml.events import ScalarEvent

from scorecard.model import StrategyMap, keys_of
from scorecard.problem import Loc, Problem
from scorecard.reading.comments import comment_behind, is_text
from scorecard.reading.document import Document, MappingNode, end_of, is_empty, is_flow, mapping_with, node_at, start_of
from scorecard.reading.misplaced import Misplaced, first_flat, nested_section, outside_section, wrong_shape_of
from scorecard.reading.vocabulary import NAMED_SECTIONS, SECTIONS, homes_of, item_at, keys_at

_LIMITS = {
    "importance": ("1", "5"),
    "urgency": ("1", "5"),
    "delay": ("0", "1000"),
    "drivers": ("10%", "90%"),
    "budget": ("0", ""),
    "spent": ("0", ""),
    "unstable_above": ("0", ""),
    "min_sample": ("1", "1000000"),
    "year_starts": ("1", "12"),
    "skip": ("0", "1000"),
}


_SAID_SO = {
    "for": ("2 of 3, up to 99 of 99",),
    "against": ("previous-period", "same-period-last-year", "a period such as 2026-Q2", "the id of another KPI"),
}
"""What may stand at a key whose choices are no fixed words."""


class Complaints:
    """Collects the problems of one document, and leaves out what an earlier one has said."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: list[Problem] = []
        self._said: set[Loc] = set()

    def add(self, detail: ErrorDetails, loc: Loc) -> None:
        """Take one complaint of pydantic's about the part at ``loc``."""
        from scorecard.reading.rules import indentation

        if any(loc[:length] in self._said for length in range(1, len(loc) + 1)):
            return
        if nested := nested_section(self._document, loc):
            self._said |= nested
            self._found.append(indentation.inside(loc[:2], str(loc[1]), str(loc[0])))
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
        if loc[2:] == ("name",) and isinstance(node_at(self._document.node, loc[:2]), ScalarEvent):
            loc = loc[:2]  # a bare name
        node = node_at(self._document.node, loc)
        if kind == "extra_forbidden":
            return self._unknown_key(loc)
        if not on_key and isinstance(node, ScalarEvent) and not node.value:
            return self._empty(loc, node)
        if kind in ("string_pattern_mismatch", "string_too_long"):
            text = str(detail["input"])
            return bad_id.not_a_currency(loc, text) if loc == ("currency",) else self._bad_id(loc, text, on_key)
        return self._wrong_value(detail, loc)

    def _empty(self, loc: Loc, node: ScalarEvent) -> Problem:
        from scorecard.reading.rules import empty_section, empty_value

        flat = first_flat(self._document, loc) if is_empty(node) else None
        if flat is not None:
            problem, covered = flat
            self._said |= covered
            return problem
        if isinstance(loc[-1], int) or (loc[-1] == "id" and isinstance(loc[-2], int)):
            return empty_value.entry(loc)
        entry = node_at(self._document.node, loc[:-1])
        if loc[-1] == "weight" and isinstance(entry, MappingNode) and mapping_with(entry, "weight") is None:
            return empty_value.weight(loc[:-1], next(iter(entry.keys)))
        if len(loc) == 1 and loc[0] in SECTIONS:
            return empty_section.problem(loc, str(loc[0]))
        comment = comment_behind(self._document, node) if is_text(loc) and not node.style else ""
        if len(loc) == 2 and loc[0] in NAMED_SECTIONS and not comment:
            return empty_value.unnamed(loc, str(loc[-1]))
        block = len(loc) == 2 and loc[0] in SECTIONS
        return empty_value.problem(loc, str(loc[-1]), comment, quoted=bool(node.style), block=block)

    def _bad_id(self, loc: Loc, text: str, on_key: bool) -> Problem:
        from scorecard.reading.rules import bad_id, indentation, space_after_colon, yaml_feature

        entry = loc[:-1] if loc[-1] == "id" and isinstance(loc[-2], int) else loc
        if text == "<<":
            return yaml_feature.merge_key(loc)
        key, colon, value = text.partition(":")
        if colon and value and " " not in key:
            if on_key:
                value = Misplaced(self._document, loc).line_from_key().removeprefix(f"{key}:")
                self._said.add(loc)
            return space_after_colon.problem(key, value, loc=entry, part="key" if on_key else "value")
        event = node_at(self._document.node, loc)
        if on_key:
            self._said.add(loc)
            return bad_id.problem(entry, text, "key")
        if isinstance(event, ScalarEvent) and start_of(event).line < end_of(event).line and " - " in text:
            return indentation.run_on(entry, text.partition(" - ")[2].partition(" - ")[0])
        if loc[-1] in ("perspective", "theme") and (named := self._named(f"{loc[-1]}s", text)):
            return bad_id.a_name(entry, text, named)
        return bad_id.problem(entry, text, "value", in_brackets=isinstance(event, ScalarEvent) and loc != entry)

    def _named(self, section: str, name: str) -> str:
        """The id of the item of a section that is shown by ``name``."""
        items = self._document.data.get(section, StrategyMap.model_fields[section].default)
        for item_id, item in islice(items.items(), 1_000) if isinstance(items, dict) else ():
            shown = item.get("name") if isinstance(item, dict) else getattr(item, "name", item)
            if isinstance(shown, str) and shown.casefold() == name.casefold():
                return str(item_id)
        return ""

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
        )

        context = detail.get("ctx", {})
        loc = (*loc, *context.get("at", ()))
        key = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
        node = node_at(self._document.node, loc)
        text = node.value if isinstance(node, ScalarEvent) else str(detail["input"])
        match detail["type"]:
            case "bad-number" if "large" in context:
                return bad_number.beyond(loc, context["text"], large=context["large"])
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
                return self._two_keys(loc, context["keys"])
            case "unknown-key":
                return self._unknown_key((*loc, context["key"]))
            case "bad-choice":
                return bad_choice.problem(loc, key, text, _SAID_SO[key])
            case "literal_error" | "enum":
                return bad_choice.problem(loc, key, text, tuple(_choices(context.get("expected", ""))))
            case "missing":
                if item_at(loc[:-1]) == "target":
                    return missing_key.empty_target(loc[:-1])
                return missing_key.problem(loc[:-1], key, of=item_at(loc[:-1]), choices=self._perspectives())
            case "greater_than_equal" | "less_than_equal":
                if loc == ("format",):
                    return format_version.problem(text)
                return out_of_range.problem(loc, key, text, _LIMITS.get(key, ("0.001", "1000")))
            case "too_short":
                return empty_section.problem(loc, key)
            case "string_too_short":
                return empty_value.problem(loc, key, quoted=True)
        return wrong_shape_of(self._document, loc, detail["type"], context, detail["input"])

    def _two_keys(self, loc: Loc, keys: Sequence[str]) -> Problem:
        from scorecard.reading.rules import two_keys

        fields = [key for key in keys if key in keys_of(SECTIONS["kpis"]) and key not in ("id", "weight")]
        kpi = loc[2:3] in (("lagging",), ("leading",)) and len(fields) > 1 and keys[0] in fields
        return two_keys.problem(loc, keys, Misplaced(self._document, loc).entry(), kpi=kpi)

    def _perspectives(self) -> tuple[str, ...]:
        """The ids a goal's perspective can be, as far as they are few."""
        own = self._document.data.get("perspectives", StrategyMap.model_fields["perspectives"].default)
        return tuple(str(key) for key in own)[:10] if isinstance(own, dict) else ()

    def _unknown_key(self, loc: Loc) -> Problem:
        """An unknown key: a text cut at a comma, a missing blank, a merge key, or a word that is not ours."""
        from scorecard.reading.rules import comma_in_braces, missing_key, space_after_colon, unknown_key, yaml_feature

        key, item = str(loc[-1]), loc[:-1]
        known = keys_at(item)
        parent = mapping_with(node_at(self._document.node, item), key)
        name, colon, value = key.partition(":")
        if key == "<<":
            return yaml_feature.merge_key(loc)
        if key == "":
            return missing_key.before_colon(loc)
        if parent is not None and is_empty(parent.values[key]):
            if colon and value and name in known:
                return space_after_colon.problem(name, value, loc=loc, part="key")
            before = _before(parent, key)
            if is_flow(parent) and before is not None:
                return comma_in_braces.problem(loc, before, self._cut_at_comma(parent, item, before, key))
        outside = outside_section(self._document, key) if not item else None
        if outside is not None:
            self._said.add(loc)
            return outside
        if item_at(item) == "target" and key in ("change", "kpi"):
            return unknown_key.beside(loc, key, "kpi" if key == "change" else "change")
        return unknown_key.problem(loc, key, known, of=item_at(item), homes_of=homes_of)

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
