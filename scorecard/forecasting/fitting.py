"""The model of a series: exponential smoothing fitted by statsmodels."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any, NamedTuple

import numpy

from scorecard.forecasted import Model
from scorecard.inference.smoothing import Smoothing, after
from scorecard.period import Rhythm

SEASON: Mapping[Rhythm, int] = {"month": 12, "quarter": 4, "day": 7}
"""How many periods a season has; weeks have none, because 52 of them are too many to tell from two years."""
_TREND_FROM = 10


class Fitted(NamedTuple):
    """A model with the standard deviation of its errors of one step, and from how many of them, less the parameters,
    that is ``known``."""

    model: Model
    start: Smoothing
    spread: float
    known: int


_OPTIONS: Mapping[Model, Mapping[str, object]] = {
    "level": {},
    "damped trend": {"trend": "add", "damped_trend": True},
    "level and season": {"seasonal": "add"},
}


def models_for(n: int, rhythm: Rhythm) -> tuple[Model, ...]:
    """The models that so many figures can tell: a trend from 10 on, a season from two whole years on."""
    found: list[Model] = ["level"]
    if n >= _TREND_FROM:
        found.append("damped trend")
    if rhythm in SEASON and n >= 2 * SEASON[rhythm]:
        found.append("level and season")
    return tuple(found)


def fit(values: Sequence[float], model: Model, rhythm: Rhythm) -> Fitted | None:
    """The model with the smallest sum of squared errors, None where none is found."""
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    options = dict(_OPTIONS[model])
    season = SEASON[rhythm] if model == "level and season" else 0
    if season:
        options["seasonal_periods"] = season
    # The optimiser sees every series from 0 and with steps of 1, whatever its unit is.
    series = numpy.array(values, dtype=float)
    unit = float(numpy.mean(numpy.abs(numpy.diff(series))))
    origin = float(series[0])
    try:
        with warnings.catch_warnings(), numpy.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            result: Any = ExponentialSmoothing(
                (series - origin) / unit, initialization_method="estimated", **options
            ).fit(method="SLSQP")  # as good as the default here, and not slowed down by threads
    except (ValueError, ArithmeticError, numpy.linalg.LinAlgError):
        return None
    start = _start(result.params, model, season, origin, unit)
    _, errors = after(start, values)
    known = max(len(values) - _parameters(model, season), 1)
    spread = (sum(error * error for error in errors) / known) ** 0.5
    return Fitted(model, start, spread, known) if isfinite(spread) else None


def _start(found: Mapping[str, Any], model: Model, season: int, origin: float, unit: float) -> Smoothing:
    trended = model == "damped trend"
    return Smoothing(
        alpha=float(found["smoothing_level"]),
        beta=float(found["smoothing_trend"]) if trended else 0.0,
        gamma=float(found["smoothing_seasonal"]) if season else 0.0,
        phi=float(found["damping_trend"]) if trended else 0.0,
        level=float(found["initial_level"]) * unit + origin,
        trend=float(found["initial_trend"]) * unit if trended else 0.0,
        season=tuple(float(value) * unit for value in found["initial_seasons"]) if season else (),
    )


def _parameters(model: Model, season: int) -> int:
    return {"level": 2, "damped trend": 5, "level and season": 3 + season}[model]
