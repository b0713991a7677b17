"""Every number of a map over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period, Rhythm
from scorecard.result import Limits, Reason, Restated, Status

SeriesKind: TypeAlias = Literal["kpi", "measure", "goal", "perspective", "index"]
NumberName: TypeAlias = Literal["value", "performance", "lagging", "leading", "outlook"]


class Compared(NamedTuple):
    """The way from the ``first`` number of a series to the ``last``, given by their places.

    They are known ones; a sum that is still growing is left out where there is another, because it compares with none.
    ``change`` is the last less the first; None where they are one and the same, and where they are not ``comparable``:
    a break lies between them.
    """

    first: int
    last: int
    change: float | None
    comparable: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """One number of one item in all periods of a history, oldest first.

    ``values`` are fractions (1.0 = 100 %), a KPI's or measure's ``value`` is in its ``unit``; None is no data.
    ``statuses`` are those of the item's performance, whatever the number is; a measure has none. ``reasons`` say why
    there is no value, or why it counts for less than it seems to: None where nothing is to be said. ``limits`` are
    those of the status, None for values. ``growing``: the last value is a sum of a period that is not over, so it
    compares with no other. ``breaks`` are the periods within the history from which on values do not
    compare with those before, and why. ``compared`` is None where no value is known. The index has the id ``index``.
    """

    kind: SeriesKind
    id: str
    name: str
    number: NumberName
    unit: str | None
    limits: Limits | None
    values: tuple[float | None, ...]
    statuses: tuple[Status, ...] = ()
    reasons: tuple[Reason | None, ...] = ()
    breaks: tuple[tuple[Period, str], ...] = ()
    growing: bool = False
    compared: Compared | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """A map over time, its ``periods`` oldest first.

    ``over`` says for each period whether it is over on the day ``as_of``, else it is so far; ``reported`` whether its
    numbers were read from its closed file and not scored. ``scored`` is the period that a review of that day shows.
    ``series`` come in the order index, perspectives, goals, KPIs, measures. ``events`` are those of the shown time,
    ``restated`` the KPIs whose figure of a closed period is another one today.
    """

    map: str
    currency: str | None
    as_of: date
    rhythm: Rhythm
    scored: Period
    periods: tuple[Period, ...]
    over: tuple[bool, ...]
    reported: tuple[bool, ...]
    series: tuple[Series, ...]
    events: tuple[tuple[Period, str], ...] = ()
    restated: tuple[Restated, ...] = ()
