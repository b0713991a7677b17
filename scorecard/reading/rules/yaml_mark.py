"""A text that begins with a mark of YAML stands in quotes.

`%`, `@`, `&`, `*`, `!`, `|`, `>` and the backtick mean something to YAML at the start of a value. In quotes they are
plain characters.

Good:
    name: "@mentions"
    goals:
      growth: {perspective: financial}

Bad:
    name: @mentions
    goals:
      growth: {perspective: financial}
"""

from __future__ import annotations

import re

from scorecard.problem import Position, Problem
from scorecard.reading.quoting import in_quotes, value_on

_COMPARISON = re.compile(r"[<>]=?\s*(\S+)")


def problem(position: Position, text: str) -> Problem:
    """The value that begins at ``position`` begins with a mark of YAML."""
    value = value_on(text, position)
    if comparison := _COMPARISON.fullmatch(value):
        return Problem(
            rule="yaml-mark",
            position=position,
            message="`{value}` is a comparison; a target is a plain number",
            label="only the number",
            hint="write `{number}`; which way is better follows from `baseline`, `worst` or `direction: maximise`",
            params={"value": value, "number": comparison[1]},
        )
    return Problem(
        rule="yaml-mark",
        position=position,
        message="a value that begins with `{mark}` means something else in YAML",
        label="`{mark}` is a mark of YAML",
        hint="put the text in quotes: `{quoted}`",
        params={"mark": value[:1], "quoted": in_quotes(value)},
    )


def tag(position: Position, text: str) -> Problem:
    """``!name`` in front of a value: a tag, which a map has no use for."""
    return problem(position, text)


def lone_anchor(position: Position, text: str) -> Problem:
    """``&name`` with nothing behind it: meant as text."""
    return problem(position, text)


def unknown_alias(position: Position, text: str) -> Problem:
    """``*name`` that repeats nothing: meant as text, or the anchor is missing."""
    return problem(position, text)


def on_key(position: Position, text: str) -> Problem:
    """A mark in front of a key."""
    return problem(position, text)
