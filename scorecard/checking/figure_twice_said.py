"""A KPI's figure is written down or worked out, not both.

`value` is a figure without a date, for a map that has no data yet. A `formula` gives a figure for every period. With
both, nothing says which one holds.

Good:
    sources:
      orders: {date: day, files: data/orders.csv}
    goals:
      more-sales: {perspective: customer, lagging: [revenue]}
    kpis:
      revenue: {source: orders, formula: sum(amount), baseline: 80k, target: 120k}

Bad:
    sources:
      orders: {date: day, files: data/orders.csv}
    goals:
      more-sales: {perspective: customer, lagging: [revenue]}
    kpis:
      revenue: {source: orders, formula: sum(amount), value: 95k, baseline: 80k, target: 120k}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI with a value and a formula."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.value is not None and kpi.formula is not None:
            yield Problem(
                rule="figure-twice-said",
                loc=("kpis", kpi_id, "value"),
                part="key",
                message="KPI '{kpi}' has a value and a formula, and nothing says which holds",
                label="the formula gives its figure",
                hint="take `value` out; or, to write figures down yourself, take the formula out ({place})",
                params={"kpi": kpi_id, "place": Place(loc=("kpis", kpi_id, "formula"))},
            )
