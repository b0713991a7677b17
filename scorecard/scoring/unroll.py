"""An outlook unrolled to the KPIs it is made of."""

from __future__ import annotations

from scorecard.graph import causal_graph, components_of
from scorecard.model import StrategyMap
from scorecard.propagation.outlook import outlooks, unrolled
from scorecard.result import Contribution, Scorecard
from scorecard.scoring.parts import outlook_parts


def unrolled_outlook(strategy_map: StrategyMap, card: Scorecard, goal_id: str) -> tuple[Contribution, ...]:
    """Every KPI with data behind the outlook of a goal, largest coefficient first.

    ``share`` is the sum over all paths of arrows of the products of their shares, which is also how many points the
    outlook moves with one point of the KPI's performance; the products add up to the outlook.
    """
    performance = {kpi.id: kpi.performance for kpi in card.kpis}
    parts = {other: outlook_parts(strategy_map, goal, performance) for other, goal in strategy_map.goals.items()}
    solved = outlooks(parts, components_of(causal_graph(strategy_map)))
    rows = [
        Contribution(
            kind="kpi",
            id=kpi_id,
            weight=1.0,
            share=share,
            value=performance[kpi_id],
            product=share * (performance[kpi_id] or 0.0),
            coverage=1.0,
        )
        for kpi_id, share in unrolled(parts, solved, goal_id).items()
    ]
    return tuple(sorted(rows, key=lambda row: -(row.share or 0.0)))
