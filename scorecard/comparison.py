"""Two periods of a map side by side: what moved, and what that did to the goals above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period
from scorecard.result import Limits, PartKind, Status, TrendWord

Obstacle: TypeAlias = Literal["break", "substitute", "partial"]
"""Why two values do not compare: a break lies between them, something else stands in for one of them, or one of them
lacks a part."""


class MovedPart(NamedTuple):
    """By how much the part of a number moved it, in fractions: its share × value now less that of before."""

    kind: PartKind
    id: str
    move: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A number in both periods, fractions; ``change`` is None where one of them has no data.

    The moves of ``parts``, largest first, and ``rest`` add up to the change; ``rest`` is what no part that is known
    in both periods explains (other weights, another set of figures).
    """

    before: float | None
    now: float | None
    change: float | None
    parts: tuple[MovedPart, ...] = ()
    rest: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiChange:
    """A KPI in both periods: its values in its unit, and how good they were.

    ``word`` is None where nothing says which way is better, or where ``obstacle`` says why the values do not compare;
    ``why`` is the text of the break, the id of what stands in, or the parts that are missing. ``moved``: any of it is
    another than before.
    """

    id: str
    name: str
    unit: str | None
    value_before: float | None
    value_now: float | None
    performance: Change
    status_now: Status
    limits: Limits
    word: TrendWord | None
    obstacle: Obstacle | None = None
    why: str | None = None
    moved: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreChange:
    """A goal, a perspective or the index in both periods; ``status_before`` is None for a goal that was not there.

    ``moved``: one of its numbers or its status is another than before.
    """

    kind: Literal["goal", "perspective", "index"]
    id: str
    name: str
    status_before: Status | None
    status_now: Status
    limits: Limits
    performance: Change
    lagging: Change
    leading: Change
    outlook: Change
    moved: bool

    @property
    def is_new_status(self) -> bool:
        """Whether the status is another than before."""
        return self.status_before is not None and self.status_before != self.status_now


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """What became of a map from the period ``before`` to ``period``.

    KPIs and goals stand in order: those that do not compare last, goals with another status first, then the largest
    change of performance. ``unlike`` names the KPIs that have data in only one of the two periods, so that sums over
    them are not like for like; ``gone`` holds the ids of the goals that only the earlier period had. ``reported``: the
    earlier period was closed, and stands as it was reported then; ``now_reported``: so was the later one, and so does
    it. ``closed``: the later one is over on the day ``as_of``.
    """

    name: str
    currency: str | None
    period: Period
    before: Period
    as_of: date
    closed: bool
    reported: bool
    kpis: tuple[KpiChange, ...]
    goals: tuple[ScoreChange, ...]
    perspectives: tuple[ScoreChange, ...]
    index: ScoreChange
    unlike: tuple[str, ...]
    gone: tuple[str, ...] = ()
    now_reported: bool = False
