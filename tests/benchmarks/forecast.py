"""The forecast of the template against what statsmodels alone needs for as many series.

The other side fits a level and a damped trend to each of the same series and once more the damped trend, as many fits
as a backtest and a forecast take, with the library's own defaults; it draws nothing and knows no map. Ours is all of
`scorecard.forecast` less the reading of the raw figures, which is told for itself.
"""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from unittest.mock import patch

import numpy
from statsmodels.tsa.holtwinters import ExponentialSmoothing

from scorecard import load
from scorecard.api.forecast import forecast
from scorecard.api.score import actuals_of
from scorecard.forecasting.past import pasts
from tests.benchmarks.measured import ROOT, in_turn

MAP = ROOT / "templates/social-media/strategy.yaml"
AS_OF = date(2026, 10, 31)


def fits(series: list[numpy.ndarray]) -> None:
    """Three fits of each series."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for values in series:
            ExponentialSmoothing(values[:-6], initialization_method="estimated").fit()
            for part in (values[:-6], values):
                ExponentialSmoothing(part, trend="add", damped_trend=True, initialization_method="estimated").fit()


def main() -> None:
    """Print the medians of both sides and their ratio."""
    folder = Path(MAP).parent
    strategy_map = load(MAP)
    actuals = actuals_of(strategy_map, folder, AS_OF)
    series = [
        numpy.array(past.values)
        for past in pasts(strategy_map, actuals, AS_OF).values()
        if past.n >= 8 and min(past.values[:-6]) < max(past.values[:-6])
    ]
    with patch("scorecard.api.forecast.actuals_of", lambda *_, **__: actuals):
        found = in_turn(
            {
                "forecast": lambda: forecast(strategy_map, AS_OF, folder=folder),
                "statsmodels": lambda: fits(series),
                "reading": lambda: actuals_of(strategy_map, folder, AS_OF),
            },
            5,
        )
    print(f"forecast of {len(series)} series, carried through the map: {found['forecast']:.2f} s")
    print(f"statsmodels' fits alone, with its defaults:     {found['statsmodels']:.2f} s")
    print(f"ratio {found['forecast'] / found['statsmodels']:.2f}; reading the raw figures {found['reading']:.2f} s")


if __name__ == "__main__":
    main()
