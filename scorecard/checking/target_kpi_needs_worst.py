"""A target that is another KPI comes with a worst value.

When the target is the figure of another KPI, say a competitor's price, it moves from period to period, and a
baseline says nothing of how bad it is to miss it. `worst` fixes the value that is worth 0 %. Only a KPI that is
reached or not (`scale: binary`) needs none.

Good:
    goals:
      fair-prices: {perspective: customer, lagging: [our-price]}
    kpis:
      our-price: {direction: minimise, target: {kpi: their-price}, worst: 90}
      their-price: {direction: none}

Bad:
    goals:
      fair-prices: {perspective: customer, lagging: [our-price]}
    kpis:
      our-price: {direction: minimise, target: {kpi: their-price}}
      their-price: {direction: none}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import OtherKpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import scale_kind


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI on a line whose target is another KPI and that has no worst value."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if isinstance(kpi.target, OtherKpi) and kpi.worst is None and scale_kind(kpi) == "line":
            yield Problem(
                rule="target-kpi-needs-worst",
                loc=("kpis", kpi_id),
                part="key",
                message="the target of KPI '{kpi}' is another KPI, '{other}', and nothing says "
                "which value is worth 0 %",
                label="`worst` is missing",
                hint="give `worst`: the target moves with '{other}', so the value that is worth 0 % has to be fixed",
                params={"kpi": kpi_id, "other": kpi.target.kpi},
            )
