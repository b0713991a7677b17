"""Differences as JSON."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from scorecard.map_change import Edit, GoalMove, MapChange, Numbers, Step
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.rendering.map_change.phrases import sentence

SCHEMA_VERSION = 1


def map_change_json(change: MapChange, *, tool_version: str) -> str:
    """Everything: fractions, values as they stand in the map, null where there is nothing or no data."""
    card = change.new
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": card.as_of,
            "period": str(card.period),
            "closed": card.closed,
            "map": card.map.name,
            "before": change.before,
            "after": change.after,
            "index_before": _numbers(change.index_before),
            "index_after": _numbers(change.index_after),
            "coverage_before": change.old.index.performance_coverage,
            "coverage_after": card.index.performance_coverage,
            "edits": rows(json_text(_edit(edit, change)) for edit in change.edits),
            "steps": rows(json_text(_step(step)) for step in change.steps),
            "goals": rows(json_text(_move(move)) for move in change.goals),
        }
    )


def _edit(edit: Edit, change: MapChange) -> dict[str, object]:
    return {
        "kind": edit.kind,
        "section": edit.section,
        "id": edit.id,
        "name": edit.name,
        "list": edit.entries,
        "goal": edit.goal,
        "field": edit.field,
        "before": _plain(edit.before),
        "after": _plain(edit.after),
        "unit": edit.unit,
        "step": edit.step,
        "look_twice": edit.suspicions,
        "sentence": sentence(edit, change),
    }


def _plain(value: object) -> object:
    """A value of a map as what JSON knows."""
    if isinstance(value, BaseModel):
        return _plain(value.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, (str, int, float, bool, date)) else str(value)


def _numbers(numbers: Numbers | None) -> dict[str, object] | None:
    return None if numbers is None else numbers._asdict()


def _step(step: Step) -> dict[str, object]:
    return {
        "edits": step.edits,
        "before": _numbers(step.before),
        "after": _numbers(step.after),
        "goals": [_move(move) for move in step.goals],
    }


def _move(move: GoalMove) -> dict[str, object]:
    return {"id": move.id, "name": move.name, "before": _numbers(move.before), "after": _numbers(move.after)}
