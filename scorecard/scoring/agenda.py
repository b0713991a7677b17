"""The order of business of a review, from a card and the decisions that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.agenda import Agenda, Loss
from scorecard.result import Contribution, GoalScore, Scorecard
from scorecard.review import Decision

MOST_LOSSES = 5
_NOTHING = 0.0005
"""Less than this nobody sees: a twentieth of a point of the index."""


def agenda(card: Scorecard, decisions: Sequence[Decision]) -> Agenda:
    """Decisions as they come; goals with flags or off track, most urgent × important first, then in the order of the
    map; the largest losses of the index, each named once."""
    noticed = [goal.id for goal in card.goals if goal.flags or goal.status == "off-track"]
    urgent = [goal for goal in card.focus if goal in noticed]
    found = sorted(losses(card), key=lambda loss: -loss.points)
    return Agenda(
        decisions=tuple(decisions),
        goals=tuple(dict.fromkeys((*urgent, *noticed))),
        losses=tuple(loss for loss in found[:MOST_LOSSES] if loss.points >= _NOTHING),
    )


def losses(card: Scorecard) -> tuple[Loss, ...]:
    """What every part of every goal takes away from the index; together 100 % less the performance of the index.

    The share of a part is the product of the shares of perspective, goal and part. A part above 100 % gives back.
    """
    return tuple(_losses(card))


def _losses(card: Scorecard) -> Iterator[Loss]:
    perspectives = {perspective.id: perspective for perspective in card.perspectives}
    goals = {goal.id: goal for goal in card.goals}
    for band in card.index.contributions.performance:
        if band.share is None:
            continue
        for part in perspectives[band.id].contributions.performance:
            if part.share is not None:
                yield from _of_goal(goals[part.id], band.share * part.share)


def _of_goal(goal: GoalScore, share: float) -> Iterator[Loss]:
    parts: Sequence[Contribution]
    parts = goal.contributions.lagging if goal.basis == "lagging" else goal.contributions.leading
    own = [part for part in parts if part.kind == "kpi"]
    if len(own) < len(parts):
        yield Loss(goal.id, None, share * (1 - (goal.performance or 0.0)))
        return
    for part in own:
        if part.share is not None and part.value is not None:
            yield Loss(goal.id, part.id, share * part.share * (1 - part.value))
