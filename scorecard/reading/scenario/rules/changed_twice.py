"""A scenario changes everything once.

What comes of it must not depend on which of two changes is read first. Values that follow each other have a period
each.

Good:
    scenario: Fewer turns on the ground
    set: {on-time-departures: {2026-11: 75%, 2027-01: 90%}}

Bad:
    scenario: Fewer turns on the ground
    set: {on-time-departures: {2026-10: 75%, 2026-Q4: 90%}}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def problem(loc: Loc, what: str) -> Problem:
    """``what`` is changed twice."""
    return _problem(loc, "{what} is changed twice", "keep one of the two", what=what)


def same_start(loc: Loc, one: str, other: str) -> Problem:
    """Two periods begin on the same day."""
    return _problem(loc, "{one} and {other} begin on the same day", "keep one of the two", one=one, other=other)


def dropped_too(loc: Loc, link: str) -> Problem:
    """An arrow that is dropped has a weight."""
    message = "the arrow {link} has another weight and is dropped, too"
    return _problem(loc, message, "take it out of `weights`, or out of `drop_links`", link=link)


def _problem(loc: Loc, message: str, hint: str, **words: str) -> Problem:
    return Problem(rule="changed-twice", loc=loc, part="key", message=message, label="again", hint=hint, params=words)
