"""The three numbers of every goal, with what they are made of."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from scorecard.model import Goal, StrategyMap
from scorecard.naming import name_from
from scorecard.propagation.mean import Mean, weighted_mean
from scorecard.propagation.outlook import OutlookPart, Outlooks
from scorecard.propagation.status import TOLERANCE, covered, covered_status, diagnosis, heading, status
from scorecard.result import (
    Basis,
    Contribution,
    Contributions,
    Coverage,
    Flag,
    GoalScore,
    KpiNote,
    Limits,
    PartKind,
    Reason,
)
from scorecard.scoring.parts import NamedPart, Times, kpi_part, leading_parts, scored

_TRADE_OFF = 0.02


def contributions(parts: Sequence[NamedPart]) -> tuple[Contribution, ...]:
    """The parts of a weighted mean, each with its share after normalising and its product."""
    known = sum(part.weight for _, _, part in parts if part.value is not None)
    rows = []
    for kind, item, (weight, value, coverage) in parts:
        if value is None:
            rows.append(Contribution(kind, item, weight, None, None, None, coverage))
        else:
            share = weight / known
            rows.append(Contribution(kind, item, weight, share, value, share * value, coverage))
    return tuple(rows)


def outlook_contributions(parts: Sequence[OutlookPart], solved: Outlooks, goal_id: str) -> tuple[Contribution, ...]:
    """The parts of an outlook, re-normalised over those with data."""
    known = solved.known.get(goal_id)
    rows = []
    for kind, item, weight, declared, performance in parts:
        value = performance if kind == "kpi" else solved.value.get(item)
        coverage = float(value is not None) if kind == "kpi" else solved.coverage.get(item, 0.0)
        if value is None or known is None:
            rows.append(Contribution(kind, item, weight, None, None, None, coverage))
        else:
            share = declared / known
            rows.append(Contribution(kind, item, weight, share, value, share * value, coverage))
    return tuple(rows)


def score_goal(
    strategy_map: StrategyMap,
    goal_id: str,
    times: Times,
    parts: Sequence[OutlookPart],
    solved: Outlooks,
    limits_of: Mapping[tuple[PartKind, str], Limits],
    reaching_top: Container[str],
) -> GoalScore:
    """One goal with all its numbers, its status and its diagnosis; ``limits_of`` are those of all KPIs and goals."""
    goal = strategy_map.goals[goal_id]
    own = limits_of["goal", goal_id]
    enough = strategy_map.min_coverage
    now = times.performances(0)
    lagging_of: list[NamedPart] = [
        ("kpi", entry.id, kpi_part(entry, now)) for entry in scored(strategy_map, goal.lagging)
    ]
    leading_of = leading_parts(strategy_map, goal, times)
    lagging = weighted_mean([part for _, _, part in lagging_of])
    leading = weighted_mean([part for _, _, part in leading_of])
    outlook = solved.value.get(goal_id)
    coverage = Coverage(lagging=lagging.coverage, leading=leading.coverage, outlook=solved.coverage.get(goal_id, 0.0))
    basis: Basis = "leading" if not goal.lagging and goal.leading else "lagging"
    performance = lagging if basis == "lagging" else leading
    lagging_status = covered_status(lagging.value, lagging.coverage, own, enough)
    leading_status = covered_status(leading.value, leading.coverage, own, enough)
    results, pulls = contributions(lagging_of), contributions(leading_of)
    return GoalScore(
        id=goal_id,
        name=goal.name or name_from(goal_id),
        description=goal.description,
        perspective=goal.perspective,
        owner=goal.owner,
        theme=goal.theme,
        url=goal.url,
        weight=goal.weight,
        importance=goal.importance,
        urgency=goal.urgency,
        performance=performance.value,
        basis=basis,
        lagging=lagging.value,
        leading=leading.value,
        outlook=outlook,
        heading=heading(outlook, lagging.value) if leading_of else None,
        outlook_status=covered_status(outlook, coverage.outlook, own, enough),
        coverage=coverage,
        performance_coverage=performance.coverage,
        status=covered_status(performance.value, performance.coverage, own, enough),
        lagging_status=lagging_status,
        leading_status=leading_status,
        reason=_reason(goal, performance, enough),
        diagnosis=diagnosis(lagging_status, leading_status, bool(leading_of)),
        limits=own,
        flags=_flags(strategy_map, goal_id, times),
        kpis_lagging=tuple(entry.id for entry in goal.lagging),
        kpis_leading=tuple(entry.id for entry in goal.leading),
        kpi_notes=_kpi_notes(goal),
        causes=tuple(entry.id for entry in goal.driven_by),
        initiatives=goal.initiatives,
        reaches_top=goal_id in reaching_top,
        weakest=_weakest((*results, *pulls), limits_of),
        contributions=Contributions(
            performance=results if basis == "lagging" else pulls,
            lagging=results,
            leading=pulls,
            outlook=outlook_contributions(parts, solved, goal_id),
        ),
    )


def _weakest(
    parts: Sequence[Contribution], limits_of: Mapping[tuple[PartKind, str], Limits]
) -> tuple[Contribution, ...]:
    """The parts that are at risk or off track by their own limits, lowest first."""
    low = [part for part in parts if status(part.value, limits_of[part.kind, part.id]) in ("at-risk", "off-track")]
    return tuple(sorted(low, key=lambda part: part.value or 0.0))


def _kpi_notes(goal: Goal) -> tuple[KpiNote, ...]:
    notes = [KpiNote(entry.id, 0, entry.because) for entry in goal.lagging]
    notes += [KpiNote(entry.id, entry.delay, entry.because) for entry in goal.leading]
    return tuple(note for note in notes if note.delay or note.because)


def _reason(goal: Goal, performance: Mean, min_coverage: float) -> Reason | None:
    if performance.value is None:
        return "no-data" if goal.lagging or goal.leading else "no-kpis"
    return None if covered(performance.coverage, min_coverage) else "low-coverage"


def _flags(strategy_map: StrategyMap, goal_id: str, times: Times) -> tuple[Flag, ...]:
    """A trade-off: a hindering goal's results rose while this goal's fell, by more than two points each."""
    goals = strategy_map.goals
    if not times.dated or not goals[goal_id].hindered_by:
        return ()
    now, before = times.lagging(0), times.lagging(1)
    if not _moved(now, before, goal_id) < -_TRADE_OFF - TOLERANCE:
        return ()
    return tuple(
        Flag(
            kind="trade-off",
            kpi=None,
            text=f"results fell while those of {goals[entry.id].name or name_from(entry.id)} rose, which hinders it",
        )
        for entry in goals[goal_id].hindered_by
        if _moved(now, before, entry.id) > _TRADE_OFF + TOLERANCE
    )


def _moved(now: Mapping[str, Mean], before: Mapping[str, Mean], goal_id: str) -> float:
    today, then = now[goal_id].value, before[goal_id].value
    return 0.0 if today is None or then is None else today - then
