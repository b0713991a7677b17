"""The words and marks of statuses, diagnoses, headings and reasons: the same on every screen and page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

from scorecard.period import Rhythm, period_before
from scorecard.rendering.numbers import WHOLE, limit_percent, percent, points
from scorecard.result import (
    Counts,
    Diagnosis,
    Flag,
    GoalScore,
    Heading,
    KpiScore,
    Limits,
    PerspectiveScore,
    Reason,
    Scorecard,
    Status,
    TrendWord,
)

Style: TypeAlias = Literal["good", "caution", "bad", "none"]
TrendStyle: TypeAlias = Literal["good", "muted", "bad"]

STATUS_WORD: Mapping[Status, str] = {
    "on-track": "on track",
    "at-risk": "at risk",
    "off-track": "off track",
    "no-data": "no data",
}
STATUS_GLYPH: Mapping[Status, str] = {"on-track": "✔", "at-risk": "▲", "off-track": "✖", "no-data": "○"}
STATUS_STYLE: Mapping[Status, Style] = {
    "on-track": "good",
    "at-risk": "caution",
    "off-track": "bad",
    "no-data": "none",
}

HEADING_GLYPH: Mapping[Heading, str] = {"rising": "↗", "steady": "→", "falling": "↘"}

TREND_STYLE: Mapping[TrendWord, TrendStyle] = {"better": "good", "same": "muted", "worse": "bad"}

DIAGNOSIS_WORD: Mapping[Diagnosis, str] = {
    "healthy": "healthy",
    "watch": "watch",
    "early-warning": "early warning",
    "results-pending": "results pending",
    "hypothesis-in-doubt": "hypothesis in doubt",
    "needs-action": "needs action",
    "drivers-not-measured": "drivers not measured",
    "results-not-measured": "results not measured",
    "no-data": "no data",
}

_DIAGNOSIS_SENTENCE: Mapping[Diagnosis, str] = {
    "healthy": "Results hold ({0}) and so do the drivers ({1}).",
    "watch": "Results hold ({0}), drivers are at risk ({1}).",
    "early-warning": "Results still hold ({0}), drivers are off track ({1}).",
    "results-pending": "Drivers are on track ({1}), results are {2} ({0}): they should follow.",
    "hypothesis-in-doubt": "Drivers have long been on track ({1}), yet results are {2} ({0}).",
    "needs-action": "Results are {2} ({0}) and drivers are {3} ({1}).",
    "drivers-not-measured": "Results are {2} ({0}); too little is known of the drivers.",
    "results-not-measured": "Results are not measured; drivers are {3} ({1}).",
    "no-data": "Neither results nor drivers are measured.",
}
"""With results, drivers, and the states of both."""

REASON_WORD: Mapping[Reason, str] = {
    "no-value": "no value yet",
    "missing": "no figure for this period",
    "stale": "its last figure is too old",
    "partial": "a part of it is missing that was there in the period before",
    "small-sample": "too small a sample",
    "no-target": "no target, so it is shown and not scored",
    "no-baseline": "nothing to measure the change from",
    "target-beyond-worst": "its target, the value of another KPI, lies beyond `worst`",
    "not-due": "not due yet",
    "not-scored": "for information only, never scored",
    "no-kpis": "the goal has no KPI",
    "no-data": "none of its KPIs has data",
    "low-coverage": "too little of it is known to give a colour",
}

REASON_SHORT: Mapping[Reason, str] = {
    "no-value": "no value yet",
    "missing": "no figure",
    "stale": "last figure too old",
    "partial": "partial",
    "small-sample": "sample too small",
    "no-target": "no target",
    "no-baseline": "no baseline",
    "target-beyond-worst": "target beyond worst",
    "not-due": "not due yet",
    "not-scored": "not scored",
    "no-kpis": "no KPI",
    "no-data": "no data",
    "low-coverage": "too little known",
}
"""For narrow columns."""

UNLIKE = "*"
"""Stands behind a change that is not like for like."""

STRENGTH_WORDS: Mapping[int, str] = {3: "at least half of the drivers", 2: "at least a quarter", 1: "less"}
"""What share of its effect's drivers a link of each strength stands for; each begins where the one before ends."""

SCALE_LINE = (
    "100 % is the target (or best), 0 % the baseline (or worst); "
    "where a plan has dates, 100 % less what is missing to the plan on that day."
)
"""Printed once below every table that shows performance."""


def status_and_number(status: Status, share: float | None, limits: Limits) -> str:
    """A status in a word with its number: ``at risk 78 %``, ``no data``, ``no data (74 % so far)``."""
    if share is None:
        return STATUS_WORD[status]
    number = percent(share, limits)
    return f"{STATUS_WORD[status]} ({number} so far)" if status == "no-data" else f"{STATUS_WORD[status]} {number}"


def status_meanings(card: Scorecard) -> dict[Status, str]:
    """What each status stands for, with the limits of the map, best first."""
    low, high = limit_percent(card.limits.at_risk), limit_percent(card.limits.on_track)
    return {
        "on-track": f"on track, from {high}",
        "at-risk": f"at risk, from {low}",
        "off-track": f"off track, below {low}",
        "no-data": f"no data, or less than {percent(card.map.min_coverage)} of it known",
    }


def link_strength(share: float | None) -> int:
    """How wide a link is drawn: 3 for at least half of its effect's drivers, 2 for a quarter, else 1."""
    if share is None or share < 0.25:
        return 1
    return 3 if share >= 0.5 else 2


def delay_words(delay: int, rhythm: Rhythm) -> str:
    """A delay in periods of the map: ``1 month``, ``2 quarters``."""
    return f"{delay} {rhythm}" if delay == 1 else f"{delay} {rhythm}s"


def delay_short(delay: int, rhythm: Rhythm) -> str:
    """A delay where there is little room: ``2 mo``, ``12 qtr``."""
    return f"{delay} {_RHYTHM_SHORT[rhythm]}"


_RHYTHM_SHORT: Mapping[Rhythm, str] = {"day": "d", "week": "wk", "month": "mo", "quarter": "qtr", "year": "yr"}


def period_words(card: Scorecard) -> str:
    """The scored period, marked while it is still running: ``2026-10``, ``2026-11 so far``."""
    return str(card.period) if card.closed else f"{card.period} so far"


def listed(names: Sequence[str], most: int) -> str:
    """At most so many of some names: ``followers, csat and 3 more``."""
    more = len(names) - most
    return f"{', '.join(names[:most])} and {more} more" if more > 0 else ", ".join(names)


def flag_words(flag: Flag) -> str:
    """A flag in words, its kind named once: ``trade-off: …``; what is unstable says so itself."""
    return flag.text if flag.kind == "unstable" else f"{flag.kind}: {flag.text}"


def has_trend(items: Iterable[GoalScore] | Iterable[KpiScore]) -> bool:
    """Whether any of the goals or KPIs is compared with an earlier period."""
    return any(item.trend is not None for item in items)


def trend_line(card: Scorecard, *, kpis: bool) -> str:
    """What the trend says, once below a table that shows it for the goals and, with ``kpis``, for these; else empty."""
    sentences = []
    if has_trend(card.goals):
        sentences.append(f"Trend: points of performance since {period_before(card.period)}.")
    if any(goal.trend is not None and is_unlike(goal, card) for goal in card.goals):
        sentences.append(f"{UNLIKE} Not like for like: it was made of other KPIs then.")
    if kpis and has_trend(card.kpis):
        same = percent(card.map.trend_same)
        sentences.append(f"Trend of a KPI: where its value went, the same below {same} of the way to its target.")
    return " ".join(sentences)


def goal_trend(goal: GoalScore, card: Scorecard) -> str:
    """The trend of a goal in points, ``+5``, with a star where other KPIs had data then; empty where nothing
    compares."""
    if goal.trend is None:
        return ""
    return f"{points(goal.trend)}{UNLIKE if is_unlike(goal, card) else ''}"


def is_unlike(goal: GoalScore, card: Scorecard) -> bool:
    """Whether any KPI that the performance of a goal is made of had data in only one of this period and the last."""
    judged = goal.kpis_lagging if goal.basis == "lagging" else goal.kpis_leading
    return not set(judged).isdisjoint(card.unlike)


def counts_words(counts: Counts) -> str:
    """How many goals have each status, those that none has left out: ``3 on track, 1 off track``."""
    numbers = counts_by_status(counts)
    words = [f"{number} {STATUS_WORD[status]}" for status, number in numbers.items() if number]
    return ", ".join(words) or "no goals"


def counts_by_status(counts: Counts) -> dict[Status, int]:
    """The counts under the names of their statuses, best first."""
    return {
        "on-track": counts.on_track,
        "at-risk": counts.at_risk,
        "off-track": counts.off_track,
        "no-data": counts.no_data,
    }


def heading_words(heading: Heading) -> str:
    """Where the drivers pull: ``→ steady``."""
    return f"{HEADING_GLYPH[heading]} {heading}"


def outlook_words(goal: GoalScore) -> str:
    """Where the drivers pull: ``→ steady``; the number alone, ``98 %``, where it is not compared with results: none
    are known, or no drivers are declared; ``–`` without a number."""
    if goal.heading is not None:
        return heading_words(goal.heading)
    return "–" if goal.outlook is None else percent(goal.outlook, goal.limits)


def coverage_words(goal: GoalScore) -> str | None:
    """How much is known, where a number rests on less than all it should: "Coverage: results 86 %, drivers 50 %.".

    What `goal_sentence` already says is not said again; the outlook is named where `outlook_words` shows its number.
    """
    outlook = 1.0 if goal.heading else goal.coverage.outlook
    if goal.coverage.lagging >= 1 and goal.coverage.leading >= 1 and outlook >= 1:
        return None
    judged = "results" if goal.basis == "lagging" else "drivers"
    parts = [
        f"{word} {percent(coverage, WHOLE)}"
        for word, number, coverage in (
            ("results", goal.lagging, goal.coverage.lagging),
            ("drivers", goal.leading, goal.coverage.leading),
            ("outlook", goal.outlook if goal.heading is None else None, goal.coverage.outlook),
        )
        if number is not None and coverage < 1 and not (goal.reason == "low-coverage" and word == judged)
    ]
    return f"Coverage: {', '.join(parts)}." if parts else None


def goal_sentence(goal: GoalScore, numbers: tuple[str, str] | None = None) -> str:
    """What to think of a goal, in a sentence with its numbers; every goal has one. ``numbers`` are its `numbers_of`
    where they are at hand."""
    measured = goal.leading_status != "no-data"
    if goal.reason == "no-kpis":
        return f"It has no KPI; its drivers are {_drivers(goal)}." if measured else "It has no KPI."
    if goal.reason == "low-coverage":
        known = percent(goal.performance_coverage, WHOLE)
        what = "results" if goal.basis == "lagging" else "drivers"
        return f"Only {known} of its {what} are known, too little for a colour: {_performance(goal)} so far."
    if goal.basis == "leading" and measured:
        return f"Results are not measured, so its drivers speak for it: {_drivers(goal)}."
    if goal.reason == "no-data" and not measured:
        declared = goal.kpis_leading or goal.causes
        return "Neither results nor drivers have data yet." if declared else "Its results have no data yet."
    sentence = diagnosis_sentence(goal, numbers)
    if sentence is not None:
        return sentence
    return f"Results are {STATUS_WORD[goal.lagging_status]} ({_performance(goal)}); it declares no drivers."


def _drivers(goal: GoalScore) -> str:
    return f"{STATUS_WORD[goal.leading_status]} ({percent(goal.leading, goal.limits)})"


def _performance(goal: GoalScore) -> str:
    return percent(goal.performance, goal.limits)


def numbers_of(goal: GoalScore) -> tuple[str, str]:
    """Results and drivers of a goal as per cent."""
    return percent(goal.lagging, goal.limits), percent(goal.leading, goal.limits)


def diagnosis_sentence(goal: GoalScore, numbers: tuple[str, str] | None = None) -> str | None:
    """The diagnosis with both numbers: "Results hold (87 %), drivers are at risk (77 %)."; None without one."""
    if goal.diagnosis is None:
        return None
    return _DIAGNOSIS_SENTENCE[goal.diagnosis].format(
        *(numbers or numbers_of(goal)),
        STATUS_WORD[goal.lagging_status],
        STATUS_WORD[goal.leading_status],
    )


def top_perspective(card: Scorecard) -> PerspectiveScore:
    """The highest perspective that has goals: the first line of every review speaks of it."""
    return next(perspective for perspective in card.perspectives if perspective.id == card.top)
