"""The worst values of a range lie outside it, one on each side.

With `range: [low, high]` and `worst: [a, b]` a value is worth 100 % from low to high and falls to 0 % at a and at b.
So a is below low, low is not above high, and high is below b.

Good:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12], worst: [2, 20]}

Bad:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12], worst: [9, 20]}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every range that is upside down, and every pair of worst values that does not enclose its range."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.range is None or not isinstance(kpi.worst, tuple):
            continue
        (low, high), (a, b) = kpi.range, kpi.worst
        if a < low <= high < b:
            continue
        params = {
            "kpi": kpi_id,
            "low": written(low, kpi.unit),
            "high": written(high, kpi.unit),
            "a": written(a, kpi.unit),
            "b": written(b, kpi.unit),
        }
        if low > high:
            yield Problem(
                rule="range-shape",
                loc=("kpis", kpi_id, "range"),
                message="the range of KPI '{kpi}' is upside down: {low} is above {high}",
                label="from high to low",
                hint="write the lower value first: `range: [{high}, {low}]`",
                params=params,
            )
        else:
            yield Problem(
                rule="range-shape",
                loc=("kpis", kpi_id, "worst"),
                message="the worst values of KPI '{kpi}' must lie outside its range from {low} to {high}",
                label="not around the range",
                hint="write `worst: [a, b]` with a below {low} and b above {high}",
                params=params,
            )
