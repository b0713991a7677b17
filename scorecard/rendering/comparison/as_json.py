"""The comparison as JSON."""

from __future__ import annotations

from scorecard.comparison import Change, Comparison, KpiChange, ScoreChange
from scorecard.rendering.json_text import document, json_text, rows

SCHEMA_VERSION = 1


def comparison_json(comparison: Comparison, *, tool_version: str) -> str:
    """Everything, also what did not move: fractions, values in the KPI's unit, null where there is no data."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": comparison.as_of,
            "period": str(comparison.period),
            "compared_with": str(comparison.before),
            "closed": comparison.closed,
            "reported": comparison.reported,
            "map": comparison.name,
            "currency": comparison.currency,
            "unlike": comparison.unlike,
            "kpis": rows(json_text(_kpi(kpi)) for kpi in comparison.kpis),
            "goals": rows(json_text(_score(goal)) for goal in comparison.goals),
            "perspectives": rows(json_text(_score(item)) for item in comparison.perspectives),
            "index": _score(comparison.index),
        }
    )


def _kpi(kpi: KpiChange) -> dict[str, object]:
    return {
        "id": kpi.id,
        "name": kpi.name,
        "unit": kpi.unit,
        "value_before": kpi.value_before,
        "value": kpi.value_now,
        "performance": _numbers(kpi.performance),
        "status": kpi.status_now,
        "moved": kpi.moved,
        "word": kpi.word,
        "no_comparison": kpi.obstacle,
        "why": kpi.why,
    }


def _score(score: ScoreChange) -> dict[str, object]:
    return {
        "id": score.id,
        "name": score.name,
        "status_before": score.status_before,
        "status": score.status_now,
        "moved": score.moved,
        "performance": _change(score.performance),
        "lagging": _change(score.lagging),
        "leading": _change(score.leading),
        "outlook": _change(score.outlook),
    }


def _numbers(change: Change) -> dict[str, object]:
    return {"before": change.before, "now": change.now, "change": change.change}


def _change(change: Change) -> dict[str, object]:
    parts = [{"kind": part.kind, "id": part.id, "move": part.move} for part in change.parts]
    return {**_numbers(change), "parts": parts, "rest": change.rest}
