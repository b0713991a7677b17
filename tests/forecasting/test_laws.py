"""The laws of forecasts: what does not change forecasts itself, futures are carried as changes are, chances add up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.api.forecast import ForecastError, forecast
from scorecard.forecasting.choosing import Choice, choose
from scorecard.forecasting.fitting import fit, models_for
from scorecard.forecasting.futures import drawn
from scorecard.forecasting.past import pasts
from scorecard.inference.smoothing import Smoothing, after, futures, means, walks
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period, period_before
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.over_time import carried, hindered, hindrances_of
from scorecard.propagation.over_time_paths import carried_paths, hindered_paths
from tests.maps import Case, cases

OIL = (446.7, 454.5, 455.7, 423.6, 456.3, 440.6, 425.3, 485.1, 506.0, 526.8, 514.3, 494.2)
AIR = (17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.60)


def test_simple_smoothing_is_that_of_the_textbook() -> None:
    """Oil production of Saudi Arabia 1996 to 2007 (Hyndman and Athanasopoulos 2014, 7.1): with alpha 0.6 and the first
    figure as level the forecast of 2008 is 501.8."""
    state, errors = after(Smoothing(0.6, 0, 0, 0, OIL[0], 0, ()), OIL)
    assert round(means(state, 3)[2], 1) == 501.8
    assert round(errors[1], 1) == 7.8


def test_a_trend_is_that_of_statsmodels() -> None:
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    state, _ = after(Smoothing(0.8, 0.2, 0, 0.9, AIR[0], 2, ()), AIR)
    theirs = ExponentialSmoothing(
        numpy.array(AIR),
        trend="add",
        damped_trend=True,
        initialization_method="known",
        initial_level=AIR[0],
        initial_trend=2,
    ).fit(smoothing_level=0.8, smoothing_trend=0.2, damping_trend=0.9, optimized=False)
    assert means(state, 9) == pytest.approx(list(theirs.forecast(9)), rel=1e-12)


def test_the_recursion_is_that_of_statsmodels() -> None:
    from statsmodels.tsa.holtwinters import ExponentialSmoothing

    draws = numpy.random.default_rng(3).normal(size=36)
    values = [float(value) for value in 50 + numpy.cumsum(draws) + numpy.tile(numpy.arange(12), 3)]
    found = fit(values, "level and season", "month")
    assert found is not None
    start = found.start
    theirs = ExponentialSmoothing(
        numpy.array(values),
        seasonal="add",
        seasonal_periods=12,
        initialization_method="known",
        initial_level=start.level,
        initial_seasonal=start.season,
    ).fit(smoothing_level=start.alpha, smoothing_seasonal=start.gamma, optimized=False)
    state, errors = after(start, values)
    assert means(state, 14) == pytest.approx(list(theirs.forecast(14)), rel=1e-9)
    assert errors == pytest.approx(list(theirs.resid), abs=1e-9)


def test_futures_without_errors_are_the_means() -> None:
    state = Smoothing(0.5, 0.3, 0.2, 0.9, 10, 2, (1.0, -1.0))
    assert futures(state, numpy.zeros((5, 2)))[:, 0] == pytest.approx(means(state, 5), rel=1e-12)


def test_the_spread_of_a_level_is_that_of_its_formula() -> None:
    """σ²·(1 + (h − 1)·α²), Hyndman and others 2008, table 6.2."""
    draws = numpy.random.default_rng(1).standard_normal((4, 200_000))
    found = futures(Smoothing(0.5, 0, 0, 0, 10, 0, ()), 2 * draws).var(axis=1)
    assert found == pytest.approx([4 * (1 + (h - 1) * 0.25) for h in (1, 2, 3, 4)], rel=0.02)
    assert walks(7, 2, draws).var(axis=1) == pytest.approx([4, 8, 12, 16], rel=0.02)


@given(case=cases(), seed=st.integers(0, 1000))
@settings(max_examples=25, deadline=None)
def test_paths_are_carried_as_changes_are(case: Case, seed: int) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    card = scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)
    system, draws = outlook_system(card), numpy.random.default_rng(seed)
    changes = {kpi.id: draws.normal(size=(6, 2)) for kpi in card.kpis}
    found = carried_paths(system, changes, (6, 2))
    pulled = hindered_paths(system, found, hindrances_of(card), (6, 2))
    for path in (0, 1):
        steps = carried(system, [{kpi: float(one[time, path]) for kpi, one in changes.items()} for time in range(6)])
        taken = hindered(system, steps, hindrances_of(card))
        for time in range(6):
            for goal, row in found.items():
                assert row[time, path] == pytest.approx(steps[time][goal], abs=1e-12)
                assert pulled[goal][time, path] == pytest.approx(taken[time][goal], abs=1e-12)


MAP: dict[str, Any] = {
    "name": "Two goals",
    "as_of": date(2026, 10, 31),
    "goals": {
        "profit": {"perspective": "financial", "lagging": ["margin"], "driven_by": [{"service": {"delay": 2}}]},
        "service": {"perspective": "customer", "lagging": ["quick"]},
    },
    "kpis": {
        "margin": {"unit": "count", "worst": 0, "best": 100},
        "quick": {"unit": "count", "worst": 0, "best": 100},
    },
}
OCTOBER = parse_period("2026-10")


def actuals(**series: list[float | None]) -> Actuals:
    figures: dict[FigureKey, Figure] = {}
    for kpi, values in series.items():
        for back, value in enumerate(reversed(values)):
            if value is not None:
                when: Period = period_before(OCTOBER, back)
                figures[kpi, when, ()] = Figure(value=value, end=when.end)
    return Actuals(figures=figures)


@pytest.fixture
def forecast_of(monkeypatch: pytest.MonkeyPatch) -> Any:
    def told(periods: int = 4, **series: list[float | None]) -> Any:
        monkeypatch.setattr("scorecard.api.forecast.actuals_of", lambda *_, **__: actuals(**series))
        return forecast(StrategyMap.model_validate(MAP), date(2026, 10, 31), periods=periods)

    return told


def test_what_never_changed_forecasts_itself(forecast_of: Any) -> None:
    found = forecast_of(margin=[60.0] * 20, quick=[90.0] * 20)
    for kpi, value in zip(found.kpis, (60, 90), strict=True):
        assert (kpi.method, kpi.why) == ("naive", "constant")
        assert [one.mean for one in kpi.values] == [value] * 4
        assert {one.low for one in kpi.values} == {None}
    for one in (one for one in found.outlooks if one.start is not None):
        assert [estimate.mean for estimate in one.estimates] == pytest.approx([one.start] * 4, abs=1e-12)


def test_a_change_arrives_after_the_delay(forecast_of: Any) -> None:
    """Service grows by 2 a month; the goal it drives receives half of that two months later."""
    found = forecast_of(margin=[60.0] * 20, quick=[40.0 + 2 * time for time in range(20)])
    quick = next(kpi for kpi in found.kpis if kpi.id == "quick")
    assert (quick.method, quick.model, quick.n, str(quick.first)) == ("smoothing", "damped trend", 20, "2025-03")
    assert quick.backtest.error < quick.backtest.naive_error
    profit = next(one for one in found.outlooks if one.id == "profit")
    moved = [one.mean - profit.start for one in profit.estimates]
    assert moved[:2] == pytest.approx([0, 0], abs=1e-9)
    assert moved[2] == pytest.approx((quick.performances[0].mean - quick.performance) / 2, abs=1e-9)


def test_chances_and_intervals(forecast_of: Any) -> None:
    draws = numpy.random.default_rng(5).normal(0, 9, 24)
    found = forecast_of(margin=[70 + float(draw) for draw in draws], quick=[75 - float(draw) for draw in draws])
    for one in (one for one in found.outlooks if one.start is not None):
        for estimate, chances in zip(one.estimates, one.chances, strict=True):
            assert sum(chances.values()) == pytest.approx(1, abs=1e-12)
            assert all(0 <= chance <= 1 for chance in chances.values())
            assert estimate.low < estimate.mean < estimate.high
        first = next(
            (when for when, own in zip(found.periods, one.chances, strict=True) if own["on-track"] >= 0.5), None
        )
        assert one.likely_from == first


@pytest.mark.parametrize(
    ("values", "method", "why", "n", "gaps"),
    [
        ([5.0], "held", "too-short", 1, 0),
        ([5.0, 6.0], "held", "too-short", 2, 0),
        ([5.0, 6.0, 8.0], "naive", "short", 3, 0),
        ([5.0, 6.0, None, None, 8.0], "naive", "short", 3, 2),
        ([1e150, 2e150, 3e150], "held", "too-large", 3, 0),
        ([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0], "naive", "failed", 9, 0),
    ],
)
def test_short_histories_say_so(
    forecast_of: Any, values: list[float | None], method: str, why: str, n: int, gaps: int
) -> None:
    margin = forecast_of(margin=values, quick=[90.0] * 20).kpis[0]
    assert (margin.method, margin.why, margin.n, margin.gaps) == (method, why, n, gaps)
    assert (margin.values[0].low is None) == (method == "held")


def test_another_unit_is_the_same_forecast() -> None:
    values = [float(value) for value in numpy.cumsum(numpy.random.default_rng(8).normal(0.4, 1, size=24))]
    one = fit(values, "damped trend", "month")
    other = fit([1000 * value + 5e6 for value in values], "damped trend", "month")
    assert one is not None
    assert other is not None
    assert other.spread == pytest.approx(1000 * one.spread, rel=1e-4)
    ahead = means(after(one.start, values)[0], 6)
    there = means(after(other.start, [1000 * value + 5e6 for value in values])[0], 6)
    assert there == pytest.approx([1000 * value + 5e6 for value in ahead], abs=1)


def test_a_running_period_does_not_count() -> None:
    found = pasts(StrategyMap.model_validate(MAP), actuals(margin=[1.0, 2.0, 3.0]), date(2026, 10, 30))
    assert found["margin"].values == (1, 2)


def test_the_calendar_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.api.forecast.actuals_of", lambda *_, **__: Actuals(figures={}))
    with pytest.raises(ForecastError, match="the calendar ends before 3 periods after"):
        forecast(StrategyMap.model_validate(MAP), date(9999, 11, 30), periods=3)


@pytest.mark.parametrize(("periods", "paths"), [(0, 1000), (6, 7), (6, 0)])
def test_numbers_that_make_no_sense(periods: int, paths: int) -> None:
    with pytest.raises(ValueError, match="even number of paths"):
        forecast(StrategyMap.model_validate(MAP), date(2026, 10, 31), periods=periods, paths=paths)


def test_intervals_hold_about_what_they_say() -> None:
    """Of 200 random walks of 24 figures the next one lies in the interval in 7 to 9 of 10."""
    hits = 0
    for seed in range(200):
        walk = [float(value) for value in numpy.cumsum(numpy.random.default_rng(seed).normal(size=25))]
        paths = drawn(f"walk-{seed}", walk[:24], Choice(None, "no-better", None), 1, 1000)
        low, high = numpy.quantile(paths[0], [0.1, 0.9])
        hits += int(low <= walk[24] <= high)
    assert 140 <= hits <= 180


def test_what_was_never_below_zero_stays_there(forecast_of: Any) -> None:
    found = forecast_of(margin=[1.0, 9.0, 0.0, 7.0, 1.0], quick=[90.0] * 20)
    assert all(one.low >= 0 for one in found.kpis[0].values)


def test_figures_before_a_break_do_not_count() -> None:
    data = {**MAP, "kpis": {**MAP["kpis"], "margin": {**MAP["kpis"]["margin"], "breaks": {"2026-05": "new count"}}}}
    found = pasts(StrategyMap.model_validate(data), actuals(margin=[float(n) for n in range(20)]), OCTOBER.end)
    assert found["margin"].values == (14, 15, 16, 17, 18, 19)


def test_a_season_asks_for_two_years() -> None:
    assert models_for(23, "month") == ("level", "damped trend")
    assert models_for(24, "month") == ("level", "damped trend", "level and season")
    assert models_for(9, "quarter") == ("level", "level and season")
    assert models_for(500, "week") == ("level", "damped trend")


def test_smoothing_that_errs_more_is_not_used() -> None:
    walk = [float(value) for value in numpy.cumsum(numpy.random.default_rng(2).normal(size=40))]
    found = choose(walk, len(walk), "week", lambda value: value)
    assert found.backtest is not None
    assert (found.fitted is None) == (found.backtest.error >= 0.99 * found.backtest.naive_error)


def test_nothing_to_forecast_from_is_the_status() -> None:
    from scorecard import load
    from tests.cli.commands import ROOT

    strategy_map = load(ROOT / "maps/subscription-loop.yaml")
    found = forecast(strategy_map, date(2026, 10, 31), folder=Path())
    assert {kpi.method for kpi in found.kpis} == {"held"}
