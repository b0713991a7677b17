"""A forecast as CSV: a row for each coming period of each outlook and each KPI."""

from __future__ import annotations

from scorecard.forecasted import Estimate, Forecast, KpiForecast, OutlookForecast
from scorecard.rendering.csv_table import Field, csv_table

_ENDS = ("", "_low", "_high")
COLUMNS = (
    *("as_of", "scored", "kind", "id", "name", "period", "unit"),
    *(f"{number}{end}" for number in ("value", "performance", "outlook") for end in _ENDS),
    *("outlook_status", "outlook_coverage", "on_track_chance", "at_risk_chance", "off_track_chance"),
    *("method", "model", "why", "n", "error", "naive_error"),
)
_NONE: tuple[Field, ...] = (None, None, None)


def forecast_csv(forecast: Forecast) -> str:
    """Fractions, values in the KPI's unit, what is unknown as an empty field."""
    when: tuple[Field, ...] = (forecast.as_of, str(forecast.scored))
    found = [(*when, *row) for one in forecast.outlooks for row in _outlook(forecast, one)]
    found += [(*when, *row) for one in forecast.kpis for row in _kpi(forecast, one)]
    return csv_table(COLUMNS, found)


def _estimate(one: Estimate | None) -> tuple[Field, ...]:
    return _NONE if one is None else (one.mean, one.low, one.high)


def _outlook(forecast: Forecast, one: OutlookForecast) -> list[tuple[Field, ...]]:
    return [
        (
            *(one.kind, one.id, one.name, str(period), None, *_NONE, *_NONE, *_estimate(estimate)),
            *(status, one.coverage, chances["on-track"], chances["at-risk"], chances["off-track"]),
            *(None,) * 6,
        )
        for period, estimate, status, chances in zip(
            forecast.periods, one.estimates, one.statuses, one.chances, strict=False
        )
    ]


def _kpi(forecast: Forecast, one: KpiForecast) -> list[tuple[Field, ...]]:
    values = one.values or (None,) * len(forecast.periods)
    test = one.backtest
    errors: tuple[Field, ...] = (test.error, test.naive_error) if test else (None, None)
    return [
        (
            *("kpi", one.id, one.name, str(period), one.unit, *_estimate(value), *_estimate(performance), *_NONE),
            *(None,) * 5,
            *(one.method, one.model, one.why, one.n, *errors),
        )
        for period, value, performance in zip(forecast.periods, values, one.performances, strict=True)
    ]
