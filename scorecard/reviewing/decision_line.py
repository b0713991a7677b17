"""The fields of a decision: ``change: answer within a day · Community manager · 2026-12-15 · engaging-content``.

They are told apart from the right: the goal, before it the day, before it the owner; the rest is the text, so a dot
may stand in it. Each of the three may be left out, or be a dash.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from scorecard.review import Decision, DecisionKind
from scorecard.scalars import ID_PATTERN, LONGEST_ID, read_last_day

DOT = " · "
NONE = "–"
DASHES = (NONE, "-", "—")
"""What says that there is no owner, no day or no goal."""

_KIND = re.compile(r"(continue|intensify|slow[ -]?down|stop|change) *: *", re.IGNORECASE)
_KINDS: dict[str, DecisionKind] = {
    "continue": "continue",
    "intensify": "intensify",
    "slowdown": "slow-down",
    "stop": "stop",
    "change": "change",
}
_ID = re.compile(ID_PATTERN)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_LIKE_A_DATE = re.compile(
    rf"\d[\d./ -]{{3,}}\d|\d{{1,2}}\.? \w{{3,9}}\.? \d{{4}}|\w{{3,9}}\.? \d{{1,2}},? \d{{4}}"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """What a line says of a decision; ``bad_due`` is what stands in the place of the day and is none."""

    goal: str | None
    kind: DecisionKind | None
    text: str
    owner: str | None
    due: date | None
    bad_due: str | None = None


def fields_of(content: str, below: str | None, goals: Collection[str]) -> Fields | None:
    """The fields of what stands behind the box of a line; None where nothing does.

    ``below`` is the goal whose heading it stands below, ``goals`` are the ids that the map has.
    """
    rest, goal = _goal(content.strip(), below, goals)
    rest, due, bad_due = _due(rest, is_last=goal is None)
    rest, owner = _last(rest)
    kind, text = _kind(rest)
    if not text:
        return None
    return Fields(
        goal=goal or below,
        kind=kind,
        text=text,
        owner=None if owner in DASHES else owner,
        due=due,
        bad_due=bad_due,
    )


def decision_text(decision: Decision) -> str:
    """A decision as it is written, every field of it said."""
    due = NONE if decision.due is None else decision.due.isoformat()
    fields = (f"{decision.kind}: {decision.text}", decision.owner or NONE, due, decision.goal or NONE)
    return DOT.join(fields)


def is_id(text: str) -> bool:
    """Whether a text is written as ids are."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def _last(text: str) -> tuple[str, str | None]:
    """What stands before the last field, and that field; None where there is only one."""
    before, dot, field = text.rpartition(DOT)
    return (before, field.strip()) if dot and before.strip() else (text, None)


def _goal(text: str, below: str | None, goals: Collection[str]) -> tuple[str, str | None]:
    before, field = _last(text)
    if field is None or field == below or field in goals:
        return before, field
    if is_id(field) and _day(field) is None:
        earlier = _last(before)[1]  # an id that the map does not have is one where the day stands before it
        if earlier is not None and (earlier in DASHES or _day(earlier) or _LIKE_A_DATE.fullmatch(earlier)):
            return before, field
    return text, None


def _due(text: str, *, is_last: bool) -> tuple[str, date | None, str | None]:
    """What stands before the day, the day, and what stands in its place: between an owner and a goal anything does."""
    before, field = _last(text)
    if field is None:
        return text, None, None
    if field in DASHES:
        return before, None, None
    day = _day(field)
    if day is not None:
        return before, day, None
    is_meant = _LIKE_A_DATE.fullmatch(field) or (not is_last and _last(before)[1] is not None)
    return (before, None, field) if is_meant else (text, None, None)


def _day(text: str) -> date | None:
    try:
        return read_last_day(text)
    except ValueError:
        return None


def _kind(text: str) -> tuple[DecisionKind | None, str]:
    found = _KIND.match(text)
    if found is None:
        return None, text.strip()
    word = found[1].lower().replace(" ", "").replace("-", "")
    return _KINDS[word], text[found.end() :].strip()
