"""Possible futures of every KPI, in its unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import inf

import numpy

from scorecard.actuals import Actuals
from scorecard.forecasted import Why
from scorecard.forecasting.choosing import Choice, choose
from scorecard.forecasting.past import Past, pasts, rhythm_of
from scorecard.inference.smoothing import after, futures, walks
from scorecard.model import Kpi, StrategyMap
from scorecard.period import Period, period_after
from scorecard.propagation.sweep_sums import Floats
from scorecard.result import Scorecard

PATHS = 1000
_LARGEST = 1e100


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Future:
    """A KPI's ``values`` in the coming periods (periods × paths); those of one that is held are all the same, of one
    without any value NaN. ``expected`` is what its model expects of each period: at a bound the mean of the paths would
    be drawn away from it."""

    past: Past
    choice: Choice
    held: bool
    values: Floats
    expected: Floats


def futures_of(
    strategy_map: StrategyMap, actuals: Actuals, card: Scorecard, periods: Sequence[Period], paths: int = PATHS
) -> dict[str, Future]:
    """``paths`` (even) possible futures of every KPI.

    Those of a KPI depend on its id and its figures only: errors are drawn by a counter-based generator whose key is
    the id, and each draw is used with both signs, so that the means are those of the model.
    """
    now = {kpi.id: kpi.value for kpi in card.kpis}
    found = pasts(strategy_map, actuals, min(card.period.end, card.as_of))
    return {
        kpi_id: _future(strategy_map, kpi_id, found[kpi_id], now[kpi_id], periods, paths)
        for kpi_id in strategy_map.kpis
    }


def _future(
    strategy_map: StrategyMap, kpi_id: str, past: Past, now: float | None, periods: Sequence[Period], paths: int
) -> Future:
    kpi, rhythm = strategy_map.kpis[kpi_id], rhythm_of(strategy_map, kpi_id)
    why = _why_held(kpi, past)
    low, high = _bounds(kpi, past)
    choice = (
        Choice(None, why, None)
        if why
        else choose(past.values, past.n, rhythm, lambda value: min(max(value, low), high))
    )
    held = why is not None or choice.why == "too-short" or past.last is None
    if held or past.last is None:
        value = now if now is not None else past.values[-1] if past.values else numpy.nan
        values = numpy.full((len(periods), paths), value)
        return Future(past=past, choice=choice, held=True, values=values, expected=values[:, 0])
    places = _places(past.last, periods)
    found = drawn(kpi_id, past.values, choice, max(places) + 1, paths)
    values = numpy.empty((len(periods), paths))
    for row, place in enumerate(places):
        values[row] = found[place] if place >= 0 else past.values[-1]
    expected = numpy.clip(values.mean(axis=1), low, high)
    return Future(past=past, choice=choice, held=False, values=numpy.clip(values, low, high), expected=expected)


def _why_held(kpi: Kpi, past: Past) -> Why | None:
    if past.last is None:
        return "undated"
    if kpi.unit == "yes-no":
        return "yes-no"
    if kpi.over is not None and kpi.over != "last-12-months":
        return "to-date"
    return "too-large" if max(map(abs, past.values)) > _LARGEST else None


def _bounds(kpi: Kpi, past: Past) -> tuple[float, float]:
    """Where values can be: what never was below 0 stays there, a percentage that never was above 100 % as well."""
    if not past.values or min(past.values) < 0:
        return -inf, inf
    return 0.0, 1.0 if kpi.unit == "%" and max(past.values) <= 1 else inf


def _places(last: Period, periods: Sequence[Period]) -> list[int]:
    """For each coming period of the map the newest figure that will be known then: how many steps after the last one,
    less 1; -1 is the last one itself, of a KPI that is measured more rarely."""
    found = []
    ahead, after_it = -1, _next(last)
    for period in periods:
        while after_it is not None and after_it.end <= period.end:
            ahead, after_it = ahead + 1, _next(after_it)
        found.append(ahead)
    return found


def _next(period: Period) -> Period | None:
    """The next period; None where the calendar ends."""
    try:
        return period_after(period)
    except (OverflowError, ValueError):
        return None


def drawn(kpi_id: str, values: Sequence[float], choice: Choice, steps: int, paths: int) -> Floats:
    """Paths of the model, or of a random walk; how far errors spread is itself only known from so many of them, so each
    path has a spread of its own (σ² · dof / χ²: the errors of a path are those of Student's t)."""
    key = int.from_bytes(sha256(kpi_id.encode()).digest()[:16], "big")
    generator = numpy.random.Generator(numpy.random.Philox(key=key))
    half = generator.standard_normal((steps, paths // 2))
    fitted = choice.fitted
    known = fitted.known if fitted else len(values) - 1
    half *= numpy.sqrt(known / generator.chisquare(known, paths // 2))
    draws = numpy.hstack([half, -half])
    if fitted is None:
        changes = numpy.diff(numpy.array(values))
        return walks(values[-1], float(numpy.sqrt(numpy.mean(changes**2))), draws)
    state, _ = after(fitted.start, values)
    return futures(state, draws * fitted.spread)
