"""A KPI's figures in words, the same in every table."""

from __future__ import annotations

from scorecard.rendering.numbers import WHOLE, amount, amount_of, day, percent, plain_number
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
    """The status in a word, with what is all or nothing said so; without a performance the reason."""
    if kpi.reason is not None:
        return REASON_SHORT[kpi.reason]
    if kpi.scale != "binary":
        return STATUS_WORD[kpi.status]
    return f"{STATUS_WORD[kpi.status]}, {'reached' if kpi.performance == 1 else 'not reached'}"


def plan_words(kpi: KpiScore, currency: str | None) -> str | None:
    """From when to when, how much of the time is over, what would be on plan, and the pace; None without a date."""
    if kpi.since is None or kpi.by is None:
        return None if kpi.by is None else f"by {day(kpi.by)}"
    words = [f"{day(kpi.since)} to {day(kpi.by)}"]
    if kpi.expected is not None:
        words.append(f"{percent(kpi.expected, WHOLE)} of the time is over")
    if kpi.plan is not None:
        words.append(f"on plan would be {amount(kpi.plan, kpi.unit, currency)}")
    if kpi.pace is not None:
        words.append(f"pace {plain_number(kpi.pace)}")
    return ", ".join(words)
