"""What is wrong with a map, where, and what would mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Loc: TypeAlias = tuple[str | int, ...]
"""The path of an item inside a map, as pydantic writes it: ``("goals", "engaging-content", "driven_by", 0)``.

The entries of ``lagging``, ``leading``, ``driven_by`` and ``hindered_by`` are counted from 0, whichever way the
list was written.
"""

Severity: TypeAlias = Literal["error", "warning"]
Part: TypeAlias = Literal["key", "value"]

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line: all that YAML counts as such."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """A place in a text: ``line`` and ``column`` count characters from 1, ``length`` is that of the marked text."""

    line: int
    column: int
    length: int = 1


def lines_of(text: str) -> list[str]:
    """The lines that a `Position` counts, without their ends."""
    return LINE_BREAK.split(text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Another place of the same map that a problem speaks of; it is printed as ``line 71``."""

    loc: Loc
    part: Part = "key"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One mistake or doubt: a stable ``rule`` id and ``params``, apart from the sentences that are made of them.

    ``message`` says what is wrong, ``label`` stands under the caret, ``hint`` offers the fix; each is a template
    whose ``{name}`` fields are filled from ``params``. ``loc`` says which item is meant and ``part`` whether its
    key or its value; ``position`` is known at once for mistakes of the text itself, otherwise it is found from
    ``loc`` later. ``path`` is the data file it stands in, relative to the folder of the map; empty for the map.
    """

    rule: str
    severity: Severity = "error"
    loc: Loc = ()
    part: Part = "value"
    position: Position | None = None
    path: str = ""
    message: str
    label: str = ""
    hint: str = ""
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Examination:
    """What an examination of one file found: its ``path`` as shown, its ``text`` and all ``problems`` by place.

    ``holds`` says what is in a map that could be read: ``9 goals, 34 KPIs, 8 arrows``; ``replaced`` how many rows of
    each source a later row with the same key took the place of.
    """

    path: str
    text: str = field(repr=False)
    problems: tuple[Problem, ...]
    holds: str = ""
    replaced: Mapping[str, int] = field(default_factory=dict)


class InvalidMapError(Exception):
    """The map has errors, so there is nothing to score or to draw; ``examination`` holds every one of them."""

    def __init__(self, examination: Examination) -> None:
        errors = sum(problem.severity == "error" for problem in examination.problems)
        super().__init__(f"{examination.path}: {errors} {'error' if errors == 1 else 'errors'}")
        self.examination = examination
