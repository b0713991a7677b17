"""A KPI's figure becomes progress and performance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from scorecard.actuals import Actuals, Figure
from scorecard.model import Kpi, OtherKpi, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.propagation.scale import Scale, judge, scale_of
from scorecard.propagation.status import limits, status
from scorecard.result import KpiScore, Limits, Reason

_MISSING = Figure(reason="no-value")


def figure_of(actuals: Actuals, kpi_id: str, period: Period) -> Figure:
    """The figure of the whole (no dimension) for a period: the dated one, else the undated one."""
    figures = actuals.figures
    return figures.get((kpi_id, period, ())) or figures.get((kpi_id, None, ())) or _MISSING


def scale_in(kpi: Kpi, actuals: Actuals, period: Period) -> Scale:
    """The scale of a KPI in a period, its target read from another KPI where it names one."""
    if isinstance(kpi.target, OtherKpi):
        return scale_of(kpi, figure_of(actuals, kpi.target.kpi, period).value)
    return scale_of(kpi)


def performances(strategy_map: StrategyMap, actuals: Actuals, period: Period, day: date) -> dict[str, float | None]:
    """The performance of every KPI in an earlier period: a figure of that period is judged at its end, an undated
    one at the end of the scored ``day``, because it is in force now as it was then."""
    found: dict[str, float | None] = {}
    for kpi_id, kpi in strategy_map.kpis.items():
        value = figure_of(actuals, kpi_id, period).value
        last = period.end if (kpi_id, period, ()) in actuals.figures else day
        found[kpi_id] = None if value is None else judge(scale_in(kpi, actuals, period), value, last).performance
    return found


def score_kpis(
    strategy_map: StrategyMap, actuals: Actuals, period: Period, day: date, inherited: Limits
) -> dict[str, KpiScore]:
    """Every KPI of the map with its numbers for the period, judged at the end of ``day``."""
    lagging_of: dict[str, list[str]] = {}
    leading_of: dict[str, list[str]] = {}
    for goal_id, goal in strategy_map.goals.items():
        for result in goal.lagging:
            lagging_of.setdefault(result.id, []).append(goal_id)
        for driver in goal.leading:
            leading_of.setdefault(driver.id, []).append(goal_id)
    return {
        kpi_id: _score_kpi(
            kpi_id,
            kpi,
            scale_in(kpi, actuals, period),
            figure_of(actuals, kpi_id, period),
            day,
            inherited,
            (lagging_of, leading_of),
        )
        for kpi_id, kpi in strategy_map.kpis.items()
    }


def _score_kpi(
    kpi_id: str,
    kpi: Kpi,
    scale: Scale,
    figure: Figure,
    day: date,
    inherited: Limits,
    uses: tuple[Mapping[str, list[str]], Mapping[str, list[str]]],
) -> KpiScore:
    own = limits(kpi.thresholds, inherited)
    judged = judge(scale, figure.value, day)
    reason: Reason | None = judged.reason
    if figure.value is None and reason is None:
        reason = figure.reason or "no-value"
    return KpiScore(
        id=kpi_id,
        name=kpi.name or name_from(kpi_id),
        description=kpi.description,
        unit=kpi.unit,
        owner=kpi.owner,
        url=kpi.url,
        direction=scale.direction,
        scale=scale.kind,
        value=figure.value,
        baseline=scale.baseline,
        target=scale.target,
        since=kpi.since,
        by=kpi.by,
        worst=scale.worst,
        best=scale.best,
        range=scale.range,
        curve=scale.curve,
        progress=judged.progress,
        expected=judged.expected,
        plan=judged.plan,
        pace=judged.pace,
        of_target=judged.of_target,
        performance=judged.performance,
        status=status(judged.performance, own),
        reason=reason,
        limits=own,
        lagging_of=tuple(uses[0].get(kpi_id, ())),
        leading_of=tuple(uses[1].get(kpi_id, ())),
    )
