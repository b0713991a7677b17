"""A card and an earlier period side by side."""

from __future__ import annotations

from typing import Literal

from scorecard.comparing.earlier import NUMBERS, Earlier, Numbers, Whole, number_of
from scorecard.comparing.parts import Delays, change_of
from scorecard.comparison import Change, Comparison, KpiChange, Obstacle, ScoreChange
from scorecard.model import StrategyMap
from scorecard.propagation.trend import TrendWord, trend_word
from scorecard.result import GoalScore, IndexScore, KpiScore, Limits, PartKind, PerspectiveScore, Scorecard

_NOTHING = 1e-9


def compare(strategy_map: StrategyMap, card: Scorecard, earlier: Earlier) -> Comparison:
    """What moved from the earlier period to that of the card.

    Changes are differences of fractions (0.04 is four points). A KPI is better or worse by the change of its
    performance, the same below the map's ``trend_same``; without performances by the change of its value. KPIs that
    are no longer in the map are left out, and goals are only named.
    """
    delays = _delays(card)
    goals = [
        _score(("goal", goal.id), goal.name, goal, earlier.goals.get(goal.id), earlier, delays, card.limits)
        for goal in card.goals
    ]
    perspectives = [
        _score(
            ("perspective", item.id), item.name, item, earlier.perspectives.get(item.id), earlier, delays, card.limits
        )
        for item in card.perspectives
    ]
    return Comparison(
        name=card.map.name,
        currency=card.map.currency,
        period=card.period,
        before=earlier.period,
        as_of=card.as_of,
        closed=card.closed,
        reported=earlier.contributions is None,
        kpis=_kpis(strategy_map, card, earlier),
        goals=tuple(sorted(goals, key=lambda goal: (not goal.is_new_status, -_size(goal.performance)))),
        perspectives=tuple(perspectives),
        index=_score(("index", "index"), "Index", card.index, earlier.index, earlier, delays, card.limits),
        unlike=tuple(
            kpi.id for kpi in card.kpis if (kpi.performance is None) != (earlier.performances.get(kpi.id) is None)
        ),
        gone=tuple(goal_id for goal_id in earlier.goals if all(goal.id != goal_id for goal in card.goals)),
    )


def _delays(card: Scorecard) -> Delays:
    delays: dict[tuple[str, PartKind, str], int] = {
        (link.effect, "goal", link.cause): link.delay for link in card.links if link.kind == "driven-by"
    }
    return delays | {(goal.id, "kpi", note.kpi): note.delay for goal in card.goals for note in goal.kpi_notes}


def _score(
    whole: Whole,
    name: str,
    now: GoalScore | PerspectiveScore | IndexScore,
    before: Numbers | None,
    earlier: Earlier,
    delays: Delays,
    limits: Limits,
) -> ScoreChange:
    changes = {
        number: change_of(
            whole,
            number,
            None if before is None else number_of(before, number),
            number_of(now, number),
            getattr(now.contributions, number),
            earlier,
            delays,
        )
        for number in NUMBERS
    }
    status = None if before is None else before.status
    return ScoreChange(
        kind=_kind(now),
        id=whole[1],
        name=name,
        status_before=status,
        status_now=now.status,
        limits=now.limits if isinstance(now, GoalScore) else limits,
        performance=changes["performance"],
        lagging=changes["lagging"],
        leading=changes["leading"],
        outlook=changes["outlook"],
        moved=status != now.status or any(map(_moved, changes.values())),
    )


def _kind(score: GoalScore | PerspectiveScore | IndexScore) -> Literal["goal", "perspective", "index"]:
    if isinstance(score, GoalScore):
        return "goal"
    return "perspective" if isinstance(score, PerspectiveScore) else "index"


def _moved(change: Change) -> bool:
    return (change.before is None) != (change.now is None) or _size(change) > _NOTHING


def _size(change: Change) -> float:
    return abs(change.change or 0.0)


def _kpis(strategy_map: StrategyMap, card: Scorecard, earlier: Earlier) -> tuple[KpiChange, ...]:
    """All KPIs: those that moved most come first, those that do not compare last."""
    found = [_kpi(strategy_map, kpi, card, earlier) for kpi in card.kpis]
    return tuple(sorted(found, key=lambda kpi: (kpi.obstacle is not None, -_size(kpi.performance))))


def _kpi(strategy_map: StrategyMap, kpi: KpiScore, card: Scorecard, earlier: Earlier) -> KpiChange:
    before, was = earlier.values.get(kpi.id), earlier.performances.get(kpi.id)
    obstacle, why = (
        _obstacle(strategy_map, kpi, card, earlier) if before is not None and kpi.value is not None else (None, None)
    )
    comparable = obstacle is None and was is not None and kpi.performance is not None
    change = kpi.performance - was if comparable and kpi.performance is not None and was is not None else None
    performance = Change(before=was, now=kpi.performance, change=change)
    return KpiChange(
        id=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        value_before=before,
        value_now=kpi.value,
        performance=performance,
        status_now=kpi.status,
        limits=kpi.limits,
        word=None if obstacle else _word(kpi, before, performance, card.map.trend_same),
        obstacle=obstacle,
        why=why,
        moved=_differs(before, kpi.value) or _differs(was, kpi.performance),
    )


def _obstacle(
    strategy_map: StrategyMap, kpi: KpiScore, card: Scorecard, earlier: Earlier
) -> tuple[Obstacle | None, str | None]:
    """What keeps two values from being compared, and its text; what stood in or was missing in a period that was
    closed is not known."""
    item = strategy_map.kpis[kpi.id]
    for begun, text in item.breaks.items():
        if earlier.period.end < begun.start <= card.period.end:
            return "break", text
    used = earlier.used.get(kpi.id, kpi.used)
    if used != kpi.used:
        return "substitute", kpi.used or used
    now, before = set(kpi.lacks), set(earlier.lacks.get(kpi.id, kpi.lacks))
    return ("partial", ", ".join(sorted(now ^ before))) if now != before else (None, None)


def _differs(before: float | None, now: float | None) -> bool:
    if before is None or now is None:
        return before is not now
    return abs(now - before) > _NOTHING * max(abs(now), abs(before))


def _word(kpi: KpiScore, before: float | None, performance: Change, same: float) -> TrendWord | None:
    if performance.change is not None:
        return trend_word(performance.change, same)
    if performance.before is not None or performance.now is not None:
        return None  # one of the two was not fit to be judged
    if before is None or kpi.value is None or kpi.direction not in ("maximise", "minimise"):
        return None
    if not _differs(before, kpi.value):
        return "same"
    return "better" if (kpi.value > before) == (kpi.direction == "maximise") else "worse"
