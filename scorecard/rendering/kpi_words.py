"""A KPI's figures in words, the same in every table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scorecard.period import Period, period_before
from scorecard.rendering.numbers import WHOLE, amount, amount_of, amount_range, day, percent, plain_number
from scorecard.rendering.spans import printable
from scorecard.rendering.words import REASON_SHORT, REASON_WORD, STATUS_GLYPH, STATUS_WORD, delay_words, listed
from scorecard.result import Alert, GoalScore, KpiScore, Scorecard, Status

_PARTS = 2
_ALL_PARTS = 8
_URGENT: Mapping[Status, int] = {"off-track": 0, "at-risk": 1, "no-data": 2, "on-track": 3}

MOST_KPIS = 4
"""How many KPIs the card of a goal has room for."""


def kpis_of(goal: GoalScore) -> tuple[tuple[str, str], ...]:
    """The KPIs that stand under a goal, each as its part there and its id: results, drivers, guardrails."""
    groups = (("result", goal.kpis_lagging), ("driver", goal.kpis_leading), ("guardrail", goal.guardrails))
    return tuple((part, kpi_id) for part, ids in groups for kpi_id in ids)


def most_urgent(kpis: Sequence[KpiScore], most: int) -> list[KpiScore]:
    """At most so many KPIs, those that need attention before others, in the order in which they came."""
    urgent = {kpi.id for kpi in sorted(kpis, key=lambda kpi: _URGENT[kpi.status])[:most]}
    return [kpi for kpi in kpis if kpi.id in urgent]


def standing(kpi: KpiScore, currency: str | None, *, brief: bool = False) -> str:
    """The value beside what it should reach: ``396 / 450``, ``22 / 20–26``, ``– / 90 %``; the value alone without.

    ``brief``: large figures as ``47M / 55M``. An upper bound begins with ``≤``.
    """
    bound = "≤ " if kpi.at_most and kpi.value is not None else ""
    for goal in (kpi.range, kpi.target, kpi.best):
        if goal is not None:
            return bound + printable(amount_of(kpi.value, goal, kpi.unit, currency, brief=brief))
    return "–" if kpi.value is None else bound + printable(amount(kpi.value, kpi.unit, currency))


def of_target(kpi: KpiScore) -> str:
    """``88 % of target``; empty where that would mean nothing."""
    return "" if kpi.of_target is None else f"{percent(kpi.of_target, WHOLE)} of target"


def of_the_way(kpi: KpiScore) -> str:
    """``64 % of the way`` from the baseline to the target; empty without a road."""
    return "" if kpi.progress is None else f"{percent(kpi.progress, WHOLE)} of the way"


def verdict(kpi: KpiScore, period: Period) -> str:
    """The status in a word, with what is all or nothing said so; without a performance the reason."""
    if kpi.reason is not None:
        return reason_short(kpi, period)
    if kpi.scale != "binary":
        return STATUS_WORD[kpi.status]
    return f"{STATUS_WORD[kpi.status]}, {'reached' if kpi.performance == 1 else 'not reached'}"


def reason_short(kpi: KpiScore, period: Period) -> str:
    """Why a KPI has no performance in ``period``, in a few words: ``no figure for 2026-10``, ``partial: linkedin
    missing``, ``sample too small: 12 of 20``; empty for one that has a performance."""
    if kpi.reason is None:
        return ""
    words = REASON_SHORT[kpi.reason]
    if kpi.reason == "missing":
        return f"{words} for {period}"
    if kpi.reason == "partial" and kpi.lacks:
        return f"{words}: {listed([printable(part) for part in kpi.lacks], _PARTS)} missing"
    return f"{words}: {_sample(kpi)}" if kpi.reason == "small-sample" else words


def reason_long(kpi: KpiScore, period: Period) -> str:
    """Why a KPI has no performance in ``period``, for its own page; empty for one that has a performance."""
    if kpi.reason is None:
        return ""
    words = REASON_WORD[kpi.reason]
    if kpi.reason == "missing":
        return f"no figure for {period}"
    if kpi.reason == "stale" and kpi.origin.cadence:
        return f"{words}; it is measured by the {kpi.origin.cadence}, and none came when the next was due"
    if kpi.reason == "partial" and kpi.lacks:
        return f"{words} ({listed([printable(part) for part in kpi.lacks], _ALL_PARTS)})"
    return f"{words}, {_sample(kpi)}" if kpi.reason == "small-sample" else words


def _sample(kpi: KpiScore) -> str:
    size = plain_number(kpi.n or 0)
    return size if kpi.min_sample is None else f"{size} of {plain_number(kpi.min_sample)}"


def trend_mark(kpi: KpiScore) -> str:
    """Which way the value went and whether that is good, ``↓ better``; empty where nothing compares."""
    if kpi.trend_word is None or kpi.value is None or kpi.before is None:
        return ""
    if kpi.trend_word == "same":
        return "= same"
    return f"{'↑' if kpi.value > kpi.before else '↓'} {kpi.trend_word}"


def before_words(kpi: KpiScore, card: Scorecard) -> str | None:
    """The value compared with, when that was, and how far the way since then is; None where there is none."""
    if kpi.before is None:
        return None
    words = f"{printable(amount(kpi.before, kpi.unit, card.map.currency))} {_when_before(kpi, card.period)}"
    if kpi.broken is not None:
        return f"{words}, which does not compare: {printable(kpi.broken)}"
    if kpi.trend is None or kpi.trend_word is None:
        return (
            words
            if card.closed or kpi.part == 1
            else f"{words}, which does not compare while the {card.map.rhythm} is running"
        )
    way = percent(abs(kpi.trend))
    if kpi.trend_word == "same":
        return f"{words}: about the same" if way == percent(0.0) else f"{words}: about the same, {way} of the way apart"
    return f"{words}: {kpi.trend_word} by {way} of the way"


def _when_before(kpi: KpiScore, period: Period) -> str:
    over = kpi.origin.over or ""
    if over.startswith("year"):
        return "a year before"
    if over.startswith("quarter"):
        return "in the quarter before"
    cadence = kpi.origin.cadence
    return f"in the {cadence} before" if cadence and cadence != period.rhythm else f"in {period_before(period)}"


def kpi_notes(kpi: KpiScore, card: Scorecard, *, in_words: bool = False) -> list[str]:
    """What has to be known to read the value: how much of the target is due, its age, its sample, what stood in for
    it, why it does not compare; nothing for most KPIs. ``in_words``: ``sample 22`` for ``n 22``, names for ids."""
    sample = "sample" if in_words else "n"
    used = next((other.name for other in card.kpis if in_words and other.id == kpi.used), kpi.used)
    notes = (
        part_words(kpi, card),
        age_words(kpi, card),
        None if kpi.n is None or kpi.reason == "small-sample" else f"{sample} {plain_number(kpi.n)}",
        None if kpi.used is None else f"{printable(used or kpi.used)} used instead",
        None if kpi.broken is None else f"no comparison: {printable(kpi.broken)}",
        "KPI overdue for review" if kpi.review_due else None,
    )
    return [note for note in notes if note]


def part_words(kpi: KpiScore, card: Scorecard) -> str | None:
    """That the target is only the part of a larger one: what is due of it, or the share of a period in a longer one;
    None where it is all of it."""
    if kpi.part == 1:
        return None
    whole = whole_scale(kpi)
    if whole.range is not None:
        goal: str | None = amount_range(*whole.range, kpi.unit, card.map.currency)
    elif whole.target is not None or whole.best is not None:
        goal = amount(whole.best if whole.target is None else whole.target, kpi.unit, card.map.currency)
    else:
        goal = None
    if _is_over(kpi, card):
        share = f"{_whose_part(kpi, card)} part"
        return f"judged by {share} of a longer period" if goal is None else f"target is {share} of {printable(goal)}"
    when = "by then" if card.closed else "so far"
    return f"judged by the part that is due {when}" if goal is None else f"target {when}, of {printable(goal)} in all"


def _is_over(kpi: KpiScore, card: Scorecard) -> bool:
    """Whether the period that a KPI is measured by has passed; one with a window of its own is compared to date."""
    if kpi.origin.over is not None:
        return False
    is_carried = kpi.origin.cadence not in (None, card.map.rhythm) and kpi.value is not None
    return is_carried or (card.closed and kpi.origin.cadence in (None, card.map.rhythm))


def _whose_part(kpi: KpiScore, card: Scorecard) -> str:
    cadence = kpi.origin.cadence
    return f"its {cadence}'s" if cadence and cadence != card.map.rhythm else f"this {card.map.rhythm}'s"


def whole_scale(kpi: KpiScore) -> KpiScore:
    """The KPI with the figures of its whole scale, where only a part of it is due."""
    if kpi.part == 1:
        return kpi

    def whole(figure: float | None) -> float | None:
        return None if figure is None else figure / kpi.part

    return replace(
        kpi,
        baseline=whole(kpi.baseline),
        target=whole(kpi.target),
        best=whole(kpi.best),
        range=None if kpi.range is None else (kpi.range[0] / kpi.part, kpi.range[1] / kpi.part),
        curve=tuple((value / kpi.part, share) for value, share in kpi.curve),
    )


def age_words(kpi: KpiScore, card: Scorecard) -> str | None:
    """How long ago the value was measured: ``2 months old``; None for one of the period itself."""
    return f"{delay_words(kpi.age, card.map.rhythm)} old" if kpi.age else None


def alert_words(alert: Alert) -> str:
    """An alarm in words, its kind named once: ``warning: above 2%``."""
    text = printable(alert.text)
    return text if text.startswith(f"{alert.kind}:") else f"{alert.kind}: {text}"


def alert_kinds(kpi: KpiScore) -> str:
    """Which alarms of a KPI sound, in a word each behind a mark: ``▲ warning, unstable``; empty without any."""
    kinds = ", ".join(alert.kind for alert in kpi.alerts)
    return f"{STATUS_GLYPH['at-risk']} {kinds}" if kinds else ""


def review_words(kpi: KpiScore) -> str | None:
    """When the KPI itself is to be looked at again; None where no day was said."""
    if kpi.review_by is None:
        return None
    if kpi.review_due:
        return f"overdue: this KPI was to be looked at again by {day(kpi.review_by)}"
    return f"look at this KPI again by {day(kpi.review_by)}"


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
    return printable(", ".join(words))
