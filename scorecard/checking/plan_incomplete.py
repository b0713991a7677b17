"""A plan leads from a baseline on one day to a target on another.

`since` and `by` go together, and they need a `baseline` and a `target`: only then can anyone say how far one should
be today. A KPI that is reached or not may have `by` alone and needs no baseline. A curve and a range have no plan.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120, since: 2026-01-01, by: 2026-12-31}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120, by: 2026-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import listed
from scorecard.model import Change, Kpi, OtherKpi, StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI with a date and without the rest of its plan."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.since is None and kpi.by is None:
            continue
        if kpi.curve is not None or kpi.range is not None:
            if kpi.baseline is None and kpi.target is None:
                yield _no_plan(kpi_id, kpi)
        elif missing := [f"`{key}`" for key in _missing(kpi)]:
            yield Problem(
                rule="plan-incomplete",
                loc=("kpis", kpi_id),
                part="key",
                message="KPI '{kpi}' has {present}, but its plan lacks {missing}",
                label="{missing} missing",
                hint="a plan leads from `baseline` on the day `since` to `target` on the day `by`: add {missing}",
                params={"kpi": kpi_id, "present": listed(_dates(kpi)), "missing": listed(missing)},
            )


def _dates(kpi: Kpi) -> list[str]:
    return [f"`{key}`" for key in ("since", "by") if getattr(kpi, key) is not None]


def _missing(kpi: Kpi) -> list[str]:
    binary = kpi.scale == "binary" or kpi.unit == "yes-no"
    missing = []
    if kpi.baseline is None and not binary and _needs_baseline(kpi):
        missing.append("baseline")
    if kpi.target is None:
        missing.append("target")
    if kpi.since is None and not binary:
        missing.append("since")
    if kpi.by is None:
        missing.append("by")
    return missing


def _needs_baseline(kpi: Kpi) -> bool:
    """Not where a default or a reference stands in for it, nor where worst-missing or direction-missing asks for it."""
    if isinstance(kpi.target, Change):
        return False
    if isinstance(kpi.target, OtherKpi):
        return True
    return kpi.worst is not None or kpi.direction == "none" or (kpi.target is None and kpi.best is None)


def _no_plan(kpi_id: str, kpi: Kpi) -> Problem:
    return Problem(
        rule="plan-incomplete",
        loc=("kpis", kpi_id, "since" if kpi.since is not None else "by"),
        part="key",
        message="KPI '{kpi}' is judged by a {scale}, and a {scale} has no plan that dates could belong to",
        label="a date without a plan",
        hint="take out {present}",
        params={
            "kpi": kpi_id,
            "scale": "curve" if kpi.curve is not None else "range",
            "present": listed(_dates(kpi)),
        },
    )
