"""A KPI is not its own target.

A KPI that is compared with itself is always on target. The same goes for a circle of KPIs that are each other's
target: no figure to reach stands outside it.

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
      our-price: {direction: minimise, target: {kpi: our-price}, worst: 90}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import OtherKpi, StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each circle of targets once, at its first KPI in the file."""
    target = {kpi_id: kpi.target.kpi for kpi_id, kpi in strategy_map.kpis.items() if isinstance(kpi.target, OtherKpi)}
    seen: set[str] = set()
    for start in target:
        path: list[str] = []
        kpi_id = start
        while kpi_id in target and kpi_id not in seen:
            seen.add(kpi_id)
            path.append(kpi_id)
            kpi_id = target[kpi_id]
        if kpi_id in path:
            yield _problem(_from_first(path[path.index(kpi_id) :], list(target)))


def _from_first(circle: list[str], order: list[str]) -> list[str]:
    start = circle.index(min(circle, key=order.index))
    return circle[start:] + circle[:start]


def _problem(circle: list[str]) -> Problem:
    alone = len(circle) == 1
    return Problem(
        rule="target-cycle",
        loc=("kpis", circle[0], "target", "kpi"),
        message="KPI '{kpi}' is its own target" if alone else "the targets of these KPIs run in a circle: {path}",
        label="that is the KPI itself" if alone else "this leads back to '{kpi}'",
        hint="name another KPI, or write the figure to reach",
        params={"kpi": circle[0], "kpis": tuple(circle), "path": " → ".join([*circle, circle[0]])},
    )
