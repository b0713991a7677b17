"""Comments, which libyaml does not report: they are looked for in the text outside the scalars."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from yaml.events import ScalarEvent

from scorecard.problem import LINE_BREAK, Loc, Position, Problem, lines_of
from scorecard.reading.document import (
    AliasNode,
    Document,
    MappingNode,
    Node,
    SequenceNode,
    end_of,
    scalars,
    start_of,
)
from scorecard.reading.quoting import key_before
from scorecard.reading.vocabulary import NAMED_SECTIONS

TEXT_KEYS = frozenset(
    {"name", "description", "organisation", "mission", "vision", "owner", "horizon", "because", "result"}
    | {"unit", "questions"}
)
_IGNORE = re.compile(r"#\s*scorecard:\s*ignore\[([^\]\n]*)\]")
_MOST_IGNORES = 1_000
_LOST = re.compile(r"([ \t]+)(#.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Ignore:
    """A comment that silences the warnings of some rules on its line."""

    rules: tuple[str, ...]
    position: Position


def ignores(document: Document) -> tuple[Ignore, ...]:
    """The comments ``# scorecard: ignore[rule-id, ...] reason`` of a document, the first thousand of them."""
    if "scorecard:" not in document.text:
        return ()
    spans = sorted((start_of(event).index, end_of(event).index) for event in scalars(document.node))
    starts = [start for start, _ in spans]
    found = []
    line, begin, seen = 1, 0, 0
    for match in islice(_IGNORE.finditer(document.text), _MOST_IGNORES):
        for end in LINE_BREAK.finditer(document.text, seen, match.start()):
            line, begin = line + 1, end.end()
        seen = match.start()
        before = bisect_right(starts, match.start()) - 1
        if before < 0 or match.start() >= spans[before][1]:
            place = Position(line=line, column=match.start() - begin + 1, length=len(match[0]))
            found.append(Ignore(rules=tuple(part.strip() for part in match[1].split(",")), position=place))
    return tuple(found)


def lost_texts(document: Document) -> Iterator[Problem]:
    """Texts without quotes of which a part was taken for a comment.

    A comment that begins right behind one blank, or with no blank after its ``#``, was meant as text; two blanks
    before ``# `` make it a comment.
    """
    from scorecard.reading.rules import lost_text

    if " #" not in document.text and "\t#" not in document.text:
        return
    lines = lines_of(document.text)
    for event in _texts(document.node):
        end = end_of(event)
        if event.style or not event.value or end.line >= len(lines):
            continue
        rest = _LOST.match(lines[end.line], end.column)
        if rest is not None and (len(rest[1]) == 1 or rest[2][1:2].strip()) and not _IGNORE.match(rest[2]):
            place = Position(line=end.line + 1, column=rest.start(2) + 1, length=len(rest[2].rstrip()))
            key = key_before(lines[start_of(event).line][: start_of(event).column])
            yield lost_text.problem(place, event.value, rest[2].rstrip(), rest[1], key)


def is_text(loc: Loc) -> bool:
    """Whether the value at a path is free text, in which a ``#`` may have been meant."""
    return loc[-1] in TEXT_KEYS if len(loc) != 2 else loc[0] in NAMED_SECTIONS


def comment_behind(document: Document, event: ScalarEvent) -> str:
    """The comment on the line of an empty value, or nothing."""
    lines = lines_of(document.text)
    mark = end_of(event)
    rest = lines[mark.line][mark.column :].strip() if mark.line < len(lines) else ""
    return rest if rest.startswith("#") else ""


def _texts(node: Node | None, is_text: bool = False, depth: int = 0) -> Iterator[ScalarEvent]:
    """The scalars that are free text: by their key, or as a bare name of a perspective or theme."""
    if isinstance(node, ScalarEvent):
        if is_text:
            yield node
    elif isinstance(node, MappingNode):
        for key, value in node.values.items():
            named = depth == 0 and key in NAMED_SECTIONS
            if named and isinstance(value, MappingNode):
                for item in value.values.values():
                    yield from _texts(item, is_text=isinstance(item, ScalarEvent), depth=2)
            elif not isinstance(value, AliasNode):
                yield from _texts(value, is_text=key in TEXT_KEYS and depth != 1, depth=depth + 1)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _texts(item, is_text=is_text, depth=depth + 1)
