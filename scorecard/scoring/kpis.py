"""A KPI's figure becomes progress and performance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from scorecard.actuals import Actuals, Figure
from scorecard.model import Kpi, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.propagation.scale import Judgement, Scale, Terms, judge, scale_of
from scorecard.propagation.status import limits, status
from scorecard.result import Alert, KpiScore, Limits, Origin, Reason, TrendWord
from scorecard.scoring.figures import figure_of
from scorecard.scoring.terms import is_flow, measured, terms_in


class Judged(NamedTuple):
    """A figure on its scale in one period; ``performance`` is None where ``reason`` says why. ``runs``: it is a flow
    over days that are not over, so that it does not compare with a whole one."""

    figure: Figure
    scale: Scale
    judgement: Judgement
    performance: float | None
    reason: Reason | None
    part: float
    runs: bool


Scales: TypeAlias = dict[tuple[str, Terms], Scale]
"""Scales that were worked out, by KPI and terms: mostly they are the same in every period."""


def scale_by(scales: Scales, kpi_id: str, kpi: Kpi, terms: Terms) -> Scale:
    """The scale of a KPI on these terms, worked out once and kept in ``scales``."""
    return scales.get((kpi_id, terms)) or scales.setdefault((kpi_id, terms), scale_of(kpi, terms))


def judged(
    strategy_map: StrategyMap, actuals: Actuals, kpi_id: str, period: Period, day: date, as_of: date, scales: Scales
) -> Judged:
    """A KPI in a period: a figure of that period is judged at the end of the days it was measured over, an undated
    one at the end of ``day``, because it is in force now as it was then. Nothing after ``as_of`` counts. ``scales``
    keeps what it works out."""
    kpi = strategy_map.kpis[kpi_id]
    figure = figure_of(actuals, kpi_id, period)
    terms = terms_in(kpi_id, kpi, actuals, period, as_of, strategy_map.year_starts)
    scale = scale_by(scales, kpi_id, kpi, terms)
    last = figure.end or (period.end if (kpi_id, period, ()) in actuals.figures else day)
    judgement = judge(scale, figure.value, min(last, as_of))
    reason: Reason | None = judgement.reason or figure.reason  # what no figure could mend is said first,
    if figure.value is None and figure.reason in ("missing", "stale"):
        reason = figure.reason  # but that there was a figure once and is none now
    if reason is None and figure.value is None:
        reason = "no-value"
    performance = None if reason else judgement.performance
    seen = min(as_of, max(period.end, figure.end or period.end))
    runs = is_flow(kpi_id, kpi, actuals) and measured(kpi, period, figure.end, strategy_map.year_starts).end > seen
    return Judged(figure, scale, judgement, performance, reason, terms.part, runs)


class Seen(NamedTuple):
    """What a KPI shows beside its own figure: the value before, the way since then, and the alarms."""

    before: float | None
    trend: float | None
    trend_word: TrendWord | None
    broken: str | None
    alerts: Sequence[Alert]


Uses = Mapping[str, Sequence[str]]


def uses_of(strategy_map: StrategyMap) -> tuple[Uses, Uses]:
    """The goals that use each KPI as lagging, and as leading."""
    lagging_of: dict[str, list[str]] = {}
    leading_of: dict[str, list[str]] = {}
    for goal_id, goal in strategy_map.goals.items():
        for result in goal.lagging:
            lagging_of.setdefault(result.id, []).append(goal_id)
        for driver in goal.leading:
            leading_of.setdefault(driver.id, []).append(goal_id)
    return lagging_of, leading_of


def score_kpi(
    kpi_id: str,
    kpi: Kpi,
    found: Judged,
    seen: Seen,
    inherited: Limits,
    uses: tuple[Uses, Uses],
    origin: Origin,
    as_of: date,
) -> KpiScore:
    """A KPI with all its numbers."""
    own = limits(kpi.thresholds, inherited)
    figure, scale, numbers = found.figure, found.scale, found.judgement
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
        progress=numbers.progress,
        expected=numbers.expected,
        plan=numbers.plan,
        pace=numbers.pace,
        of_target=numbers.of_target,
        performance=found.performance,
        status=status(found.performance, own),
        reason=found.reason,
        limits=own,
        lagging_of=tuple(uses[0].get(kpi_id, ())),
        leading_of=tuple(uses[1].get(kpi_id, ())),
        origin=origin,
        before=seen.before,
        trend=seen.trend,
        trend_word=seen.trend_word,
        broken=seen.broken,
        alerts=tuple(seen.alerts),
        n=figure.n,
        min_sample=kpi.min_sample,
        age=figure.age,
        used=figure.used,
        lacks=figure.lacks,
        at_most=figure.at_most,
        part=found.part,
        review_by=kpi.review_by,
        review_due=kpi.review_by is not None and kpi.review_by < as_of,
    )
