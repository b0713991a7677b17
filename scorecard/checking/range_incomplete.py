"""A range comes with its two worst values.

`range` says between which values all is well. How bad it is to be outside depends on the values that are worth 0 %,
one below and one above: `worst: [a, b]`. A pair under `worst` means nothing without a range.

Good:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12], worst: [2, 20]}

Bad:
    goals:
      good-stock: {perspective: internal, lagging: [days-of-stock]}
    kpis:
      days-of-stock: {range: [8, 12]}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every range without a pair of worst values, and every pair without a range."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if isinstance(kpi.worst, tuple):
            if kpi.range is None:
                yield Problem(
                    rule="range-incomplete",
                    loc=("kpis", kpi_id, "worst"),
                    message="KPI '{kpi}' has two worst values, but no `range` between them",
                    label="a pair belongs to a range",
                    hint="add `range: [low, high]`, the values between which all is well; or give one worst value",
                    params={"kpi": kpi_id},
                )
        elif kpi.range is not None:
            missing = kpi.worst is None
            yield Problem(
                rule="range-incomplete",
                loc=("kpis", kpi_id) if missing else ("kpis", kpi_id, "worst"),
                part="key" if missing else "value",
                message="KPI '{kpi}' has a range, but nothing says how far outside it is worth 0 %"
                if missing
                else "KPI '{kpi}' has a range, so it needs two worst values",
                label="`worst` is missing" if missing else "one value only",
                hint="give `worst: [a, b]`, with a below {low} and b above {high}",
                params={
                    "kpi": kpi_id,
                    "low": written(kpi.range[0], kpi.unit),
                    "high": written(kpi.range[1], kpi.unit),
                },
            )
