"""Where the numbers of a map are expected to go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from itertools import accumulate, repeat
from pathlib import Path

from scorecard import __version__
from scorecard.api.history import history_of
from scorecard.api.score import actuals_of, scored
from scorecard.api.status import Screen, StatusFormat
from scorecard.extras import lacking
from scorecard.forecasted import Forecast
from scorecard.model import StrategyMap
from scorecard.period import period_after

_SHOWN_PAST = 12


class ForecastError(Exception):
    """There can be no forecast here; the message says what is lacking."""


def forecast(
    strategy_map: StrategyMap, as_of: date, *, periods: int = 6, folder: Path | None = None, paths: int = 1000
) -> Forecast:
    """What is expected of the next ``periods`` (1 or more) when every KPI goes on as it did.

    Each KPI is forecast by exponential smoothing with additive errors (a level; a damped trend from 10 figures on; a
    season from two years on; Hyndman and others 2008, fitted by statsmodels), the model that errs least in a backtest,
    where that is less than the last value errs; else by the last value with the changes so far; with fewer than 3
    figures it is held. ``paths`` (an even number) possible futures of each are drawn, one KPI independently of the
    other and always the same ones, judged on the scales that will be in force, and carried through the map:
    ``outlook_t(g) = outlook(g) + Δ_t(g)`` (scoring.md 2a, `scorecard.propagation.over_time`). Performances are
    fractions in [0, 1], outlooks are not clamped, intervals hold 80 % of the paths, the chances of a period sum to 1.

    Raises:
        ValueError: when there is no period, or the number of paths is odd.
        ForecastError: when statsmodels is not installed, or the calendar ends before the last period.
        InvalidDataError: when sources, formulas or recorded figures have errors.
    """
    if periods < 1 or paths < 2 or paths % 2:
        raise ValueError(f"{periods} periods and {paths} paths: say 1 period or more, and an even number of paths")
    if find_spec("statsmodels") is None:
        raise ForecastError(lacking("a forecast", "statsmodels"))
    from scorecard import forecasting
    from scorecard.scoring.coming import coming_scales

    actuals = actuals_of(strategy_map, folder, as_of)
    card = scored(strategy_map, actuals, as_of, None, folder)
    try:
        coming = tuple(accumulate(repeat(period_after(card.period), periods), lambda earlier, _: period_after(earlier)))
    except (OverflowError, ValueError):
        raise ForecastError(f"the calendar ends before {periods} periods after {card.period}") from None
    futures = forecasting.futures_of(strategy_map, actuals, card, coming, paths)
    expected = {
        kpi_id: [None if value != value else float(value) for value in future.expected]
        for kpi_id, future in futures.items()
    }
    scales = coming_scales(strategy_map, actuals, card.period, coming, expected)
    told = history_of(strategy_map, actuals, as_of, last=_SHOWN_PAST, folder=folder, period=card.period)
    past = forecasting.PastNumbers(
        values={one.id: one.values for one in told.series if (one.kind, one.number) == ("kpi", "value")},
        outlooks={(one.kind, one.id): one.values for one in told.series if one.number == "outlook"},
    )
    return forecasting.forecast(card, futures, scales, coming, past)


def choose(whole: Forecast, items: Sequence[str]) -> Forecast:
    """The outlooks of the goals, perspectives or the index with these ids (all when none is asked), with the KPIs that
    bear on them.

    Raises:
        ItemNotFoundError: when the map has no goal or perspective with an id.
    """
    from scorecard.api.show import ItemNotFoundError

    if not items:
        return whole
    known = {one.id for one in whole.outlooks}
    for item in items:
        if item not in known:
            raise ItemNotFoundError(f"the map has no goal or perspective {item!r}")
    chosen = tuple(one for one in whole.outlooks if one.id in items)
    bearing: Collection[str] = {kpi for one in chosen for kpi in one.kpis}
    kpis = tuple(kpi for kpi in whole.kpis if kpi.id in bearing)
    tests = [kpi.backtest for kpi in kpis if kpi.backtest]
    return replace(
        whole,
        outlooks=chosen,
        kpis=kpis,
        backtests=len(tests),
        mase=sum(one.mase for one in tests) / len(tests) if tests else None,
        naive_mase=sum(one.naive_mase for one in tests) / len(tests) if tests else None,
    )


def forecast_text(shown: Forecast, style: StatusFormat, screen: Screen) -> str:
    """The forecast as text."""
    if style == "json":
        from scorecard.rendering.forecast.as_json import forecast_json

        return forecast_json(shown, tool_version=__version__)
    if style == "csv":
        from scorecard.rendering.forecast.as_csv import forecast_csv

        return forecast_csv(shown)
    if style == "markdown":
        from scorecard.rendering.forecast.as_markdown import forecast_markdown

        return forecast_markdown(shown)
    from scorecard.rendering.forecast.table import forecast_table
    from scorecard.rendering.spans import as_text

    return as_text(forecast_table(shown, width=screen.width, ascii=screen.ascii), colour=screen.colour)
