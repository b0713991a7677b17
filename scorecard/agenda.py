"""The order of business of a review: what is talked about first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from scorecard.review import Decision


class Loss(NamedTuple):
    """What a part of a goal takes away from the index: ``points`` is its share in it × what it lacks to 100 %.

    ``kpi`` is None where the whole goal is meant: its performance is made of other goals.
    """

    goal: str
    kpi: str | None
    points: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """Open decisions of earlier reviews, then the ids of goals with flags and of those off track, then the largest
    losses, which with all others add up to what the index lacks to 100 %."""

    decisions: tuple[Decision, ...]
    goals: tuple[str, ...]
    losses: tuple[Loss, ...]
