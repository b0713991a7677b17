"""What is uncertain has a share, a range or its history: `15%`, `400..600`, `history`.

A share is the standard deviation as a part of the value: two of three values lie within it. Of a range 90 of 100 values
lie inside, and its lower end comes first. `history` takes what the KPI changed by from one period to the next.

Good:
    scenario: As sure as we are
    uncertain: {on-time-departures: 5%}

Bad:
    scenario: As sure as we are
    uncertain: {on-time-departures: 95%..85%}
"""

from __future__ import annotations

from scorecard.problem import Loc, Problem


def no_spread(loc: Loc, text: str) -> Problem:
    """``text`` is neither of the three."""
    return _problem(loc, "`{text}` does not say how uncertain it is", "share, range or history?", text)


def no_share(loc: Loc, text: str) -> Problem:
    """The share is not above 0 %, or above 1,000 %."""
    return _problem(loc, "`{text}` is no share above 0 % and up to 1,000 %", "not between them", text)


def wrong_way(loc: Loc, text: str) -> Problem:
    """The lower end is not below the upper one."""
    return _problem(loc, "the range `{text}` has no lower end below its upper one", "wrong way round", text)


def yes_no(loc: Loc, text: str) -> Problem:
    """The KPI knows yes and no only."""
    return _problem(loc, "`{text}` spreads a KPI that is yes or no", "yes or no", text)


def _problem(loc: Loc, message: str, label: str, text: str) -> Problem:
    hint = "write `15%`, `400..600` with the lower figure first, or `history`"
    return Problem(rule="bad-uncertainty", loc=loc, message=message, label=label, hint=hint, params={"text": text})
