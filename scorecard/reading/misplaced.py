"""Values of the wrong shape and keys in the wrong column: what was meant, as it should have been written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from yaml.events import Event, ScalarEvent

from scorecard.model import keys_of
from scorecard.problem import Loc, Problem
from scorecard.reading.document import Document, MappingNode, Node, is_empty, is_flow, node_at, start_of
from scorecard.reading.quoting import around, in_quotes, key_before, without_comment
from scorecard.reading.vocabulary import NAMED_SECTIONS, SECTIONS
from scorecard.scalars import shape_of

_WANTED = {"string_type": "text", "tuple_type": "list of ids"}
_FIELD = {
    "goals": "perspective",
    "kpis": "value",
    "measures": "formula",
    "sources": "files",
    "initiatives": "name",
}
_BLOCKS = {
    "thresholds": "{at_risk: 50%, on_track: 80%}",
    "outlook": "{drivers: 50%}",
    "alarm": "{above: 3%, for: 2 of 3}",
    "warning": "{above: 2%}",
}
_HOLD_BLOCKS = {
    *("lagging", "leading", "driven_by", "hindered_by", "thresholds", "outlook", "target"),
    *("alarm", "warning", "breaks", "files", "derive"),
}
_PLAIN = re.compile(r"[\w€$£%.][\w€$£%.+ -]*")
_EVERYWHERE = ("name", "description", "owner", "url")  # keys that do not tell what they belong to
_SETTINGS = ("weight", "delay", "because")


class Misplaced:
    """A part of a document that should have been written in another way."""

    def __init__(self, document: Document, loc: Loc) -> None:
        self._document = document
        self._loc = loc

    def line_from_key(self) -> str:
        """The line of the key at the path, from the key on."""
        parent = node_at(self._document.node, self._loc[:-1])
        if not isinstance(parent, MappingNode):
            return ""
        return without_comment(self._around(parent.keys[str(self._loc[-1])])[1])

    def entry(self) -> str:
        """An entry whose settings stand beside its id, with the settings in braces; nothing if it is more than that."""
        node = node_at(self._document.node, self._loc)
        if not isinstance(node, MappingNode) or not node.values:
            return ""
        written = {key: value.value for key, value in node.values.items() if isinstance(value, ScalarEvent)}
        if len(written) < len(node.values):
            return ""
        if "id" in written:
            settings, item = {key: text for key, text in written.items() if key != "id"}, written["id"]
        else:
            (item, weight), *others = written.items()
            settings = ({"weight": weight} if weight else {}) | dict(others)
        if not all(key in _SETTINGS and text for key, text in settings.items()):
            return ""
        return f"{item}: {{{', '.join(f'{key}: {_scalar(text)}' for key, text in settings.items())}}}"

    def in_quotes(self) -> str:
        """The line on which the value stands, with all of it in quotes."""
        node = node_at(self._document.node, self._loc)
        before, rest = self._around(node.start) if isinstance(node, MappingNode) else ("", "")
        return key_before(before) + in_quotes(without_comment(rest))

    def _around(self, event: Event) -> tuple[str, str]:
        return around(self._document.text, start_of(event).index)


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else in_quotes(text)


def first_flat(document: Document, loc: Loc) -> tuple[Problem, set[Loc]] | None:
    """The problem that what belongs to the empty item at ``loc`` stands beside it, and the paths it explains."""
    from scorecard.reading.rules import indentation

    parent = node_at(document.node, loc[:-1])
    if not isinstance(parent, MappingNode) or not loc or loc[0] not in SECTIONS or len(loc) > 2 or is_flow(parent):
        return None
    keys = list(parent.keys)
    behind = keys[keys.index(str(loc[-1])) + 1 :]
    known = keys_of(SECTIONS[str(loc[0])])
    flat: list[str] = []
    for key in behind:
        node = parent.values[key]
        if len(loc) == 1:
            belongs = isinstance(node, MappingNode) and any(field in node.values for field in known)
        else:
            belongs = key in known and (not isinstance(node, MappingNode) or key in _HOLD_BLOCKS) and not is_empty(node)
        if not belongs:
            break
        flat.append(key)
    if not flat:
        return None
    return indentation.flat((*loc[:-1], flat[0]), str(loc[-1]), flat[0]), {(*loc[:-1], key) for key in flat}


def nested_section(document: Document, loc: Loc) -> set[Loc]:
    """The paths that are no items, as the item around ``loc`` is a section of the map that stands inside another one.

    What belongs to it stands below it or, where only its first line was moved, beside it.
    """
    if len(loc) < 2 or loc[0] not in SECTIONS or loc[1] not in SECTIONS:
        return set()
    around, node = node_at(document.node, loc[:1]), node_at(document.node, loc[:2])
    if not isinstance(around, MappingNode) or is_flow(around):
        return set()
    outer, inner = keys_of(SECTIONS[str(loc[0])]), keys_of(SECTIONS[str(loc[1])])
    if is_empty(node):
        keys = list(around.keys)
        beside = keys[keys.index(str(loc[1])) + 1 :]
        items = [around.values[key] for key in beside]
        moved = all(isinstance(item, MappingNode) and all(key in inner for key in item.values) for item in items)
        foreign = any(key not in outer for item in items if isinstance(item, MappingNode) for key in item.values)
        return {loc[:2], *((loc[0], key) for key in beside)} if moved and foreign else set()
    if not isinstance(node, MappingNode) or is_flow(node) or not node.values:
        return set()
    named = loc[1] in NAMED_SECTIONS
    blocks = all(isinstance(item, MappingNode) or named for item in node.values.values())
    return {loc[:2]} if blocks and not any(key in outer for key in node.values) else set()


def outside_section(document: Document, key: str) -> Problem | None:
    """The problem that the item ``key`` stands in column 1, below the section that it belongs to."""
    from scorecard.reading.rules import indentation

    top = document.node
    item = node_at(top, (key,))
    if not isinstance(top, MappingNode) or is_flow(top) or not isinstance(item, MappingNode):
        return None
    keys = list(top.keys)
    section = next((name for name in reversed(keys[: keys.index(key)]) if name in SECTIONS), "")
    items = top.values.get(section)
    if not isinstance(items, MappingNode) or is_flow(items) or not items.keys:
        return None
    if not any(field in item.values and field not in _EVERYWHERE for field in keys_of(SECTIONS[section])):
        return None
    column = start_of(next(iter(items.keys.values()))).column + 1
    return indentation.outside(key, section, column, loc=(key,))


def wrong_shape_of(document: Document, loc: Loc, kind: str, context: Mapping[str, Any], value: Any) -> Problem:
    """The problem that the value at ``loc`` has another shape than its key asks for."""
    from scorecard.reading.rules import second_colon, wrong_shape

    wanted = str(context.get("wanted", _WANTED.get(kind, "block of keys")))
    found = str(context.get("found", shape_of(value)))
    key = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    node = node_at(document.node, loc)
    if wanted == "text" and _was_text(node):
        return second_colon.problem(Misplaced(document, loc).in_quotes(), loc=loc)
    if wanted == "list of ids" and isinstance(value, str):
        return wrong_shape.text_for_list(loc, key, value)
    if wanted == "block of keys" and isinstance(value, list) and value and len(loc) == 1 and key not in _BLOCKS:
        first = next(iter(value[0]), "") if isinstance(value[0], dict) else value[0]
        first = re.sub(r"[^a-z0-9]+", "-", str(first)[:100].lower()).strip("-")
        return wrong_shape.list_for_block(loc, key, first or "first-id")
    if wanted == "block of keys" and isinstance(value, str):
        if key in _BLOCKS:
            return wrong_shape.value_for_block(loc, found, f"{key}: {_BLOCKS[key]}")
        if len(loc) == 2 and loc[0] in _FIELD:
            return wrong_shape.value_for_block(loc, found, f"{key}: {{{_FIELD[str(loc[0])]}: {_scalar(value)}}}")
    return wrong_shape.problem(loc, wanted, found)


def _was_text(node: Node | None) -> bool:
    """Whether a block with one key and one value on its line was meant as a text with a colon in it."""
    if not isinstance(node, MappingNode) or is_flow(node) or len(node.values) != 1:
        return False
    ((key, value),) = node.values.items()
    return isinstance(value, ScalarEvent) and start_of(value).line == start_of(node.keys[key]).line
