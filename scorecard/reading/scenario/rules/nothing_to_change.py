"""A change has a value to begin from, and a target that is to be reached is there.

`+10%` is 10 % more than the value now: without one, and of a value that is not above 0, it says nothing. `target` sets
a KPI to what it should reach in the scored period.

Good:
    scenario: Every crew on time
    set: {on-time-departures: target}

Bad:
    scenario: Every crew on time
    set: {crew-who-know-the-plan: +10%}
"""

from __future__ import annotations

from scorecard.problem import Loc, Position, Problem


def no_target(loc: Loc, kpi: str, at: Position | None = None) -> Problem:
    """The KPI has no target."""
    return _problem(loc, at, "KPI '{kpi}' has no target to be set to", "no target", kpi)


def no_value(kpi: str, text: str, at: Position | None) -> Problem:
    """The KPI has no value now, or none that a percentage can be taken of."""
    return _problem((), at, "KPI '{kpi}' has no value that `{text}` could change", "of what?", kpi, text)


def beyond(kpi: str, text: str, at: Position | None) -> Problem:
    """The value after the change is no figure any more."""
    return _problem((), at, "`{text}` takes KPI '{kpi}' beyond all figures", "too far", kpi, text)


def _problem(loc: Loc, at: Position | None, message: str, label: str, kpi: str, text: str = "") -> Problem:
    return Problem(
        rule="nothing-to-change",
        loc=loc,
        position=at,
        message=message,
        label=label,
        hint="write the value itself",
        params={"kpi": kpi, "text": text},
    )
