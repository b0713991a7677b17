"""Money has a currency.

`unit: money` means the currency of the map, so that it is written once: `currency: EUR`. A KPI in another currency
names it as its unit: `unit: USD`.

Good:
    currency: EUR
    goals:
      more-sales: {perspective: financial, lagging: [revenue]}
    kpis:
      revenue: {unit: money, baseline: 80k, target: 120k}

Bad:
    goals:
      more-sales: {perspective: financial, lagging: [revenue]}
    kpis:
      revenue: {unit: money, baseline: 80k, target: 120k}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield one problem, at the first KPI in money, when the map has no currency."""
    if strategy_map.currency is not None:
        return
    in_money = [kpi_id for kpi_id, kpi in strategy_map.kpis.items() if kpi.unit == "money"]
    if in_money:
        yield Problem(
            rule="currency-missing",
            loc=("kpis", in_money[0], "unit"),
            message="KPI '{kpi}' is in money, but the map has no currency",
            label="in which currency?",
            hint="write `currency: EUR`, or another three-letter code, at the top level of the map",
            params={"kpi": in_money[0], "kpis": tuple(in_money)},
        )
