"""The worst value and the best value differ.

Between `worst` (0 %) and `best` (100 %) there has to be a road. Left out, `best` is the target and `worst` the
baseline; these count too.

Good:
    goals:
      satisfied-guests: {perspective: customer, lagging: [rating]}
    kpis:
      rating: {worst: 1, best: 5}

Bad:
    goals:
      satisfied-guests: {perspective: customer, lagging: [rating]}
    kpis:
      rating: {worst: 5, best: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import scale_of


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI on a line whose worst and best value are equal after defaults."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.worst is None and kpi.best is None:
            continue
        scale = scale_of(kpi)
        if scale.kind != "line" or scale.best is None or scale.worst != scale.best:
            continue
        if kpi.worst is None and scale.baseline == scale.target:
            continue  # the matter of baseline-equals-target
        yield Problem(
            rule="worst-equals-best",
            loc=("kpis", kpi_id, "worst" if kpi.worst is not None else "best"),
            message="the worst and the best value of KPI '{kpi}' are both {value}{defaults}",
            label="0 % and 100 % at the same value",
            hint=_hint(kpi),
            params={
                "kpi": kpi_id,
                "value": written(scale.best, kpi.unit),
                "defaults": _defaults(kpi),
            },
        )


def _defaults(kpi: Kpi) -> str:
    if kpi.best is None:
        return "; `best` is left out, so it is the target"
    if kpi.worst is None:
        return f"; `worst` is left out, so it is {'0' if kpi.baseline is None else 'the baseline'}"
    return ""


def _hint(kpi: Kpi) -> str:
    if kpi.worst is None:
        return "give `worst`, the value that is worth 0 %"
    if kpi.best is None:
        return "`worst` is the value that is worth 0 %, the target is worth 100 %: correct one of them"
    return "`worst` is the value that is worth 0 %, `best` the one that is worth 100 %: correct one of them"
