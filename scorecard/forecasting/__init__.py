"""Figures so far -> what is expected of the coming periods: series, models, possible futures, outlooks."""

from __future__ import annotations

from scorecard.forecasting.futures import Future, futures_of
from scorecard.forecasting.outlooks import PastNumbers, forecast

__all__ = ["Future", "PastNumbers", "forecast", "futures_of"]
