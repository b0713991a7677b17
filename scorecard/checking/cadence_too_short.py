"""A KPI is measured as often as the map is scored, or more rarely.

`cadence` is for figures that come more rarely than the reviews: by the quarter in a map of months. A figure of a week
says nothing of the month it lies in, and which of four or five should count nobody could say. Rows and recorded
figures may be of any day all the same: in a month they are summed, averaged, or the last one is taken.

Good:
    period: month
    goals:
      heard-customers: {perspective: customer, lagging: [complaints]}
    kpis:
      complaints: {kind: flow, worst: 40, target: 20, cadence: quarter}

Bad:
    period: month
    goals:
      heard-customers: {perspective: customer, lagging: [complaints]}
    kpis:
      complaints: {kind: flow, worst: 40, target: 20, cadence: week}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.period import is_longer
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI that would be measured more often than the map is scored."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.cadence is not None and is_longer(strategy_map.period, kpi.cadence):
            yield Problem(
                rule="cadence-too-short",
                loc=("kpis", kpi_id, "cadence"),
                message="KPI '{kpi}' is measured by the {cadence}, but the map is scored by the {period}",
                label="shorter than a {period}",
                hint="leave `cadence` out, or write `period: {cadence}` at the top level of the map",
                params={"kpi": kpi_id, "cadence": kpi.cadence, "period": strategy_map.period},
            )
