"""The words and marks of statuses, diagnoses, headings and reasons: the same on every screen and page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from scorecard.rendering.numbers import percent
from scorecard.result import Diagnosis, GoalScore, Heading, Reason, Status

Style: TypeAlias = Literal["good", "caution", "bad", "none"]

STATUS_WORD: Mapping[Status, str] = {
    "on-track": "on track",
    "at-risk": "at risk",
    "off-track": "off track",
    "no-data": "no data",
}
STATUS_GLYPH: Mapping[Status, str] = {"on-track": "✔", "at-risk": "▲", "off-track": "✖", "no-data": "○"}
STATUS_ASCII: Mapping[Status, str] = {"on-track": "+", "at-risk": "!", "off-track": "x", "no-data": "?"}
STATUS_STYLE: Mapping[Status, Style] = {
    "on-track": "good",
    "at-risk": "caution",
    "off-track": "bad",
    "no-data": "none",
}

HEADING_GLYPH: Mapping[Heading, str] = {"rising": "↗", "steady": "→", "falling": "↘"}
HEADING_ASCII: Mapping[Heading, str] = {"rising": "^", "steady": "=", "falling": "v"}

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

REASON_WORD: Mapping[Reason, str] = {
    "no-value": "no value yet",
    "no-target": "no target, so it is shown and not scored",
    "no-baseline": "nothing to measure the change from",
    "not-due": "not due yet",
    "not-scored": "for information only, never scored",
    "no-kpis": "the goal has no KPI",
    "no-data": "none of its KPIs has data",
    "low-coverage": "too little of it is known to give a colour",
}

SCALE_LINE = (
    "100 % is the target, 0 % the baseline; with dates: 100 % less what is missing to the plan as of the day."
)
"""Printed once below every table that shows performance."""


def diagnosis_sentence(goal: GoalScore) -> str | None:
    """The diagnosis with both numbers: "Results hold (87 %), drivers are at risk (77 %)."; None without one."""
    if goal.diagnosis is None:
        return None
    results = percent(goal.lagging, goal.limits)
    drivers = percent(goal.leading, goal.limits)
    state = STATUS_WORD[goal.lagging_status]
    driver_state = STATUS_WORD[goal.leading_status]
    sentences: Mapping[Diagnosis, str] = {
        "healthy": f"Results hold ({results}) and so do their drivers ({drivers}).",
        "watch": f"Results hold ({results}), drivers are at risk ({drivers}).",
        "early-warning": f"Results still hold ({results}), drivers are off track ({drivers}).",
        "results-pending": f"Drivers are on track ({drivers}), results are {state} ({results}): they should follow.",
        "hypothesis-in-doubt": f"Drivers have long been on track ({drivers}), yet results are {state} ({results}).",
        "needs-action": f"Results are {state} ({results}) and drivers are {driver_state} ({drivers}).",
        "drivers-not-measured": f"Results are {state} ({results}); too little is known of their drivers.",
        "results-not-measured": f"Results are not measured; drivers are {driver_state} ({drivers}).",
        "no-data": "Neither results nor drivers are measured.",
    }
    return sentences[goal.diagnosis]
