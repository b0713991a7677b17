"""What people really type when YAML gives up: from the parser's complaint to the mistake behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yaml import YAMLError
from yaml.error import MarkedYAMLError

from scorecard.problem import Position, Problem
from scorecard.reading.document import Mark, lines_of
from scorecard.reading.quoting import line_in_quotes

_TIGHT_COLON = re.compile(r"(\s*(?:- )*)([a-z_][a-z0-9_-]*:[^\s:/].*)", re.IGNORECASE)
_AFTER_QUOTE = re.compile(r"""^(?:[^:'"#]*:\s+|\s*-\s+)(?:'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")\s*(?=[^\s,}\]#:])""")
_SECOND_COLON = re.compile(r"""^\s*(?:- )*[^\s:'"{\[#][^:]*:\s+[^'"\s|>\[{&*!][^#]*?(:\s)""")


class Stop(NamedTuple):
    """Where and why the parser gave up; ``since`` is where the part began that it was in."""

    complaint: str
    context: str
    at: Mark
    since: Mark | None


def explain(error: YAMLError, text: str) -> Problem:
    """The mistake that most likely made the parser stop with ``error``."""
    from scorecard.reading.rules import yaml_syntax

    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return yaml_syntax.problem(None, str(getattr(error, "reason", error)))
    stop = Stop(str(error.problem), str(error.context), error.problem_mark, error.context_mark)
    lines = lines_of(text)
    for look in _LOOKS:
        problem = look(stop, lines, text)
        if problem is not None:
            return problem
    return yaml_syntax.problem(_place(stop.at, lines), stop.complaint)


def _place(mark: Mark, lines: list[str]) -> Position:
    """The marked place; one behind the last line with text moves back to that line's end."""
    line = min(mark.line, len(lines) - 1)
    column = mark.column
    while line > 0 and not lines[line].strip():
        line, column = line - 1, len(lines[line - 1])
    return Position(line=line + 1, column=min(column, len(lines[line])) + 1)


def _tab(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import tab

    last = min(stop.at.line, len(lines) - 1)
    start = stop.since.line if stop.since else max(0, last - 1)
    for number in [last, *range(min(start, last), last)]:
        indent = re.match(r"[ \t]*(?:- *\t+)?", lines[number])
        if indent is not None and "\t" in indent[0] and lines[number].strip():
            column = lines[number].index("\t") + 1
            corrected = lines[number].replace("\t", "  ").rstrip()
            return tab.problem(Position(line=number + 1, column=column), corrected)
    return None


def _mark(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import yaml_mark

    complaint, context = stop.complaint, stop.context
    if "cannot start any token" in complaint:
        place = _place(stop.at, lines)
        return yaml_mark.problem(place, text) if lines[place.line - 1][place.column - 1 :][:1] in "%@`" else None
    if any(word in context for word in ("block scalar", "an anchor", "an alias", "a tag", "directive")):
        mark = stop.since or stop.at
        return yaml_mark.problem(_place(mark, lines), text)
    return None


def _tight_colon(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import space_after_colon

    last = min(stop.at.line, len(lines) - 1)
    start = stop.since.line if stop.since else last
    for number in range(last, max(min(start, last) - 2, -1), -1):
        match = _TIGHT_COLON.fullmatch(lines[number])
        if match is not None:
            place = Position(line=number + 1, column=len(match[1]) + 1, length=len(match[2].rstrip()))
            return space_after_colon.problem(match[2].rstrip(), position=place)
    return None


def _after_quote(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import text_after_quote

    number = min((stop.since or stop.at).line, len(lines) - 1)
    for line in dict.fromkeys((min(stop.at.line, len(lines) - 1), number)):
        match = _AFTER_QUOTE.match(lines[line])
        if match is not None:
            return text_after_quote.problem(
                Position(line=line + 1, column=match.end() + 1), line_in_quotes(lines[line])
            )
    return None


def _second_colon(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import second_colon

    if "mapping values are not allowed" not in stop.complaint:
        return None
    number = min(stop.at.line, len(lines) - 1)
    match = _SECOND_COLON.match(lines[number] + " ")
    if match is None:
        return None
    return second_colon.problem(Position(line=number + 1, column=match.start(1) + 1), line_in_quotes(lines[number]))


def _unclosed(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import unclosed

    context, mark = stop.context, stop.since
    if mark is None or not any(word in context for word in ("quoted scalar", "flow")):
        return None
    opening = lines[mark.line][mark.column : mark.column + 1] if mark.line < len(lines) else ""
    if opening not in ("[", "{", '"', "'"):
        return None
    return unclosed.problem(_place(mark, lines), opening, stop.at.line + 1)


def _indentation(stop: Stop, lines: list[str], text: str) -> Problem | None:
    from scorecard.reading.rules import indentation

    complaint = stop.complaint
    if "did not find expected" not in complaint and "mapping values" not in complaint:
        return None
    number = min(stop.at.line, len(lines) - 1)
    line = lines[number]
    found = len(line) - len(line.lstrip())
    if not line.strip() or line.lstrip()[0] in "]}":
        return None
    wanted: list[int] = []
    for above in reversed(lines[:number]):
        indent = len(above) - len(above.lstrip())
        if above.strip() and not above.lstrip().startswith("#") and indent not in wanted:
            if not wanted or indent < wanted[-1]:
                wanted.append(indent)
            if indent < found:
                break
    if found in wanted:
        return None
    columns = tuple(sorted(indent + 1 for indent in wanted))
    return indentation.problem(Position(line=number + 1, column=found + 1), found + 1, columns)


_LOOKS: tuple[Callable[[Stop, list[str], str], Problem | None], ...] = (
    _tab,
    _mark,
    _tight_colon,
    _after_quote,
    _second_colon,
    _unclosed,
    _indentation,
)
