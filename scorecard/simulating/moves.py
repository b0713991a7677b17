"""What two cards of a map have otherwise, as differences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from scorecard.result import GoalScore, IndexScore, Limits, PerspectiveScore, Scorecard
from scorecard.scenario import Scenario
from scorecard.simulating.edited_figures import Why
from scorecard.simulation import KpiMove, Move, ScoreMove

INDEX: Literal["index"] = "index"


def move(before: float | None, after: float | None) -> Move:
    """A number before and after, with the difference where there is one."""
    return Move(before, after, None if before is None or after is None else after - before)


def kpi_moves(scenario: Scenario, before: Scorecard, after: Scorecard, why: Mapping[str, Why]) -> tuple[KpiMove, ...]:
    """The KPIs that have another value or another target: those that are set first, each group in the order of the
    map."""
    written = {setting.kpi: setting.steps[-1].written for setting in scenario.settings}
    now = {kpi.id: kpi for kpi in after.kpis}
    moves = [
        KpiMove(
            id=kpi.id,
            name=kpi.name,
            unit=kpi.unit,
            why=why[kpi.id],
            written=written.get(kpi.id, ""),
            value=move(kpi.value, now[kpi.id].value),
            performance=move(kpi.performance, now[kpi.id].performance),
            limits=kpi.limits,
            status_before=kpi.status,
            status_after=now[kpi.id].status,
        )
        for kpi in before.kpis
        if kpi.id in why
    ]
    return tuple(sorted(moves, key=lambda found: found.why != "set"))


def reshared(before: Scorecard, after: Scorecard) -> tuple[str, ...]:
    """The KPIs that have data in only one of the two cards."""
    now = {kpi.id: kpi.performance for kpi in after.kpis}
    return tuple(kpi.id for kpi in before.kpis if (kpi.performance is None) != (now[kpi.id] is None))


def score_moves(before: Scorecard, after: Scorecard, hindered: Mapping[str, float]) -> tuple[ScoreMove, ...]:
    """The goals, the perspectives and the index before and after; ``hindered`` is what hindrances take of outlooks."""
    goals = {goal.id: goal for goal in after.goals}
    perspectives = {item.id: item for item in after.perspectives}
    limits = after.limits
    return (
        *(_goal(goal, goals[goal.id], hindered.get(goal.id, 0.0)) for goal in before.goals),
        *(_rolled("perspective", item, perspectives[item.id], limits=limits) for item in before.perspectives),
        _rolled(INDEX, before.index, after.index, limits=limits),
    )


def _goal(before: GoalScore, after: GoalScore, hindered: float) -> ScoreMove:
    return ScoreMove(
        kind="goal",
        id=before.id,
        name=before.name,
        limits=before.limits,
        performance=move(before.performance, after.performance),
        lagging=move(before.lagging, after.lagging),
        leading=move(before.leading, after.leading),
        outlook=move(before.outlook, after.outlook),
        status_before=before.status,
        status_after=after.status,
        outlook_status_before=before.outlook_status,
        outlook_status_after=after.outlook_status,
        coverage=after.coverage.outlook,
        performance_coverage=after.performance_coverage,
        hindered=hindered,
    )


def _rolled(
    kind: Literal["perspective", "index"],
    before: PerspectiveScore | IndexScore,
    after: PerspectiveScore | IndexScore,
    *,
    limits: Limits,
) -> ScoreMove:
    return ScoreMove(
        kind=kind,
        id=before.id if isinstance(before, PerspectiveScore) else INDEX,
        name=before.name if isinstance(before, PerspectiveScore) else "Index",
        limits=limits,
        performance=move(before.performance, after.performance),
        lagging=move(before.lagging, after.lagging),
        leading=move(before.leading, after.leading),
        outlook=move(before.outlook, after.outlook),
        status_before=before.status,
        status_after=after.status,
        coverage=after.coverage.outlook,
        performance_coverage=after.performance_coverage,
    )
