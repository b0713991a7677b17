"""A KPI's figures in words, the same in every table."""

from __future__ import annotations

from scorecard.rendering.numbers import WHOLE, amount, amount_of, percent
from scorecard.rendering.spans import printable
from scorecard.rendering.words import REASON_SHORT, STATUS_WORD
from scorecard.result import KpiScore


def standing(kpi: KpiScore, currency: str | None, *, brief: bool = False) -> str:
    """The value beside what it should reach: ``396 / 450``, ``22 / 20–26``, ``– / 90 %``; the value alone without.

    ``brief``: large figures as ``47M / 55M``.
    """
    for goal in (kpi.range, kpi.target, kpi.best):
        if goal is not None:
            return printable(amount_of(kpi.value, goal, kpi.unit, currency, brief=brief))
    return "–" if kpi.value is None else printable(amount(kpi.value, kpi.unit, currency))


def of_target(kpi: KpiScore) -> str:
    """``88 % of target``; empty where that would mean nothing."""
    return "" if kpi.of_target is None else f"{percent(kpi.of_target, WHOLE)} of target"


def of_the_way(kpi: KpiScore) -> str:
    """``64 % of the way`` from the baseline to the target; empty without a road."""
    return "" if kpi.progress is None else f"{percent(kpi.progress, WHOLE)} of the way"


def verdict(kpi: KpiScore) -> str:
    """The status in a word or, without a performance, the reason."""
    return STATUS_WORD[kpi.status] if kpi.reason is None else REASON_SHORT[kpi.reason]
