"""What people really type between brackets and braces when YAML gives up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scorecard.problem import Position, Problem
from scorecard.reading.document import start_of
from scorecard.reading.quoting import SPECIAL_BLANKS, in_quotes, key_before, line_in_quotes

if TYPE_CHECKING:
    from scorecard.reading.syntax import Stop

_QUOTED_OR_COMMENT = re.compile(r""""[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'|(?<=[ \t])#.*""")
_ENTRY_END = re.compile(r"[,}\]]")


def in_braces(stop: Stop) -> Problem | None:
    """The mistake, if the parser gave up between brackets or braces."""
    if stop.since is None or "flow" not in stop.context:
        return None
    if "flow node" in stop.context:
        return _empty_entry(stop)
    opened = stop.place(stop.since)
    opening = stop.around(stop.since)[1][:1]
    if opening not in ("[", "{"):
        return None
    return (
        _swallowed(stop, opening)
        or _wrong_closing(stop, opening, opened)
        or _second_colon_or_missing_comma(stop)
        or _side_by_side(stop)
        or _unclosed(stop, opening, opened)
    )


def _unclosed(stop: Stop, opening: str, opened: Position) -> Problem:
    from scorecard.reading.rules import unclosed

    return unclosed.problem(opened, opening, stop.place(stop.at).line)


def _empty_entry(stop: Stop) -> Problem | None:
    from scorecard.reading.rules import empty_value

    return empty_value.entry(position=stop.place(stop.at)) if stop.around(stop.at)[1][:1] == "," else None


def _swallowed(stop: Stop, opening: str) -> Problem | None:
    """A ` #` inside the brackets that makes a comment of what closes them."""
    from scorecard.reading.rules import lost_text

    first = stop.since.line if stop.since else 0
    for number in range(first, min(stop.at.line + 1, len(stop.lines), first + 100)):
        line = stop.lines[number]
        for match in _QUOTED_OR_COMMENT.finditer(line):
            if match[0].startswith("#") and (end := _ENTRY_END.search(match[0])):
                start = max(line.rfind(sign, 0, match.start()) + len(sign) for sign in (", ", ": ", "[", "{"))
                corrected = key_before(line[:start]) + in_quotes(line[start : match.start()] + match[0][: end.start()])
                place = Position(line=number + 1, column=match.start() + 1, length=len(match[0].rstrip()))
                return lost_text.bracket(place, corrected, opening)
    return None


def _wrong_closing(stop: Stop, opening: str, opened: Position) -> Problem | None:
    from scorecard.reading.rules import unclosed

    found = stop.around(stop.at)[1][:1]
    if found not in ("]", "}"):
        return None
    return unclosed.wrong_closing(stop.place(stop.at), found, opening, opened)


def _second_colon_or_missing_comma(stop: Stop) -> Problem | None:
    """At a colon that comes too soon: in front of it stands a text, or the end of one entry and the next key."""
    from scorecard.reading.rules import missing_comma, second_colon
    from scorecard.reading.vocabulary import VOCABULARY

    last = stop.last
    before, rest = stop.around(stop.at)
    if not rest.startswith(":") or last is None or last.style:
        return None
    *words, key = last.value.split() or [""]
    if key in VOCABULARY and words:
        if not before[: -len(key)].strip():
            return None  # a key on a line of its own was meant for the block around the brackets
        place = Position(line=stop.place(stop.at).line, column=len(before) - len(key) + 1, length=len(key))
        return missing_comma.problem(place, " ".join(words).rstrip(";"), f"{key}:")
    start = start_of(last)
    if start.line != stop.at.line:
        return None
    text = _ENTRY_END.split((before + rest)[start.column :], maxsplit=1)[0].strip()
    corrected = key_before(before[: start.column]) + in_quotes(text)
    return second_colon.problem(corrected, position=stop.place(stop.at))


def _side_by_side(stop: Stop) -> Problem | None:
    """Something begins right behind a quote or a bracket that closed: the text goes on, or a comma is missing."""
    from scorecard.reading.rules import missing_comma, tab, text_after_quote

    line, rest = stop.around(stop.at)
    before = line.rstrip()
    if rest.startswith(tuple(SPECIAL_BLANKS)):
        return tab.special_blank(stop.place(stop.at))
    if before[-1:] not in ("]", "}", '"', "'") or not rest.strip():
        return None
    behind = _ENTRY_END.split(rest, maxsplit=1)[0].strip()
    closed = _opened(before) if before[-1] in "\"'" else before[-1]
    if closed[0] in "\"'" and rest[0] not in "[{\"'" and not re.match(r"[\w-]+:\s", rest):
        start = len(before) - len(closed)
        corrected = key_before(before[:start]) + line_in_quotes(f"x: {line[start:]}{behind}")[3:]
        return text_after_quote.problem(stop.place(stop.at), corrected)
    return missing_comma.problem(stop.place(stop.at), closed, behind)


def _opened(before: str) -> str:
    """The quoted text at the end of a line, with its quotes."""
    start = before.rfind(before[-1], 0, -1)
    return before[max(start, 0) :]
