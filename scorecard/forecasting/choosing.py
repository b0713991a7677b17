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

    The model is chosen without the last periods (6 at most, a third at most) by AICc, forecasts these from each of
    them as if the rest were not known, and must err less there than the naive forecast by 1 % at least; then it is
    fitted to all.
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
    trial = fit(known, models_for(len(known), rhythm), rhythm)
    if trial is None:
        return Choice(None, "failed", None)
    error, naive_error = _errors(trial, values, origins, bounded)
    backtest = Backtest(origins, error, naive_error, sum(steps) / len(steps))
    if error >= _BETTER * naive_error:
        return Choice(None, "no-better", backtest)
    fitted = fit(values, (trial.model,), rhythm)
    return Choice(fitted, None if fitted else "failed", backtest)


def _errors(
    trial: Fitted, values: Sequence[float], origins: int, bounded: Callable[[float], float]
) -> tuple[float, float]:
    """The mean absolute errors of a model and of the last value, from each origin to the end."""
    own, naive = [], []
    for ahead in range(origins, 0, -1):
        known, coming = values[:-ahead], values[-ahead:]
        state, _ = after(trial.start, known)
        for expected, value in zip(means(state, ahead), coming, strict=True):
            own.append(abs(value - bounded(expected)))
            naive.append(abs(value - known[-1]))
    return sum(own) / len(own), sum(naive) / len(naive)
