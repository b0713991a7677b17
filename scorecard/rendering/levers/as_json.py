"""Levers and total effects as JSON."""

from __future__ import annotations

from scorecard.lever import Lever, Levers, TotalEffects
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.result import Scorecard

SCHEMA_VERSION = 1


def levers_json(found: Levers, *, tool_version: str) -> str:
    """Everything: fractions, values in the KPI's unit, null where there is no data."""
    return document(
        {
            **_head(found.card, tool_version),
            "of": {"kind": found.kind, "id": found.id, "name": found.name},
            "outlook": found.outlook,
            "outlook_coverage": found.coverage,
            "outlook_status": found.outlook_status,
            "performance": found.performance,
            "performance_coverage": found.performance_coverage,
            "status": found.status,
            "at_risk": found.limits.at_risk,
            "on_track": found.limits.on_track,
            "levers": rows(json_text(_lever(lever)) for lever in found.levers),
            "no_data": [{"kpi": kpi.id, "name": kpi.name, "reason": kpi.reason} for kpi in found.silent],
            "hindrances": [one._asdict() for one in found.hindrances],
            "budget_without_kpi": found.unnamed,
        }
    )


def _head(card: Scorecard, tool_version: str) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": tool_version,
        "as_of": card.as_of,
        "period": str(card.period),
        "closed": card.closed,
        "map": card.map.name,
        "currency": card.map.currency,
    }


def _lever(lever: Lever) -> dict[str, object]:
    money = lever.money
    return {
        "kpi": lever.id,
        "name": lever.name,
        "unit": lever.unit,
        "status": lever.status,
        "value": lever.value,
        "performance": lever.performance,
        "share": lever.share,
        "better": None if lever.better is None else "higher" if lever.better > 0 else "lower",
        "slope": lever.slope,
        "reach": lever.reach,
        "gain": lever.gain,
        "turn": None if lever.turn is None else lever.turn._asdict(),
        "result_share": lever.result_share,
        "result_gain": lever.result_gain,
        "budget": None if money is None else money.budget,
        "gain_per_1000": None if money is None else money.per_1000,
        "initiatives": () if money is None else money.initiatives,
        "goals": lever.goals,
    }


def total_effects_json(found: TotalEffects, *, tool_version: str) -> str:
    """The matrix by effect and cause."""
    return document(
        {
            **_head(found.card, tool_version),
            "goals": found.goals,
            "effects": rows(
                json_text({"effect": goal, "by_cause": dict(zip(found.goals, effects, strict=True))})
                for goal, effects in zip(found.goals, found.rows, strict=True)
            ),
        }
    )
