"""StrategyMap -> Actuals: the figures that are known of its KPIs."""

from __future__ import annotations

from scorecard.actuals import Actuals, Figure
from scorecard.model import StrategyMap


def measure(strategy_map: StrategyMap) -> Actuals:
    """The values written in the map: undated, so they are in force at every period."""
    return Actuals(
        figures={
            (kpi_id, None, ()): Figure(value=kpi.value)
            for kpi_id, kpi in strategy_map.kpis.items()
            if kpi.value is not None
        }
    )
