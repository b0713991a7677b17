"""Exponential smoothing with additive errors: the recursion, and what may come after the last figure.

With level l, trend b, season s of m periods and the error of one step e (Hyndman, Koehler, Ord and Snyder 2008,
"Forecasting with Exponential Smoothing", chapter 2):

``y = l + φ·b + s + e`` · ``l' = l + φ·b + α·e`` · ``b' = φ·b + α·β·e`` · ``s' = s + γ·e``
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy
import numpy.typing

Floats: TypeAlias = numpy.typing.NDArray[numpy.float64]


class Smoothing(NamedTuple):
    """The parameters: ``alpha``, ``beta`` and ``gamma`` from 0 to 1, the damping ``phi`` from 0 to 1, and the state
    before the first figure; ``season`` is empty without one, else its next m values. Without a trend beta, phi and
    trend are 0."""

    alpha: float
    beta: float
    gamma: float
    phi: float
    level: float
    trend: float
    season: tuple[float, ...]


def step(model: Smoothing, value: float) -> tuple[Smoothing, float]:
    """The state after a figure, and the error of the forecast of it."""
    pulled = model.level + model.phi * model.trend
    error = value - pulled - (model.season[0] if model.season else 0.0)
    return model._replace(
        level=pulled + model.alpha * error,
        trend=model.phi * model.trend + model.alpha * model.beta * error,
        season=(*model.season[1:], model.season[0] + model.gamma * error) if model.season else (),
    ), error


def after(model: Smoothing, values: Sequence[float]) -> tuple[Smoothing, list[float]]:
    """The state after all figures, and the error of each step."""
    errors = []
    for value in values:
        model, error = step(model, value)
        errors.append(error)
    return model, errors


def means(model: Smoothing, steps: int) -> list[float]:
    """What is expected 1, 2 … ``steps`` periods after the state."""
    found = []
    for _ in range(steps):
        expected = model.level + model.phi * model.trend + (model.season[0] if model.season else 0.0)
        found.append(expected)
        model, _ = step(model, expected)
    return found


def futures(model: Smoothing, errors: Floats) -> Floats:
    """Possible futures (steps × paths), moved by errors of one step (of the same shape)."""
    paths = errors.shape[1]
    level, trend = numpy.full(paths, model.level), numpy.full(paths, model.trend)
    season = [numpy.full(paths, value) for value in model.season]
    found = numpy.empty(errors.shape)
    for time, error in enumerate(errors):
        level = level + model.phi * trend
        found[time] = level + error
        if season:
            found[time] += season[0]
            season = [*season[1:], season[0] + model.gamma * error]
        level = level + model.alpha * error
        trend = model.phi * trend + model.alpha * model.beta * error
    return found


def walks(value: float, spread: float, draws: Floats) -> Floats:
    """Possible futures of a random walk from ``value`` whose steps have the standard deviation ``spread``."""
    return value + spread * numpy.cumsum(draws, axis=0)
