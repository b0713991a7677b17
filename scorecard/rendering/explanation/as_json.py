"""The explanation as JSON."""

from __future__ import annotations

from scorecard.explanation import Explanation, Missing, Move, NumberChange, Path, Split, Total
from scorecard.rendering.json_text import Json, document, json_text, rows

SCHEMA_VERSION = 1


def explanation_json(explanation: Explanation, *, tool_version: str) -> str:
    """Everything: fractions, null where there is no data; ``more`` is null where a loop makes no end of paths."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": explanation.as_of,
            "period": str(explanation.period),
            "rhythm": explanation.rhythm,
            "closed": explanation.closed,
            "map": explanation.map,
            "kind": explanation.kind,
            "id": explanation.id,
            "name": explanation.name,
            "number": explanation.number,
            "basis": explanation.basis,
            "value": explanation.value,
            "reason": explanation.reason,
            "coverage": explanation.coverage,
            "status": explanation.status,
            "paths": rows(json_text(_path(path)) for path in explanation.paths),
            "more": explanation.more,
            "rest": explanation.rest,
            "rest_share": explanation.rest_share,
            "totals": rows(json_text(_total(total)) for total in explanation.totals),
            "missing": rows(json_text(_missing(row)) for row in explanation.missing),
            "change": None if explanation.change is None else _change(explanation.change),
        }
    )


def _path(path: Path) -> dict[str, object]:
    return {
        "id": path.end.id,
        "share": path.share,
        "value": path.value,
        "product": path.product,
        "delay": path.delay,
        "round": path.round,
        "steps": [
            {
                "kind": step.kind,
                "id": step.id,
                "name": step.name,
                "share": step.share,
                "of_whole": step.of_whole,
                "value": step.value,
                "product": step.product,
            }
            for step in path.steps
        ],
    }


def _total(total: Total) -> dict[str, object]:
    return {
        "kind": total.kind,
        "id": total.id,
        "name": total.name,
        "share": total.share,
        "value": total.value,
        "product": total.product,
        "delay": total.delay,
    }


def _missing(row: Missing) -> dict[str, object]:
    return {
        "kind": row.kind,
        "id": row.id,
        "name": row.name,
        "of": {"kind": row.of_kind, "id": row.of_id, "name": row.of_name},
        "share": row.share,
        "coverage": row.coverage,
        "of_whole": row.of_whole,
        "reason": row.reason,
    }


def _change(change: NumberChange) -> Json:
    fields = {
        "period": str(change.period),
        "before": change.before,
        "now": change.now,
        "change": change.change,
        "coverage_before": change.coverage_before,
        "reported": change.reported,
        "moves": rows(json_text(_move(move)) for move in change.moves),
        "more": change.more,
        "rest": change.rest,
        "splits": rows(json_text(_split(split)) for split in change.splits),
    }
    return Json(json_text(fields))


def _move(move: Move) -> dict[str, object]:
    return {
        "what": move.what,
        "kind": move.kind,
        "id": move.id,
        "name": move.name,
        "change": move.change,
        "share": move.share,
        "before": move.before,
        "now": move.now,
        "by_value": move.by_value,
        "by_terms": move.by_terms,
        "terms": move.terms,
        "delay": move.delay,
        "came": move.came,
        "went": move.went,
        "added": move.added,
        "removed": move.removed,
    }


def _split(split: Split) -> dict[str, object]:
    return {
        "kind": split.kind,
        "id": split.id,
        "name": split.name,
        "before": split.before,
        "now": split.now,
        "change": split.change,
        "reach": split.reach,
        "by_data": split.by_data,
        "by_weights": split.by_weights,
        "rest": split.rest,
        "came": split.came,
        "went": split.went,
        "added": split.added,
        "removed": split.removed,
        "parts": [
            {
                "kind": part.kind,
                "id": part.id,
                "name": part.name,
                "share_before": part.share_before,
                "share": part.share_now,
                "value_before": part.value_before,
                "value": part.value_now,
                "by_value": part.by_value,
                "by_share": part.by_share,
            }
            for part in split.parts
        ],
    }
