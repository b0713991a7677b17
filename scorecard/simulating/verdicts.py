"""Whether a card is what a scenario expects."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.result import Scorecard, Status
from scorecard.scenario import Expectation, Sign
from scorecard.simulation import Verdict

_TOLERANCE = 1e-9
"""A limit counts as reached within this, as that of a status does."""


def verdicts(expectations: Sequence[Expectation], card: Scorecard) -> tuple[Verdict, ...]:
    """Each expectation with what it came to; no data meets none but the status of that name."""
    items = {
        **{("goal", goal.id): goal for goal in card.goals},
        **{("perspective", item.id): item for item in card.perspectives},
        **{("kpi", kpi.id): kpi for kpi in card.kpis},
        ("index", "index"): card.index,
    }
    found = []
    for expected in expectations:
        actual: float | Status | None = getattr(items[expected.kind, expected.id], expected.number)
        found.append(Verdict(expected, actual, _is_met(actual, expected.sign, expected.limit)))
    return tuple(found)


def _is_met(actual: float | Status | None, sign: Sign, limit: float | Status) -> bool:
    if isinstance(actual, str) or isinstance(limit, str):
        return actual == limit
    if actual is None:
        return False
    if sign == "==":
        return abs(actual - limit) <= _room(limit)
    if sign in (">=", "<="):
        return actual >= limit - _room(limit) if sign == ">=" else actual <= limit + _room(limit)
    return actual > limit + _room(limit) if sign == ">" else actual < limit - _room(limit)


def _room(limit: float) -> float:
    """The tolerance, of large figures as a share of them."""
    return _TOLERANCE * max(1.0, abs(limit))
