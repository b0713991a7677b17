"""The baseline and the target differ.

Progress is the share of the road from the baseline to the target, and where they are equal there is no road. To hold
what you have, leave out `baseline` and give `worst`, the value that is worth 0 %. Without `baseline` and `worst` a KPI
that should rise starts at 0, so its target cannot be 0.

Good:
    goals:
      safe-work: {perspective: internal, lagging: [days-without-accident]}
    kpis:
      days-without-accident: {target: 365, worst: 300}

Bad:
    goals:
      safe-work: {perspective: internal, lagging: [days-without-accident]}
    kpis:
      days-without-accident: {baseline: 365, target: 365}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import Change, Kpi, StrategyMap
from scorecard.problem import Problem
from scorecard.propagation.scale import scale_kind, scale_of


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI whose baseline equals its target after defaults; one that is reached or not needs no default."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if not _may_be_equal(kpi) or (kind := scale_kind(kpi)) not in ("line", "binary"):
            continue
        scale = scale_of(kpi)
        if scale.target is None or scale.baseline != scale.target:
            continue
        if kpi.baseline is not None:
            message = "the baseline and the target of KPI '{kpi}' are both {value}"
            hint = "to hold what you have, leave out `baseline`"
            if kind == "line" and kpi.worst is None:
                hint += " and give `worst`, the value that is worth 0 %"
        elif kind == "line":
            message = "KPI '{kpi}' starts at {value}, as nothing else is said, and that is its target too"
            hint = "give `worst`, the value that is worth 0 %; or `baseline`, the value you start from"
        else:
            continue
        yield Problem(
            rule="baseline-equals-target",
            loc=("kpis", kpi_id, "target"),
            message=message,
            label="the same as the baseline" if kpi.baseline is not None else "",
            hint=hint,
            params={"kpi": kpi_id, "value": written(scale.target, kpi.unit)},
        )


def _may_be_equal(kpi: Kpi) -> bool:
    """A quick look, because this rule is asked of every KPI: a default is 0, a relative target must be worked out."""
    if isinstance(kpi.target, Change):
        return kpi.baseline is not None
    return kpi.target is not None and kpi.target == (kpi.baseline if kpi.baseline is not None else 0)
