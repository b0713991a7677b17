"""What was said and decided in the review of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

from scorecard.period import Period

DecisionKind: TypeAlias = Literal["continue", "intensify", "slow-down", "stop", "change"]

KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
"""The kinds of decisions, in the order in which they are offered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment on a goal: ``goal`` is its id, also one that the map no longer has; ``line`` counts from 1."""

    goal: str
    text: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What was decided in the review of ``period``, and whether it is ``done``.

    ``goal`` is an id, also one that the map no longer has; None for a decision that stands below no goal and names
    none. ``kind`` is None where whoever wrote it by hand said none. ``line`` counts from 1; 0 for a decision that is
    only to be written down.
    """

    period: Period
    goal: str | None
    kind: DecisionKind | None
    text: str
    owner: str | None
    due: date | None
    done: bool
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """What stands in the file of a review, in its order; ``path`` is relative to the folder of the map."""

    period: Period
    path: str
    comments: tuple[Comment, ...] = ()
    decisions: tuple[Decision, ...] = ()
