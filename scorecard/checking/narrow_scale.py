"""The road from the baseline to the target is long enough to be judged.

Where the target lies close to the baseline, the smallest change swings the score from red to green: from 95 to 98,
one per cent more is a third of the way. If the step is under 20 % of the baseline, give `worst`, the value that is
truly worth 0 %. With `target: {change: +5%}` the step is as short as it says.

Good:
    goals:
      loyal-guests: {perspective: customer, lagging: [guests-who-return]}
    kpis:
      guests-who-return: {baseline: 95, target: 98, worst: 60}

Bad:
    goals:
      loyal-guests: {perspective: customer, lagging: [guests-who-return]}
    kpis:
      guests-who-return: {baseline: 95, target: 98}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import scale_kind, scale_of

NARROW = 0.2
"""Share of the baseline below which the step to the target is narrow."""
_TOLERANCE = 1e-9


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI on a line without ``worst`` whose step is under 20 % of its baseline.

    The figure is how many points of a hundred 1 % of the baseline moves the score; the step leads to ``best``
    where that is given, because then the score does.
    """
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.worst is not None or kpi.baseline is None or kpi.direction == "none" or scale_kind(kpi) != "line":
            continue
        scale = scale_of(kpi)
        end = kpi.best if kpi.best is not None else scale.target
        if end is None or end == kpi.baseline:
            continue
        step = abs(end - kpi.baseline)
        if step < NARROW * abs(kpi.baseline) * (1 - _TOLERANCE):
            yield Problem(
                rule="narrow-scale",
                severity="warning",
                loc=("kpis", kpi_id),
                part="key",
                message="the scale of KPI '{kpi}' is narrow: a change of 1 % in the value moves the score "
                "by {points} points",
                label="`worst` is missing",
                hint="give `worst`, the value that is truly worth 0 %",
                params={"kpi": kpi_id, "points": round(abs(kpi.baseline) / step)},
            )
