"""A forecast as JSON."""

from __future__ import annotations

from scorecard.forecasted import Estimate, Forecast, KpiForecast, OutlookForecast
from scorecard.rendering.json_text import document, json_text, rows

SCHEMA_VERSION = 1


def forecast_json(forecast: Forecast, *, tool_version: str) -> str:
    """Everything: fractions, values in the KPI's unit, null where there is none, not clamped."""
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "tool_version": tool_version,
            "as_of": forecast.as_of,
            "period": str(forecast.scored),
            "map": forecast.map,
            "currency": forecast.currency,
            "periods": [str(period) for period in forecast.periods],
            "paths": forecast.paths,
            "interval": 0.8,
            "backtest": {
                "kpis": forecast.backtests,
                "mase": forecast.mase,
                "naive_mase": forecast.naive_mase,
            },
            "outlooks": rows(json_text(_outlook(one)) for one in forecast.outlooks),
            "kpis": rows(json_text(_kpi(one)) for one in forecast.kpis),
        }
    )


def _estimate(one: Estimate | None) -> dict[str, object] | None:
    return None if one is None else {"mean": one.mean, "low": one.low, "high": one.high}


def _outlook(one: OutlookForecast) -> dict[str, object]:
    return {
        "kind": one.kind,
        "id": one.id,
        "name": one.name,
        "start": one.start,
        "outlook_status": one.status,
        "outlook_coverage": one.coverage,
        "reason": None if one.estimates else "no-data",
        "outlook": [_estimate(estimate) for estimate in one.estimates],
        "statuses": one.statuses,
        "chances": [dict(chances) for chances in one.chances],
        "expected_from": str(one.expected_from) if one.expected_from else None,
        "likely_from": str(one.likely_from) if one.likely_from else None,
        "kpis": one.kpis,
    }


def _kpi(one: KpiForecast) -> dict[str, object]:
    test = one.backtest
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit,
        "method": one.method,
        "model": one.model,
        "why": one.why,
        "n": one.n,
        "gaps": one.gaps,
        "first": str(one.first) if one.first else None,
        "last": str(one.last) if one.last else None,
        "value": one.value,
        "performance": one.performance,
        "counts": one.counts,
        "values": [_estimate(estimate) for estimate in one.values],
        "performances": [_estimate(estimate) for estimate in one.performances],
        "backtest": None
        if test is None
        else {
            "origins": test.origins,
            "error": test.error,
            "naive_error": test.naive_error,
            "mase": test.mase,
            "naive_mase": test.naive_mase,
        },
    }
