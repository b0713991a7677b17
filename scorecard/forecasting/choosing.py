"""How a series is forecast: smoothing where it erred less than the naive forecast in a backtest, else naively."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from scorecard.forecasted import Backtest, Why
from scorecard.forecasting.fitting import Fitted, fit, models_for
from scorecard.inference.smoothing import after, means
from scorecard.period import Rhythm

SMOOTHED_FROM = 8
NAIVE_FROM = 3
_ORIGINS = 6
_BETTER = 0.99
"""Smoothing must err less than the naive forecast by 1 % at least: a tie is no reason."""


class Choice(NamedTuple):
    """``fitted`` None: naive, or with fewer than 3 figures held; ``why`` says so."""

    fitted: Fitted | None
    why: Why | None
    backtest: Backtest | None


def choose(values: Sequence[float], n: int, rhythm: Rhythm, bounded: Callable[[float], float]) -> Choice:
    """The way to forecast a series of which ``n`` figures were measured; ``bounded`` keeps a value where it can be.

    Every model is fitted without the last periods (6 at most, a third at most) and forecasts these from each of them as
    if the rest were not known. The one with the smallest error is taken where that is smaller than the naive one by 1 %
    at least, and is fitted anew to all figures. (AICc instead of the smallest error chose worse: so few figures rarely
    pay for a trend, and then what grows steadily was forecast to stand still.)
    """
    if n < SMOOTHED_FROM:
        return Choice(None, "too-short" if n < NAIVE_FROM else "short", None)
    if min(values) == max(values):
        return Choice(None, "constant", None)
    origins = min(_ORIGINS, len(values) // 3)
    known = values[:-origins]
    steps = [abs(now - before) for before, now in pairwise(known)]
    if not any(steps):
        return Choice(None, "failed", None)
    trials = [trial for model in models_for(len(known), rhythm) if (trial := fit(known, model, rhythm))]
    if not trials:
        return Choice(None, "failed", None)
    errors = [_error(_expected(trial, values, origins), values, origins, bounded) for trial in trials]
    naive = _error([[values[-ahead - 1]] * ahead for ahead in range(origins, 0, -1)], values, origins, bounded)
    error = min(errors)
    backtest = Backtest(origins, error, naive, sum(steps) / len(steps))
    if error >= _BETTER * naive:
        return Choice(None, "no-better", backtest)
    fitted = fit(values, trials[errors.index(error)].model, rhythm)
    return Choice(fitted, None if fitted else "failed", backtest)


def _expected(trial: Fitted, values: Sequence[float], origins: int) -> list[list[float]]:
    """What a model forecasts from each origin to the end."""
    return [means(after(trial.start, values[:-ahead])[0], ahead) for ahead in range(origins, 0, -1)]


def _error(
    expected: Sequence[Sequence[float]], values: Sequence[float], origins: int, bounded: Callable[[float], float]
) -> float:
    """The mean absolute error of forecasts from each origin to the end."""
    gaps = [
        abs(value - bounded(one))
        for ahead, row in zip(range(origins, 0, -1), expected, strict=True)
        for one, value in zip(row, values[-ahead:], strict=True)
    ]
    return sum(gaps) / len(gaps)
