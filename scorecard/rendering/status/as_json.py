"""A scorecard as one JSON document: ids, raw fractions, and null with a reason where there is no data.

One goal, KPI, link, perspective or initiative stands on a line, in the order of the map, so that two reviews can be
compared line by line.
"""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.json_text import (
    Json,
    day_json,
    document,
    ids_json,
    json_text,
    number_json,
    rows,
    text_json,
)
from scorecard.result import (
    Counts,
    Coverage,
    GoalScore,
    IndexScore,
    InitiativeScore,
    KpiScore,
    LinkScore,
    MeasureValue,
    PerspectiveScore,
    Restated,
    Scorecard,
)

SCHEMA_VERSION = 1


def status_json(card: Scorecard, *, tool_version: str) -> str:
    """The whole scorecard as JSON; numbers are fractions (1.0 = 100 %), values are in the KPI's unit."""
    return document(
        {
            **heading(card, tool_version),
            "map": map_json(card),
            "index": Json("{" + _scores(card.index) + "}"),
            "perspectives": rows(map(perspective_json, card.perspectives)),
            "goals": rows(map(goal_json, card.goals)),
            "kpis": rows(map(kpi_json, card.kpis)),
            "links": rows(map(link_json, card.links)),
            "initiatives": rows(map(initiative_json, card.initiatives)),
            "focus": card.focus,
            "satisfied": card.satisfied,
            "measures": rows(map(measure_json, card.measures)),
            "headline": card.headline,
            **_notes(card),
        }
    )


def _notes(card: Scorecard) -> dict[str, object]:
    """What a review says beside its figures."""
    later = card.later
    return {
        "events": [{"period": str(when), "text": text} for when, text in card.events],
        "unlike": card.unlike,
        "later": later and {"period": str(later.period), "known": later.known, "due": later.due},
        "ending": dict(card.ending),
        "restated": restated_json(card.restated),
    }


def restated_json(restated: Sequence[Restated]) -> list[object]:
    """The figures of closed periods that are others today."""
    return [
        {"period": str(found.period), "kpi": found.kpi, "closed": found.closed, "now": found.now} for found in restated
    ]


def heading(card: Scorecard, tool_version: str) -> dict[str, object]:
    """What every document begins with."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": tool_version,
        "as_of": card.as_of,
        "period": str(card.period),
        "closed": card.closed,
    }


def map_json(card: Scorecard) -> Json:
    """What the map says of itself, and the limits its colours stand on."""
    facts = card.map
    fields = {
        "name": facts.name,
        "organisation": facts.organisation,
        "description": facts.description,
        "mission": facts.mission,
        "vision": facts.vision,
        "owner": facts.owner,
        "horizon": facts.horizon,
        "currency": facts.currency,
        "rhythm": facts.rhythm,
        "thresholds": {"at_risk": card.limits.at_risk, "on_track": card.limits.on_track},
        "min_coverage": facts.min_coverage,
        "outlook_drivers": facts.drivers_share,
        "themes": {theme.id: theme.name for theme in card.themes},
    }
    return Json(json_text(fields))


def _scores(score: IndexScore | PerspectiveScore) -> str:
    return (
        f'"performance": {number_json(score.performance)}, "lagging": {number_json(score.lagging)}, '
        f'"leading": {number_json(score.leading)}, "outlook": {number_json(score.outlook)}, '
        f'"coverage": {_coverage(score.coverage)}, "performance_coverage": {score.performance_coverage!r}, '
        f'"status": "{score.status}", "reason": {text_json(score.reason)}, "counts": {_counts(score.counts)}'
    )


def _coverage(coverage: Coverage) -> str:
    return f'{{"lagging": {coverage.lagging!r}, "leading": {coverage.leading!r}, "outlook": {coverage.outlook!r}}}'


def _counts(counts: Counts) -> str:
    return (
        f'{{"on-track": {counts.on_track}, "at-risk": {counts.at_risk}, '
        f'"off-track": {counts.off_track}, "no-data": {counts.no_data}}}'
    )


def perspective_json(score: PerspectiveScore) -> str:
    """A perspective with its rolled-up numbers."""
    return f'{{"id": "{score.id}", "name": {text_json(score.name)}, "weight": {score.weight!r}, {_scores(score)}}}'


def goal_json(goal: GoalScore) -> str:
    """A goal; its KPIs are found by their ``lagging_of`` and ``leading_of``, its causes by the links."""
    flags = ", ".join(json_text({"kind": flag.kind, "kpi": flag.kpi, "text": flag.text}) for flag in goal.flags)
    return (
        f'{{"id": "{goal.id}", "name": {text_json(goal.name)}, "perspective": "{goal.perspective}", '
        f'"owner": {text_json(goal.owner)}, "theme": {text_json(goal.theme)}, "weight": {goal.weight!r}, '
        f'"importance": {number_json(goal.importance)}, "urgency": {number_json(goal.urgency)}, '
        f'"performance": {number_json(goal.performance)}, "basis": "{goal.basis}", '
        f'"lagging": {number_json(goal.lagging)}, "leading": {number_json(goal.leading)}, '
        f'"outlook": {number_json(goal.outlook)}, "heading": {text_json(goal.heading)}, '
        f'"outlook_status": "{goal.outlook_status}", "coverage": {_coverage(goal.coverage)}, '
        f'"performance_coverage": {goal.performance_coverage!r}, "status": "{goal.status}", '
        f'"reason": {text_json(goal.reason)}, "diagnosis": {text_json(goal.diagnosis)}, "flags": [{flags}], '
        f'"trend": {number_json(goal.trend)}}}'
    )


def kpi_json(kpi: KpiScore) -> str:
    """A KPI; value, baseline, target and plan are in its unit, the trend is a share of its way, above 0 for better."""
    alarms = ", ".join(json_text({"kind": alert.kind, "text": alert.text}) for alert in kpi.alerts)
    return (
        f'{{"id": "{kpi.id}", "name": {text_json(kpi.name)}, "unit": {text_json(kpi.unit)}, '
        f'"owner": {text_json(kpi.owner)}, "direction": {text_json(kpi.direction)}, '
        f'"value": {number_json(kpi.value)}, "baseline": {number_json(kpi.baseline)}, '
        f'"target": {number_json(kpi.target)}, "since": {day_json(kpi.since)}, "by": {day_json(kpi.by)}, '
        f'"progress": {number_json(kpi.progress)}, "expected": {number_json(kpi.expected)}, '
        f'"plan": {number_json(kpi.plan)}, "pace": {number_json(kpi.pace)}, '
        f'"of_target": {number_json(kpi.of_target)}, "performance": {number_json(kpi.performance)}, '
        f'"status": "{kpi.status}", "reason": {text_json(kpi.reason)}, '
        f'"lagging_of": {ids_json(kpi.lagging_of)}, "leading_of": {ids_json(kpi.leading_of)}, '
        f'"trend": {number_json(kpi.trend)}, "n": {number_json(kpi.n)}, "age": {kpi.age}, '
        f'"alarm": [{alarms}], "used": {text_json(kpi.used)}}}'
    )


def link_json(link: LinkScore) -> str:
    """An arrow; the share is among the declared drivers of the effect, null for a hindrance."""
    return (
        f'{{"cause": "{link.cause}", "effect": "{link.effect}", "kind": "{link.kind}", '
        f'"weight": {link.weight!r}, "share": {number_json(link.share)}, "delay": {link.delay}, '
        f'"because": {text_json(link.because)}}}'
    )


def initiative_json(initiative: InitiativeScore) -> str:
    """An initiative as of the scored day; money is in the map's currency."""
    return json_text(
        {
            "id": initiative.id,
            "name": initiative.name,
            "owner": initiative.owner,
            "goals": initiative.goals,
            "kpi": initiative.kpi,
            "start": initiative.start,
            "due": initiative.due,
            "status": initiative.status,
            "completion": initiative.completion,
            "budget": initiative.budget,
            "spent": initiative.spent,
            "late": initiative.late,
            "over_budget": initiative.over_budget,
            "because": initiative.because,
            "result": initiative.result,
        }
    )


def measure_json(measure: MeasureValue) -> Json:
    """A figure that is no KPI."""
    return Json(json_text({"id": measure.id, "name": measure.name, "unit": measure.unit, "value": measure.value}))
