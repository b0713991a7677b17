"""A YAML text as plain data, and beside it the place of every key and every value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple, Protocol, TypeAlias, cast

from yaml.events import Event, ScalarEvent

from scorecard.problem import Loc, Part, Position


class Mark(Protocol):
    """A place in the text, all counted from 0: characters in ``index`` and ``column``."""

    index: int
    line: int
    column: int


def start_of(event: Event) -> Mark:
    """Where an event begins; the parser marks every one."""
    return cast(Mark, event.start_mark)


def end_of(event: Event) -> Mark:
    """Where an event ends; the parser marks every one."""
    return cast(Mark, event.end_mark)


class MappingNode(NamedTuple):
    """A mapping: where it starts, the event of each key, the node of each value."""

    start: Event
    keys: dict[str, ScalarEvent]
    values: dict[str, Node]


class SequenceNode(NamedTuple):
    """A list: where it starts and the node of each item."""

    start: Event
    items: list[Node]


class AliasNode(NamedTuple):
    """A place that repeats a node written elsewhere."""

    start: Event
    node: Node


Node: TypeAlias = "ScalarEvent | MappingNode | SequenceNode | AliasNode"


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A text with its data (mappings, lists and the text of every scalar) and the nodes they were read from."""

    text: str
    data: Any
    node: Node | None

    def position(self, loc: Loc, part: Part = "value") -> Position | None:
        """Where an item stands, or the nearest thing around it that does; None for an empty document."""
        event = _event_at(self.node, loc, part)
        return None if event is None else position_of(event)


def position_of(event: Event) -> Position:
    """The place of an event; its length is that of a scalar on one line, else 1."""
    start, end = start_of(event), end_of(event)
    one_line = isinstance(event, ScalarEvent) and start.line == end.line
    return Position(
        line=start.line + 1, column=start.column + 1, length=max(1, end.column - start.column) if one_line else 1
    )


def node_at(node: Node | None, loc: Loc) -> Node | None:
    """The node at a path, or None. Entries of a list of ids are counted, whichever of its forms was written."""
    for _, inner in _path(node, loc):
        node = inner
    return node


def mapping_with(node: Node | None, key: str) -> MappingNode | None:
    """The mapping that holds ``key``: the node itself, or the settings of an entry ``id: {...}``."""
    node = _written(node)
    if not isinstance(node, MappingNode) or key in node.values:
        return node if isinstance(node, MappingNode) else None
    inner = _written(next(iter(node.values.values()), None)) if len(node.values) == 1 else None
    return inner if isinstance(inner, MappingNode) and key in inner.values else None


def _written(node: Node | None) -> Node | None:
    """The node itself, or the one that an alias repeats."""
    while isinstance(node, AliasNode):
        node = node.node
    return node


def _path(node: Node | None, loc: Loc) -> Iterator[tuple[Event | None, Node | None]]:
    """The key, where there is one, and the node of every step of a path; None and None from where it ends."""
    entry = False
    for step in loc:
        key, node = _step(node, step, entry)
        entry = isinstance(step, int)
        yield key, node


def _step(node: Node | None, step: str | int, entry: bool) -> tuple[Event | None, Node | None]:
    node = _written(node)
    if isinstance(node, SequenceNode):
        return None, node.items[step] if isinstance(step, int) and step < len(node.items) else None
    if isinstance(node, MappingNode):
        if step == 0 and "file" in node.values:
            return None, node  # one file of a source, which may stand where a list of them does
        if isinstance(step, int):
            key = next(islice(node.values, step, None), None)
            if key is None:
                return None, None
            # The entry as a mapping of its own, so that both written forms look alike.
            return None, MappingNode(node.keys[key], {key: node.keys[key]}, {key: node.values[key]})
        if step in node.values:
            return node.keys[step], node.values[step]
        if entry and len(node.values) == 1:
            return _step_into_entry(node, step)
    alone = step == 0 or (entry and step in ("id", "file"))  # a text that stands for a list of one, or for its item
    return None, node if alone and isinstance(node, ScalarEvent) else None


def _step_into_entry(node: MappingNode, step: str) -> tuple[Event | None, Node | None]:
    """In ``id: 2`` and ``id: {weight: 2}`` the fields stand one level deeper, or are the id itself."""
    ((key, inner),) = node.values.items()
    settings = _written(inner)
    if isinstance(settings, MappingNode) and (step != "id" or step in settings.values):
        return _step(settings, step, False)
    return None, inner if step == "weight" else node.keys[key] if step == "id" else None


def _event_at(node: Node | None, loc: Loc, part: Part) -> Event | None:
    found = named = _start(node)
    for key, inner in _path(node, loc):
        if inner is None:
            return named  # what is not there is missed by name
        found = _start(inner)
        named = key or found
    return named if part == "key" else found


def _start(node: Node | None) -> Event | None:
    return node if node is None or isinstance(node, ScalarEvent) else node.start


def scalars(node: Node | None) -> Iterator[ScalarEvent]:
    """Every scalar of a document in the order of the text, keys and values."""
    if isinstance(node, ScalarEvent):
        yield node
    elif isinstance(node, MappingNode):
        for key, event in node.keys.items():
            yield event
            yield from scalars(node.values[key])
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)


def is_flow(node: MappingNode) -> bool:
    """Whether a mapping was written in braces."""
    return bool(getattr(node.start, "flow_style", False))


def is_empty(node: Node | None) -> bool:
    """Whether nothing at all was written as the value."""
    return isinstance(node, ScalarEvent) and node.value == "" and not node.style
