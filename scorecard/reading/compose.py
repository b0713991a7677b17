"""From libyaml's events to a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import repeat
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from scorecard.problem import Problem
from scorecard.reading.document import AliasNode, Document, MappingNode, Node, SequenceNode, position_of, start_of
from scorecard.reading.quoting import around
from scorecard.reading.rules import (
    alias_limit,
    doubled_key,
    file_too_large,
    nesting,
    too_many_mistakes,
    yaml_feature,
    yaml_mark,
)

DEEPEST = 64
MOST_EXPANDED = 100_000
MOST_ITEMS = 500_000
MOST_PROBLEMS = 1_000


class TooMuchError(Exception):
    """The text nests or repeats itself beyond all reason, so reading stops at ``problem``."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


class Composer:
    """Builds the data and the nodes of one text, and collects what YAML allows and a map does not."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._get: Callable[[], Any] = CParser(text).get_event
        self._anchors: dict[str, tuple[Any, Node, int]] = {}
        self._repeated: set[str] = set()
        self._room = repeat(None, MOST_ITEMS)  # one is taken for every item, whatever it is nested in
        self._count = 0
        self._expanded = 0
        self.problems: list[Problem] = []

    def document(self) -> Document:
        """Read the one document of the text.

        Raises:
            yaml.YAMLError: where the text is no YAML.
            TooMuchError: beyond the limits of nesting and repetition.
        """
        self._get()
        event = self._get()
        if not isinstance(event, DocumentStartEvent):
            return Document(text=self._text, data=None, node=None)
        first = self._get()
        data, node = self._value(first, 0)
        self._lone_anchors()
        self._get()
        after = self._get()
        if isinstance(after, DocumentStartEvent):
            self._found(yaml_feature.several_documents(position_of(after)))
        return Document(text=self._text, data=data, node=node)

    def _value(self, event: Any, depth: int) -> tuple[Any, Node]:
        kind = event.__class__
        if kind is AliasEvent:
            return self._alias(event)
        if event.anchor or event.tag:
            return self._marked(event, depth)
        if kind is ScalarEvent:
            return event.value, event
        if depth >= DEEPEST:
            raise TooMuchError(nesting.problem(position_of(event), DEEPEST))
        return self._mapping(event, depth + 1) if kind is MappingStartEvent else self._sequence(event, depth + 1)

    def _mapping(self, start: Any, depth: int) -> tuple[dict[str, Any], Node]:
        # The two loops below run once for every key of a file, so they look at plain scalars themselves.
        get, scalar = self._get, ScalarEvent
        data: dict[str, Any] = {}
        keys: dict[str, ScalarEvent] = {}
        values: dict[str, Node] = {}
        for _ in self._room:
            key = get()
            if key.__class__ is not scalar:
                if key.__class__ is MappingEndEvent:
                    self._count += len(data)
                    return data, MappingNode(start, keys, values)
                key = self._odd_key(key, depth)
            elif key.tag or key.anchor:
                self._found(yaml_mark.needless(position_of(key), *self._around(key), key=True))
            name = key.value
            if name in data:
                self._found(
                    doubled_key.problem(
                        name,
                        position_of(keys[name]),
                        position_of(key),
                        section=depth == 1 and values[name].__class__ is not scalar,
                    )
                )
            keys[name] = key
            event = get()
            if event.__class__ is scalar and not event.tag and not event.anchor:
                data[name] = event.value
                values[name] = event
            else:
                data[name], values[name] = self._value(event, depth)
        raise TooMuchError(file_too_large.too_many_items(MOST_ITEMS))

    def _sequence(self, start: Any, depth: int) -> tuple[list[Any], Node]:
        get, scalar = self._get, ScalarEvent
        data: list[Any] = []
        items: list[Node] = []
        for _ in self._room:
            event = get()
            if event.__class__ is scalar and not event.tag and not event.anchor:
                data.append(event.value)
                items.append(event)
            elif event.__class__ is SequenceEndEvent:
                self._count += len(data)
                return data, SequenceNode(start, items)
            else:
                value, node = self._value(event, depth)
                data.append(value)
                items.append(node)
        raise TooMuchError(file_too_large.too_many_items(MOST_ITEMS))

    def _odd_key(self, event: Any, depth: int) -> ScalarEvent:
        """A key that is no plain text: say so, read past it, and go on with a text in its place."""
        self._found(yaml_feature.odd_key(position_of(event), isinstance(event, AliasEvent)))
        if isinstance(event, CollectionStartEvent):
            self._value(event, depth)
        where = f"{position_of(event).line}-{position_of(event).column}"
        return ScalarEvent(None, None, (True, False), f"x-key-at-{where}", event.start_mark, event.end_mark)

    def _marked(self, event: Any, depth: int) -> tuple[Any, Node]:
        """A value with an anchor (allowed) or a tag (refused)."""
        anchor, tag = event.anchor, event.tag
        event.anchor = event.tag = None
        if tag:
            plain = isinstance(event, ScalarEvent) and not tag.startswith("tag:")
            say = yaml_mark.problem if plain else partial(yaml_mark.needless, key=False)
            self._found(say(position_of(event), *self._around(event)))
            if plain and not event.value and not event.style:
                event.value = tag  # a word that was meant as text
        before = self._count
        data, node = self._value(event, depth)
        if anchor:
            if isinstance(event, ScalarEvent) and event.value == "" and not event.style:
                event.value = data = "&" + anchor
            self._anchors[anchor] = data, node, self._count - before + 1
        return data, node

    def _alias(self, event: Any) -> tuple[Any, Node]:
        known = self._anchors.get(event.anchor)
        if known is None:
            self._found(yaml_mark.unknown_alias(position_of(event), *self._around(event)))
            nothing = ScalarEvent(None, None, (True, False), "*" + event.anchor, event.start_mark, event.end_mark)
            return nothing.value, nothing
        self._repeated.add(event.anchor)
        data, node, size = known
        self._expanded += size
        self._count += size
        if self._expanded > MOST_EXPANDED:
            raise TooMuchError(alias_limit.problem(position_of(event), MOST_EXPANDED))
        return data, AliasNode(event, node)

    def _lone_anchors(self) -> None:
        """``&name`` in front of a text, and no ``*name`` anywhere: it was meant as text."""
        for anchor, (_, node, _) in self._anchors.items():
            if isinstance(node, ScalarEvent) and anchor not in self._repeated:
                self._found(yaml_mark.problem(position_of(node), *self._around(node)))

    def _around(self, event: Any) -> tuple[str, str]:
        return around(self._text, start_of(event).index)

    def _found(self, problem: Problem) -> None:
        if len(self.problems) == MOST_PROBLEMS:
            raise TooMuchError(too_many_mistakes.problem(problem.position))
        self.problems.append(problem)
