"""Where the numbers of a map are expected to go when its KPIs go on as they did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period, Rhythm
from scorecard.result import Limits, Status

Method: TypeAlias = Literal["smoothing", "naive", "held"]
"""Exponential smoothing; the last value, uncertain by the changes so far; or the last value without an interval."""
Model: TypeAlias = Literal["level", "damped trend", "level and season"]
Why: TypeAlias = Literal[
    "undated", "yes-no", "to-date", "too-short", "short", "constant", "no-better", "failed", "too-large"
]
"""Why a KPI is not smoothed: no figure has a date, it is yes or no, it grows from the beginning of a year or quarter,
it has fewer than 3 figures, or fewer than 8, it never changed, smoothing erred more, it found no fit, or its figures
are too large to reckon with."""
ItemKind: TypeAlias = Literal["goal", "perspective", "index"]


class Estimate(NamedTuple):
    """What is expected, and the interval in which it lies with a chance of 80 %; None where none can be told."""

    mean: float
    low: float | None
    high: float | None


class Backtest(NamedTuple):
    """How far off forecasts of the last ``origins`` periods would have been, the figures after each being hidden.

    The two errors are mean absolute ones in the KPI's unit, over one and more periods ahead. ``scale`` is the mean
    absolute change from one figure to the next before those periods: error ÷ scale is the MASE, below 1 for a forecast
    that errs less than a step.
    """

    origins: int
    error: float
    naive_error: float
    scale: float

    @property
    def mase(self) -> float:
        """The error in usual steps."""
        return self.error / self.scale

    @property
    def naive_mase(self) -> float:
        """The naive error in usual steps."""
        return self.naive_error / self.scale


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiForecast:
    """A KPI's next periods.

    ``n`` figures stand behind it, from ``first`` to ``last``; ``gaps`` periods between them had none and were bridged
    by a straight line. ``values`` are in its unit, ``performances`` fractions on the scale in force in each period,
    None where it is not scored then; a sum that grows from the beginning of a year has no values, its performance is
    held. ``counts`` says whether it is part of an outlook now. ``past`` are its newest values in the map's periods.
    """

    id: str
    name: str
    unit: str | None
    limits: Limits
    method: Method
    model: Model | None
    why: Why | None
    n: int
    first: Period | None
    last: Period | None
    gaps: int
    value: float | None
    performance: float | None
    past: tuple[float | None, ...]
    values: tuple[Estimate, ...]
    performances: tuple[Estimate | None, ...]
    backtest: Backtest | None
    counts: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlookForecast:
    """The outlook of a goal, a perspective or the index in the coming periods.

    ``start`` is the outlook now, ``estimates`` are not clamped. ``chances`` hold the chance of each status in each
    period (they sum to 1; too little coverage is no data). ``expected_from`` is the first period whose mean is on
    track, ``likely_from`` the first in which on track has a chance of 50 % or more. ``kpis`` are the ids of those that
    bear on it.
    """

    kind: ItemKind
    id: str
    name: str
    limits: Limits
    coverage: float
    start: float | None
    status: Status
    past: tuple[float | None, ...]
    estimates: tuple[Estimate, ...]
    statuses: tuple[Status, ...]
    chances: tuple[Mapping[Status, float], ...]
    expected_from: Period | None
    likely_from: Period | None
    kpis: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast:
    """The coming ``periods`` of a map; ``scored`` is the period that all begins from.

    ``paths`` is how many possible futures were drawn of each KPI, one KPI independently of the other. ``mase`` and
    ``naive_mase`` are the means over all KPIs with a backtest.
    """

    map: str
    currency: str | None
    as_of: date
    rhythm: Rhythm
    scored: Period
    periods: tuple[Period, ...]
    paths: int
    kpis: tuple[KpiForecast, ...]
    outlooks: tuple[OutlookForecast, ...]
    backtests: int
    mase: float | None
    naive_mase: float | None
