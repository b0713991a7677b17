"""A judgement of influence as JSON."""

from __future__ import annotations

from scorecard.influence import Influence
from scorecard.rendering.json_text import document, json_text, rows

SCHEMA_VERSION = 1


def influence_json(found: Influence, *, tool_version: str) -> str:
    """Everything, unrounded."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "map": found.map,
            "experts": found.experts,
            "scale": found.scale,
            "threshold": found.threshold,
            "goals": rows(json_text(one._asdict()) for one in found.standings),
            "direct": rows(json_text(row) for row in found.direct),
            "total": rows(json_text(row) for row in found.total),
            "arrows": rows(json_text(one._asdict()) for one in found.proposals),
            "no_arrow": rows(json_text(one._asdict()) for one in found.unseen),
            "not_judged": found.outside,
        }
    )
