"""The evidence as one JSON document: one arrow on each line, raw numbers, null with a reason for what is not known."""

from __future__ import annotations

from scorecard.arrow_evidence import ArrowEvidence, Evidence
from scorecard.rendering.evidence.sentences import sentence
from scorecard.rendering.json_text import document, json_text, rows

SCHEMA_VERSION = 1


def evidence_json(found: Evidence, *, tool_version: str) -> str:
    """``r``, ``low`` and ``high`` lie between −1 and 1, ``p``, ``q`` and ``power`` between 0 and 1, delays are in
    periods of the map."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": found.as_of,
            "map": found.map,
            "rhythm": found.rhythm,
            "alpha": found.alpha,
            "arrows": rows(json_text(_arrow(arrow, found)) for arrow in found.arrows),
        }
    )


def _arrow(arrow: ArrowEvidence, found: Evidence) -> dict[str, object]:
    return {
        "kind": arrow.kind,
        "cause": arrow.cause,
        "cause_name": arrow.cause_name,
        "effect": arrow.effect,
        "effect_name": arrow.effect_name,
        "delay": arrow.delay,
        "verdict": arrow.verdict,
        "reason": arrow.why,
        "periods": arrow.periods,
        "first": None if arrow.first is None else str(arrow.first),
        "last": None if arrow.last is None else str(arrow.last),
        "n": arrow.n,
        "seen_delay": arrow.seen_delay,
        "r": arrow.r,
        "low": arrow.low,
        "high": arrow.high,
        "p": arrow.p,
        "q": arrow.q,
        "power": arrow.power,
        "granger_f": arrow.granger_f,
        "granger_p": arrow.granger_p,
        "delays": [{"delay": at.delay, "r": at.r, "p": at.p} for at in arrow.delays],
        "sentence": sentence(arrow, found.rhythm),
    }
