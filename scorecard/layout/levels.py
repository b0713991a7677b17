"""How high a goal stands inside its perspective."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.geometry import Arrow


def levels(ids: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    """The longest way up to each goal over the links among ``ids``, 0 for the lowest.

    Hindrances do not count, nor does a link that closes a loop; of a loop the longest delay is what closes it.
    """
    causes: dict[str, list[str]] = {goal_id: [] for goal_id in ids}
    inside = [arrow for arrow in arrows if arrow.cause in causes and arrow.effect in causes and not arrow.hinders]
    for arrow in sorted(inside, key=lambda arrow: arrow.delay):
        if arrow.effect not in _behind(arrow.cause, causes):
            causes[arrow.effect].append(arrow.cause)
    found: dict[str, int] = {}
    while len(found) < len(causes):
        for goal_id, needed in causes.items():
            if goal_id not in found and all(cause in found for cause in needed):
                found[goal_id] = 1 + max((found[cause] for cause in needed), default=-1)
    return found


def _behind(goal_id: str, causes: Mapping[str, Sequence[str]]) -> set[str]:
    """The goal, its causes, their causes and so on."""
    found: set[str] = set()
    waiting = [goal_id]
    while waiting:
        reached = waiting.pop()
        if reached not in found:
            found.add(reached)
            waiting += causes[reached]
    return found
