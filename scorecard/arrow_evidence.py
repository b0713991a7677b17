"""What the figures of a map say of its arrows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period, Rhythm

ArrowKind: TypeAlias = Literal["driven-by", "hindered-by", "leading"]
"""A goal drives or hinders a goal, or a leading KPI drives its goal."""
Verdict: TypeAlias = Literal["supported", "contradicted", "not-seen", "too-short", "no-data"]
WhyNot: TypeAlias = Literal[
    "no-figures",
    "no-direction",
    "no-results",
    "never-changes",
    "no-shared-period",
    "same-kpi",
    "few-changes",
    "few-periods",
]
"""Why there is no verdict, or none but too-short: the cause or the effect has no dated figures; has no direction, so
that nothing says which way is up; the goal has no result of its own; its figures are always the same; there are
no two periods in a row in which both were measured; they are measured by the same KPI; one of them hardly ever changes;
too few periods.
"""


class AtDelay(NamedTuple):
    """The correlation ``r`` at one delay in periods, −1 to 1, and its ``p`` as if it were the only one looked at."""

    delay: int
    r: float
    p: float


@dataclass(frozen=True, kw_only=True, slots=True)
class ArrowEvidence:
    """What the figures say of one arrow, from ``cause`` (a KPI for ``leading``, else a goal) to the goal ``effect``.

    ``delay`` is the declared one, in periods of the map. ``periods`` is the longest stretch without a gap in which both
    are known, from ``first`` to ``last``; ``n`` is how many changes were compared in it. Where there is enough for a
    test: ``seen_delay`` is the delay that the figures speak for, ``r`` (−1 to 1) the partial correlation of the changes
    there, above 0 where better goes with better, ``low`` and ``high`` the ends of its 95 % interval; ``p`` is corrected
    for the search over ``delays``, ``q`` for all arrows of the map, too, and ``power`` (0 to 1) is the chance to have
    seen a medium effect (r = 0.3) at the declared delay. ``granger_f`` and ``granger_p`` are Granger's test with as
    many lags as the declared delay, None without one; they decide nothing. ``why`` says why there is no verdict, or
    why it is too-short in spite of a test; None where the power says it all.
    """

    kind: ArrowKind
    cause: str
    cause_name: str
    effect: str
    effect_name: str
    delay: int
    verdict: Verdict
    why: WhyNot | None = None
    periods: int = 0
    first: Period | None = None
    last: Period | None = None
    n: int = 0
    seen_delay: int | None = None
    r: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    q: float | None = None
    power: float | None = None
    granger_f: float | None = None
    granger_p: float | None = None
    delays: tuple[AtDelay, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """The arrows and leading KPIs of a map in the order of the file, with what the figures known on ``as_of`` say.

    ``alpha`` is the error that a verdict may have.
    """

    map: str
    as_of: date
    rhythm: Rhythm
    alpha: float
    arrows: tuple[ArrowEvidence, ...]
