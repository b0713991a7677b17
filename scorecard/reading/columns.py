"""Lines in the wrong column: which of them was moved, and where it belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scorecard.model import keys_of
from scorecard.problem import Position, Problem
from scorecard.reading.quoting import without_comment

if TYPE_CHECKING:
    from scorecard.reading.syntax import Stop

_KEY = re.compile(r"(\s*)([\w-]+):(?:\s|$)")
_FURTHEST = 500
"""So many lines above the stop are looked at."""


def wrong_column(stop: Stop) -> Problem | None:
    """The line at which the columns no longer fit, or the one above it that was moved."""
    from scorecard.reading.rules import indentation

    number = stop.number(stop.at)
    line = stop.lines[number]
    found = _indent(line)
    at_start = "did not find expected" in stop.complaint and stop.at.column == found
    if not line.strip() or not (at_start or "mapping values" in stop.complaint):
        return None
    place = Position(line=number + 1, column=found + 1)
    moved = _mixed(stop, number, place) or _moved(stop, number, found)
    if moved is not None:
        return moved
    wanted: list[int] = []
    for above in reversed(stop.lines[:number]):
        indent = _indent(above)
        if _is_text(above) and (not wanted or indent < wanted[-1]):
            wanted.append(indent)
            if indent < found:
                break
    if found in wanted:
        return indentation.entry_among_keys(place) if _is_entry(line) else None
    return indentation.problem(place, found + 1, tuple(sorted(indent + 1 for indent in wanted)))


def _mixed(stop: Stop, number: int, place: Position) -> Problem | None:
    """A key among the entries of a list, or an entry among keys that are ids."""
    from scorecard.reading.rules import indentation

    line = stop.lines[number]
    if "expected '-'" in stop.complaint and not _is_entry(line) and _KEY.match(line):
        return indentation.list_and_keys(place, entry=False)
    if _is_entry(line) and "expected key" in stop.complaint:
        above = _above(stop, number, place.column - 1)
        first = next((key for key in map(_KEY.match, above) if key and len(key[1]) == place.column - 1), None)
        owner = _KEY.match(above[-1]) if above else None
        if first and owner and owner[2] in ("lagging", "leading", "driven_by", "hindered_by", "goals", "kpis"):
            return indentation.list_and_keys(place, entry=True)
    return None


def _moved(stop: Stop, number: int, found: int) -> Problem | None:
    """The key above the line ``number`` that stands too far to the left, as the lines around it show."""
    from scorecard.reading.rules import indentation
    from scorecard.reading.vocabulary import SECTIONS, keys_at

    above = _above(stop, number, found)
    at = number - len(above)
    key = _KEY.match(above[-1]) if above else None
    owners = _above(stop, at, found) if key else []
    owner = _KEY.match(owners[-1]) if owners else None
    if key is None or owner is None or without_comment(owners[-1]).rstrip()[-1] != ":":
        return None
    if len(key[1]) > len(owner[1]):
        return None  # the key belongs to it, so the line that was moved is the one at the stop
    section: re.Match[str] | None = owner
    if owner[1]:
        top = _above(stop, at, 1)
        section = _KEY.match(top[-1]) if top else None
    if section is None or section[2] not in SECTIONS:
        return None
    fits = key[2] in keys_of(SECTIONS[section[2]]) if owner[1] else key[2] not in keys_at(())
    if not fits or key[2] in SECTIONS:
        return None
    place = Position(line=at + 1, column=len(key[1]) + 1, length=len(key[2]))
    return indentation.outside(key[2], owner[2], found + 1, position=place)


def _above(stop: Stop, number: int, column: int) -> list[str]:
    """The lines above ``number``, nearest first, down to the first whose text begins before ``column`` (from 0)."""
    found: list[str] = []
    for line in reversed(stop.lines[max(number - _FURTHEST, 0) : number]):
        found.append(line)
        if _is_text(line) and _indent(line) < column:
            return found
    return []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_entry(line: str) -> bool:
    return line.lstrip().startswith("- ")
