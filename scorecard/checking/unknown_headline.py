"""Every headline figure is a KPI or a measure.

`headline` names the few figures that an outsider should see first. They are those of KPIs and measures.

Good:
    headline: [orders, visits]
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
    measures:
      visits: {}

Bad:
    headline: [order, visits]
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
    measures:
      visits: {}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import StrategyMap
from scorecard.problem import Problem

_WRONG_KIND = {"goals": "that is a goal: name the KPI that shows how it fares"}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id under ``headline``."""
    uses = (
        Use(item_id, ("headline", index), "value", "the headline names an unknown figure '{id}'", {}, _WRONG_KIND)
        for index, item_id in enumerate(strategy_map.headline)
        if item_id not in strategy_map.kpis and item_id not in strategy_map.measures
    )
    return unknown_ids(
        "unknown-headline", uses, strategy_map, "kpis", "no KPI or measure has this id", also=("measures",)
    )
