"""Texts as they should have been written: in quotes."""

from __future__ import annotations

import re

from scorecard.problem import Position
from scorecard.reading.document import lines_of

_LONGEST = 200


def in_quotes(text: str) -> str:
    """The text in double quotes, for YAML; a very long one is cut, since it is shown to people only."""
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + "…"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def value_on(text: str, position: Position) -> str:
    """What is written from a place to the end of its line, or in braces to the end of the entry."""
    line = lines_of(text)[position.line - 1]
    rest = line[position.column - 1 :].rstrip()
    if "{" in line[: position.column - 1] or "[" in line[: position.column - 1]:
        rest = re.split(r"[,}\]]", rest, maxsplit=1)[0].rstrip()
    return rest


def line_in_quotes(line: str) -> str:
    """A line ``key: text`` with its text in quotes."""
    match = re.match(r"\s*((?:- )*[^:]*:)\s+(.*)", line)
    if match is None:
        return line.strip()
    key, value = match[1], match[2].rstrip()
    if value[:1] in "'\"":
        value = value.strip(value[0])
    return f"{key} {in_quotes(value)}"
