"""The road to a target has a beginning.

What rises starts at 0 when nothing else is said. What should fall has no natural worst value: four hours of waiting
time are good or bad only compared with where you come from. So give `worst`, the value that is worth 0 %, or the
`baseline`. The same goes for a target below 0 that is to be reached from still further below.

Good:
    goals:
      quick-answers: {perspective: customer, lagging: [response-time]}
    kpis:
      response-time: {direction: minimise, target: 2, worst: 24}

Bad:
    goals:
      quick-answers: {perspective: customer, lagging: [response-time]}
    kpis:
      response-time: {direction: minimise, target: 2}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.direction import direction_of, target_figures
from scorecard.propagation.scale import scale_kind

_HINT = "give `worst`, the value that is worth 0 %; or `baseline`, the value you start from"


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI on a line that nothing begins, where 0 cannot be the beginning."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.baseline is not None or kpi.worst is not None or scale_kind(kpi) != "line":
            continue
        ends = _ends(kpi)
        if not ends:
            continue
        way = direction_of(kpi)
        if way == "minimise":
            message = "KPI '{kpi}' should fall, but nothing says which value is worth 0 %"
        elif way == "maximise" and min(ends) < 0:
            message = "KPI '{kpi}' should rise to {end}, but as nothing else is said it starts above that, at 0"
        else:
            continue
        yield Problem(
            rule="worst-missing",
            loc=("kpis", kpi_id),
            part="key",
            message=message,
            label="`worst` is missing",
            hint=_HINT,
            params={"kpi": kpi_id, "end": written(min(ends), kpi.unit)},
        )


def _ends(kpi: Kpi) -> list[float]:
    """The end of the road; a relative target starts from its reference, and one by another KPI has its own rule."""
    return [*target_figures(kpi), *([] if kpi.best is None else [kpi.best])]
