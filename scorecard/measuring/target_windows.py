"""Sums whose targets are named for longer periods than they are summed over."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.measuring.asked import rhythm_of
from scorecard.measuring.rules import target_window
from scorecard.model import Kind, Kpi, PeriodTargets, StrategyMap
from scorecard.period import Rhythm, is_longer
from scorecard.problem import Problem


def unequal_windows(strategy_map: StrategyMap, kinds: Mapping[str, Kind]) -> list[Problem]:
    """The flows whose target says nothing of the stretch that their figures are for; ``kinds`` are those of all items
    that have one."""
    found = []
    for kpi_id, kpi in strategy_map.kpis.items():
        if isinstance(kpi.target, PeriodTargets) and kinds.get(kpi_id) == "flow":
            figures = _summed_over(kpi, strategy_map.period)
            longer = [period.rhythm for period in kpi.target.steps if is_longer(period.rhythm, figures)]
            if longer:
                named: Rhythm = "year" if "year" in longer else longer[0]
                found.append(target_window.problem(kpi_id, named, figures))
    return found


def _summed_over(kpi: Kpi, rhythm: Rhythm) -> Rhythm:
    """How long a stretch the figures of a KPI are for."""
    if kpi.over is None:
        return rhythm_of(kpi, rhythm)
    return "quarter" if kpi.over.startswith("quarter") else "year"
