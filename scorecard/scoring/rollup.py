"""From goals to perspectives, from perspectives to the index: each number rolls up by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from scorecard.model import StrategyMap
from scorecard.naming import name_from
from scorecard.propagation.mean import Mean, Part, weighted_mean
from scorecard.propagation.status import covered, covered_status
from scorecard.result import (
    Contributions,
    Counts,
    Coverage,
    GoalScore,
    IndexScore,
    Limits,
    PerspectiveScore,
    Reason,
    Status,
)
from scorecard.scoring.goals import contributions
from scorecard.scoring.parts import NamedPart

Scored: TypeAlias = GoalScore | PerspectiveScore
Named: TypeAlias = list[NamedPart]


def _parts(kind: Literal["goal", "perspective"], items: Sequence[Scored]) -> tuple[Named, Named, Named, Named]:
    """The items as parts of performance, lagging, leading and outlook."""
    return (
        [(kind, item.id, Part(item.weight, item.performance, item.performance_coverage)) for item in items],
        [(kind, item.id, Part(item.weight, item.lagging, item.coverage.lagging)) for item in items],
        [(kind, item.id, Part(item.weight, item.leading, item.coverage.leading)) for item in items],
        [(kind, item.id, Part(item.weight, item.outlook, item.coverage.outlook)) for item in items],
    )


def _mean(parts: Named) -> Mean:
    return weighted_mean([part for _, _, part in parts])


def _contributions(parts: tuple[Named, Named, Named, Named]) -> Contributions:
    performance, lagging, leading, outlook = map(contributions, parts)
    return Contributions(performance=performance, lagging=lagging, leading=leading, outlook=outlook)


def count(goals: Sequence[GoalScore]) -> Counts:
    """How many of the goals have each status."""
    found: dict[Status, int] = {"on-track": 0, "at-risk": 0, "off-track": 0, "no-data": 0}
    for goal in goals:
        found[goal.status] += 1
    return Counts(
        on_track=found["on-track"],
        at_risk=found["at-risk"],
        off_track=found["off-track"],
        no_data=found["no-data"],
    )


def _reason(performance: Mean, min_coverage: float) -> Reason | None:
    if performance.value is None:
        return "no-data"
    return None if covered(performance.coverage, min_coverage) else "low-coverage"


def score_perspectives(
    strategy_map: StrategyMap, goals: Sequence[GoalScore], limits: Limits
) -> tuple[PerspectiveScore, ...]:
    """The weighted means of the goals of each perspective, from top to bottom."""
    members: dict[str, list[GoalScore]] = {perspective: [] for perspective in strategy_map.perspectives}
    for goal in goals:
        members[goal.perspective].append(goal)
    found = []
    for perspective_id, perspective in strategy_map.perspectives.items():
        parts = _parts("goal", members[perspective_id])
        performance, lagging, leading, outlook = map(_mean, parts)
        found.append(
            PerspectiveScore(
                id=perspective_id,
                name=perspective.name or name_from(perspective_id),
                questions=perspective.questions,
                weight=perspective.weight,
                performance=performance.value,
                lagging=lagging.value,
                leading=leading.value,
                outlook=outlook.value,
                coverage=Coverage(lagging=lagging.coverage, leading=leading.coverage, outlook=outlook.coverage),
                performance_coverage=performance.coverage,
                status=covered_status(*performance, limits, strategy_map.min_coverage),
                reason=_reason(performance, strategy_map.min_coverage),
                counts=count(members[perspective_id]),
                contributions=_contributions(parts),
            )
        )
    return tuple(found)


def score_index(
    strategy_map: StrategyMap,
    perspectives: Sequence[PerspectiveScore],
    goals: Sequence[GoalScore],
    limits: Limits,
) -> IndexScore:
    """The weighted means over the perspectives that have goals: an empty one declares nothing that could miss."""
    inhabited = {goal.perspective for goal in goals}
    parts = _parts("perspective", [item for item in perspectives if item.id in inhabited])
    performance, lagging, leading, outlook = map(_mean, parts)
    return IndexScore(
        performance=performance.value,
        lagging=lagging.value,
        leading=leading.value,
        outlook=outlook.value,
        coverage=Coverage(lagging=lagging.coverage, leading=leading.coverage, outlook=outlook.coverage),
        performance_coverage=performance.coverage,
        status=covered_status(*performance, limits, strategy_map.min_coverage),
        reason=_reason(performance, strategy_map.min_coverage),
        counts=count(goals),
        contributions=_contributions(parts),
    )
