"""What stands in for a KPI is a KPI or a measure.

`else` names the figure that is used when a KPI has none of its own, impressions for reach, say. The report says which
of the two it shows.

Good:
    goals:
      wide-reach: {perspective: customer, lagging: [reach]}
    kpis:
      reach: {baseline: 800, target: 1200, else: impressions}
    measures:
      impressions: {}

Bad:
    goals:
      wide-reach: {perspective: customer, lagging: [reach]}
    kpis:
      reach: {baseline: 800, target: 1200, else: impression}
    measures:
      impressions: {}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_WRONG_KIND = {"goals": "that is a goal: a figure stands in for a figure"}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id that a KPI gives under ``else``."""
    uses = (
        Use(
            kpi.substitute,
            ("kpis", kpi_id, "else"),
            "value",
            "an unknown figure '{id}' stands in for KPI '{kpi}'",
            {"kpi": kpi_id},
            _WRONG_KIND,
        )
        for kpi_id, kpi in strategy_map.kpis.items()
        if kpi.substitute is not None
        and kpi.substitute not in strategy_map.kpis
        and kpi.substitute not in strategy_map.measures
    )
    return unknown_ids(
        "unknown-substitute", uses, strategy_map, "kpis", "no KPI or measure has this id", also=("measures",)
    )
