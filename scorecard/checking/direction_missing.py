"""A target says which way is better.

120 can be a fine result for sales and a bad one for complaints, and nothing is assumed. A `baseline` tells the
direction by itself (a target below it means lower is better), so does `worst`; otherwise write `direction`.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {direction: maximise, target: 120}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {target: 120}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.direction import direction_of


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI with a target or a best value and without a direction."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.direction is not None or _ends_tell(kpi) or direction_of(kpi) is not None:
            continue
        if (kpi.target is None and kpi.best is None) or kpi.curve is not None or kpi.range is not None:
            continue
        yield Problem(
            rule="direction-missing",
            loc=("kpis", kpi_id),
            part="key",
            message="KPI '{kpi}' has a {end}, but nothing says whether higher or lower is better",
            label="which way is better?",
            hint="give the `baseline` it starts from, or write `direction: maximise` or `direction: minimise`"
            if kpi.baseline is None and isinstance(kpi.target, float)
            else "write `direction: maximise` or `direction: minimise`",
            params={"kpi": kpi_id, "end": "best value" if kpi.target is None else "target"},
        )


def _ends_tell(kpi: Kpi) -> bool:
    """Whether there is a start and an end; where they are equal or a pair, that is the mistake, and another rule's."""
    has_start = kpi.worst is not None or kpi.baseline is not None
    return has_start and (kpi.best is not None or isinstance(kpi.target, float))
