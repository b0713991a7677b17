"""What moved from one card to another."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.map_change import GoalMove, Numbers
from scorecard.result import GoalScore, Scorecard

_NOTHING = 1e-9


def index_numbers(card: Scorecard) -> Numbers:
    """The index of a card."""
    return Numbers(card.index.performance, card.index.outlook, card.index.status)


def moved_goals(before: Scorecard, after: Scorecard, ids: Mapping[str, str]) -> tuple[GoalMove, ...]:
    """The goals whose numbers or statuses differ, those with another status first, then by the size of their moves;
    ``ids`` are new ids by old ones."""
    was = {ids.get(goal.id, goal.id): goal for goal in before.goals}
    now = {ids.get(goal.id, goal.id): goal for goal in after.goals}
    found = []
    for goal_id in dict.fromkeys([*now, *was]):
        one, other = was.get(goal_id), now.get(goal_id)
        name = next(goal.name for goal in (other, one) if goal)
        move = GoalMove(goal_id, name, _numbers(one), _numbers(other))
        if _has_moved(move):
            found.append(move)
    return tuple(sorted(found, key=_rank))


def _numbers(goal: GoalScore | None) -> Numbers | None:
    if goal is None:
        return None
    return Numbers(goal.performance, goal.outlook, goal.status, goal.outlook_status)


def _has_moved(move: GoalMove) -> bool:
    if move.before is None or move.after is None:
        return True
    return _new_status(move) or any(size > _NOTHING for size in _sizes(move))


def _new_status(move: GoalMove) -> bool:
    return move.before is None or move.after is None or move.before[2:] != move.after[2:]


def _sizes(move: GoalMove) -> tuple[float, float]:
    if move.before is None or move.after is None:
        return 1.0, 1.0
    return _size(move.before.performance, move.after.performance), _size(move.before.outlook, move.after.outlook)


def _size(before: float | None, after: float | None) -> float:
    if before is None or after is None:
        return 0.0 if before is after else 1.0
    return abs(after - before)


def _rank(move: GoalMove) -> tuple[bool, float]:
    return not _new_status(move), -max(_sizes(move))
