"""The three numbers of every goal, with what they are made of."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from scorecard.model import Goal, StrategyMap
from scorecard.naming import name_from
from scorecard.propagation.mean import Mean, weighted_mean
from scorecard.propagation.outlook import OutlookPart, Outlooks
from scorecard.propagation.status import covered, covered_status, diagnosis, heading, status
from scorecard.propagation.trend import trend_word
from scorecard.result import (
    Alert,
    Basis,
    Contribution,
    Contributions,
    Coverage,
    GoalScore,
    KpiNote,
    Limits,
    PartKind,
    Reason,
)
from scorecard.scoring.parts import NamedPart, Times, kpi_part, leading_parts, scored
from scorecard.scoring.watch import flags

_DOUBT = 3
"""So many periods on end it takes at least before a hypothesis is in doubt."""


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
    alerts: Mapping[str, tuple[Alert, ...]],
) -> GoalScore:
    """One goal with all its numbers, its status and its diagnosis; ``limits_of`` are those of all KPIs and goals,
    ``alerts`` the alarms of all KPIs."""
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
    word = diagnosis(lagging_status, leading_status, bool(leading_of))
    way = _trend(goal, goal_id, basis, performance, times)
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
        diagnosis="hypothesis-in-doubt" if word == "results-pending" and in_doubt(times, goal_id, own) else word,
        limits=own,
        flags=flags(times.past, goal_id, alerts, lambda other, ago: times.lagging(ago)[other].value),
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
        trend=way,
        trend_word=None if way is None else trend_word(way, strategy_map.trend_same),
        guardrails=goal.guardrails,
    )


def _trend(goal: Goal, goal_id: str, basis: Basis, now: Mean, times: Times) -> float | None:
    """The performance less that of the period before; None where no figure behind it has a date. What is so far is
    compared with a whole period, because its flows are asked for in part only."""
    past = times.past
    behind = _results(goal) if basis == "lagging" else _drivers(past.strategy_map, goal)
    if now.value is None or not past.any_dated(behind):
        return None
    reported = past.closed_at(1)
    if reported is not None:
        before = reported.goals[goal_id].performance if goal_id in reported.goals else None
    elif basis == "lagging":
        before = times.lagging(1)[goal_id].value
    else:
        before = weighted_mean([part for _, _, part in leading_parts(past.strategy_map, goal, times, 1)]).value
    return None if before is None else now.value - before


def _results(goal: Goal) -> list[str]:
    """The KPIs behind the results of a goal."""
    return [entry.id for entry in goal.lagging]


def _drivers(strategy_map: StrategyMap, goal: Goal) -> list[str]:
    """The KPIs behind its drivers: its leading ones, and those of the results of its causes."""
    causes = [kpi_id for entry in goal.driven_by for kpi_id in _results(strategy_map.goals[entry.id])]
    return [*(entry.id for entry in goal.leading), *causes]


def in_doubt(times: Times, goal_id: str, own: Limits) -> bool:
    """Whether the drivers have been on track and the results not for max(3, longest delay + 1) periods on end that
    are over; undated values say nothing of the past."""
    past = times.past
    goal = past.strategy_map.goals[goal_id]
    if not past.any_dated(_results(goal)) or not past.any_dated(_drivers(past.strategy_map, goal)):
        return False
    needed = max(_DOUBT, 1 + max((entry.delay for entry in (*goal.leading, *goal.driven_by)), default=0))
    first = 0 if past.period.end <= past.as_of else 1
    enough = past.strategy_map.min_coverage
    for ago in range(first, first + needed):
        lagging = times.lagging(ago)[goal_id]
        leading = weighted_mean([part for _, _, part in leading_parts(past.strategy_map, goal, times, ago)])
        result = covered_status(*lagging, own, enough)
        if covered_status(*leading, own, enough) != "on-track" or result not in ("at-risk", "off-track"):
            return False
    return True


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
