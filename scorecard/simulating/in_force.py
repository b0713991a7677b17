"""What the KPIs of a scenario are set to in a period, in their units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from scorecard.period import Period
from scorecard.propagation.scale import changed
from scorecard.result import KpiScore, Scorecard
from scorecard.scalars import LARGEST
from scorecard.scenario import Setting, Step


class Unfit(NamedTuple):
    """A step that cannot be made with the figures of the map: there is no value to change, no target to reach, or
    what comes of it is no figure any more."""

    kpi: str
    step: Step
    why: Literal["no value", "no target", "beyond"]


def step_in_force(setting: Setting, period: Period | None) -> Step | None:
    """The last step that has begun in a period, or of all periods (None); None before the first one."""
    begun = [step for step in setting.steps if period is None or step.since is None or step.since.start <= period.end]
    return begun[-1] if begun else None


def values_in_force(
    settings: Sequence[Setting], card: Scorecard, period: Period | None = None
) -> tuple[Mapping[str, float], tuple[Unfit, ...]]:
    """The value of every KPI that is set in a period, and what cannot be set.

    Changes begin from the value in ``card``, targets are those that are in force there, whatever else is set.
    """
    kpis = {kpi.id: kpi for kpi in card.kpis}
    values: dict[str, float] = {}
    unfit: list[Unfit] = []
    for setting in settings:
        step = step_in_force(setting, period)
        if step is None:
            continue
        value, why = _value(step, kpis[setting.kpi])
        if value is None:
            unfit.append(Unfit(setting.kpi, step, why))
        else:
            values[setting.kpi] = value
    return values, tuple(unfit)


def _value(step: Step, kpi: KpiScore) -> tuple[float | None, Literal["no value", "no target", "beyond"]]:
    if step.value is not None:
        return step.value, "beyond"
    if step.change is None:
        return _reached(kpi), "no target"
    value = None if kpi.value is None else changed(kpi.value, step.change)
    return (None, "beyond") if value is not None and abs(value) > LARGEST else (value, "no value")


def _reached(kpi: KpiScore) -> float | None:
    """The value that reaches the target: of a range the nearest one inside."""
    if kpi.target is not None or kpi.best is not None or kpi.range is None:
        return kpi.target if kpi.target is not None else kpi.best
    low, high = kpi.range
    return (low + high) / 2 if kpi.value is None else min(max(kpi.value, low), high)
