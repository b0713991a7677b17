"""The history as one JSON document: one series on each line, raw fractions, null with a reason for no data."""

from __future__ import annotations

from scorecard.history import History, Series
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.rendering.status.as_json import restated_json

SCHEMA_VERSION = 1


def history_json(history: History, *, tool_version: str) -> str:
    """``values``, ``statuses`` and ``reasons`` of a series have an entry for each of the ``periods``, oldest first.

    ``closed`` says that a period is over, as in a review, ``reported`` that its numbers were read from its closed
    file.
    """
    periods = zip(history.periods, history.over, history.reported, strict=True)
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": history.as_of,
            "map": history.map,
            "currency": history.currency,
            "rhythm": history.rhythm,
            "scored": str(history.scored),
            "periods": rows(
                json_text({"period": str(period), "closed": over, "reported": reported})
                for period, over, reported in periods
            ),
            "series": rows(json_text(_series(series)) for series in history.series),
            "events": [{"period": str(when), "text": text} for when, text in history.events],
            "restated": restated_json(history.restated),
        }
    )


def _series(series: Series) -> dict[str, object]:
    limits = series.limits
    return {
        "kind": series.kind,
        "id": series.id,
        "name": series.name,
        "number": series.number,
        "unit": series.unit,
        "thresholds": None if limits is None else {"at_risk": limits.at_risk, "on_track": limits.on_track},
        "values": series.values,
        "statuses": series.statuses,
        "reasons": series.reasons,
        "breaks": [{"period": str(when), "text": text} for when, text in series.breaks],
    }
