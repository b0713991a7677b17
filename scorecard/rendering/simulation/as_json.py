"""Scenarios as JSON."""

from __future__ import annotations

from scorecard.distribution import QUANTILES, Distribution, OutlookDistribution
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.scenario import Expectation, Scenario
from scorecard.simulation import KpiMove, Move, Outcome, Path, ScoreMove, Simulation, Verdict

SCHEMA_VERSION = 1


def simulation_json(simulation: Simulation, *, tool_version: str) -> str:
    """Everything, also what is as before: fractions, values in the KPI's unit, null where there is no data."""
    card = simulation.before
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": card.as_of,
            "period": str(card.period),
            "closed": card.closed,
            "map": card.map.name,
            "currency": card.map.currency,
            "periods": [str(period) for period in simulation.periods],
            "scenarios": rows(json_text(_outcome(outcome)) for outcome in simulation.outcomes),
        }
    )


def _outcome(outcome: Outcome) -> dict[str, object]:
    by_kind = {
        kind: [score for score in outcome.scores if score.kind == kind] for kind in ("goal", "perspective", "index")
    }
    return {
        **_scenario(outcome.scenario),
        "as_expected": all(verdict.met for verdict in outcome.verdicts),
        "expectations": [_verdict(verdict) for verdict in outcome.verdicts],
        "kpis": [_kpi(kpi) for kpi in outcome.kpis],
        "goals": [_score(score) for score in by_kind["goal"]],
        "perspectives": [_score(score) for score in by_kind["perspective"]],
        "index": _score(by_kind["index"][0]),
        "reshared": outcome.reshared,
        "unmoved": outcome.unmoved,
        "hindrances": [
            {"cause": one.cause, "effect": one.effect, "change": one.change, "taken": one.taken}
            for one in outcome.hindrances
        ],
        "paths": [_path(path) for path in outcome.paths],
        "distribution": _distribution(outcome.distribution) if outcome.distribution else None,
    }


def _scenario(scenario: Scenario) -> dict[str, object]:
    return {
        "name": scenario.name,
        "description": scenario.description,
        "path": scenario.path or None,
        "set": [
            {
                "kpi": setting.kpi,
                "steps": [
                    {"since": str(step.since) if step.since else None, "written": step.written}
                    for step in setting.steps
                ],
            }
            for setting in scenario.settings
        ],
        "drop_links": [{"cause": link.cause, "effect": link.effect} for link in scenario.dropped],
        "uncertain": [{"kpi": one.kpi, "written": one.written} for one in scenario.uncertain],
        "weights": [{"kind": one.kind, "id": one.id, "of": one.of, "weight": one.weight} for one in scenario.weights],
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    expected: Expectation = verdict.expectation
    return {
        "kind": expected.kind,
        "id": expected.id,
        "number": expected.number,
        "sign": expected.sign,
        "limit": expected.limit,
        "written": expected.written,
        "line": expected.at.line if expected.at else None,
        "column": expected.at.column if expected.at else None,
        "actual": verdict.actual,
        "met": verdict.met,
    }


def _move(move: Move) -> dict[str, object]:
    return {"before": move.before, "after": move.after, "change": move.change}


def _kpi(kpi: KpiMove) -> dict[str, object]:
    return {
        "id": kpi.id,
        "name": kpi.name,
        "unit": kpi.unit,
        "why": kpi.why,
        "written": kpi.written or None,
        "value": _move(kpi.value),
        "performance": _move(kpi.performance),
        "status_before": kpi.status_before,
        "status_after": kpi.status_after,
    }


def _score(score: ScoreMove) -> dict[str, object]:
    found: dict[str, object] = {
        "id": score.id,
        "name": score.name,
        "performance": _move(score.performance),
        "performance_coverage": score.performance_coverage,
        "lagging": _move(score.lagging),
        "leading": _move(score.leading),
        "outlook": _move(score.outlook),
        "outlook_coverage": score.coverage,
        "status_before": score.status_before,
        "status_after": score.status_after,
    }
    if score.kind == "goal":
        found["outlook_status_before"] = score.outlook_status_before
        found["outlook_status_after"] = score.outlook_status_after
        found["hindered"] = score.hindered
    return found


def _distribution(found: Distribution) -> dict[str, object]:
    return {
        "draws": found.draws,
        "seed": found.seed,
        "error": found.error,
        "asked_correlated": found.asked_correlated,
        "correlated_changes": found.correlated,
        "quantiles": QUANTILES,
        "kpis": [
            {
                "id": one.id,
                "name": one.name,
                "unit": one.unit,
                "written": one.written,
                "spread": one.spread,
                "middle": one.middle,
                "deviation": one.deviation,
                "low": one.low,
                "high": one.high,
                "changes": one.changes if one.spread == "history" else None,
                "performance": one.performance,
            }
            for one in found.kpis
        ],
        "certain": [{"kpi": kpi, "reason": reason} for kpi, reason in found.certain],
        "left": found.left,
        "outlooks": [_outlook(one) for one in found.outlooks],
    }


def _outlook(one: OutlookDistribution) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "name": one.name,
        "law": one.law,
        "outlook": one.now,
        "mean": one.mean,
        "deviation": one.deviation,
        "quantiles": one.quantiles or None,
        "chances": dict(one.chances),
        "shape": one.shape or None,
        "outlook_coverage": one.coverage,
    }


def _path(path: Path) -> dict[str, object]:
    return {
        "kind": path.kind,
        "id": path.id,
        "name": path.name,
        "start": path.start,
        "outlook": path.values,
        "outlook_status": path.statuses,
        "outlook_coverage": path.coverage,
        "was_on_track": path.was_on_track,
        "on_track_from": str(path.on_track_from) if path.on_track_from else None,
        "worse_first": path.worse_first,
        "lowest": str(path.lowest) if path.lowest else None,
    }
