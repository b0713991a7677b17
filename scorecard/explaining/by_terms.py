"""The change of a KPI's performance, split into what its value did and what its target, scale or plan did."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from scorecard.explanation import TermsReason
from scorecard.propagation.midpoint import in_both_orders
from scorecard.propagation.scale import Scale, performance_at
from scorecard.result import KpiScore

_Terms: TypeAlias = tuple[Scale, float | None]
"""A scale, and the share of the plan's time that has passed."""
_EXACT = 1e-12


class TermsSplit(NamedTuple):
    """``by_value`` and ``by_terms`` add up to the change of the performance; ``terms`` is None where they stayed."""

    by_value: float
    by_terms: float
    terms: TermsReason | None


def by_terms(before: KpiScore, now: KpiScore) -> TermsSplit | None:
    """The split by the mean of both orders; None where a period has no performance, or one that its value and scale do
    not give."""
    if before.value is None or now.value is None or before.performance is None or now.performance is None:
        return None
    then, here = _terms(before), _terms(now)

    def judged(value: float, terms: _Terms) -> float:
        return performance_at(terms[0], value, terms[1]) or 0.0

    if abs(judged(before.value, then) - before.performance) > _EXACT:
        return None
    if abs(judged(now.value, here) - now.performance) > _EXACT:
        return None
    by_value, by_terms = in_both_orders(judged, (before.value, then), (now.value, here))
    return TermsSplit(by_value, by_terms, _reason(then, here))


def _terms(kpi: KpiScore) -> _Terms:
    from_ends = kpi.worst is not None or kpi.best is not None
    scale = Scale(
        kind=kpi.scale,
        direction=kpi.direction,
        baseline=kpi.baseline,
        target=kpi.target,
        worst=kpi.worst,
        best=kpi.best,
        range=kpi.range,
        curve=kpi.curve,
        since=kpi.since,
        by=kpi.by,
        planned=kpi.scale == "line" and not from_ends and kpi.by is not None,
        flaw=None,
    )
    return scale, kpi.expected if scale.planned else None


def _reason(then: _Terms, here: _Terms) -> TermsReason | None:
    if then[0] == here[0]:
        return None if then[1] == here[1] else "plan"
    return "target" if then[1] == here[1] else "target-and-plan"
