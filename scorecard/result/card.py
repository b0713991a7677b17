"""The whole card: perspectives, index, arrows, initiatives, and what the map says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scorecard.period import Period
from scorecard.result.goal import Contributions, Counts, Coverage, GoalScore
from scorecard.result.kpi import KpiScore, Limits, Origin
from scorecard.result.words import LinkKind, Reason, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class PerspectiveScore:
    """The weighted means of the goals of a perspective, each number for itself."""

    id: str
    name: str
    questions: tuple[str, ...]
    weight: float
    performance: float | None
    lagging: float | None
    leading: float | None
    outlook: float | None
    coverage: Coverage
    performance_coverage: float
    status: Status
    reason: Reason | None
    counts: Counts
    contributions: Contributions


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexScore:
    """The weighted means over the perspectives, and the goals of the whole map counted by status."""

    performance: float | None
    lagging: float | None
    leading: float | None
    outlook: float | None
    coverage: Coverage
    performance_coverage: float
    status: Status
    reason: Reason | None
    counts: Counts
    contributions: Contributions


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkScore:
    """An arrow: ``share`` is its share among the declared drivers of the effect; ``None`` for a hindrance."""

    cause: str
    effect: str
    kind: LinkKind
    weight: float
    share: float | None
    delay: int
    because: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class InitiativeScore:
    """An initiative as of the scored day; ``late``: due, and neither done nor stopped."""

    id: str
    name: str
    description: str | None
    owner: str | None
    start: date | None
    due: date | None
    status: Literal["planned", "active", "done", "stopped"] | None
    completion: float | None
    budget: float | None
    spent: float | None
    because: str | None
    kpi: str | None
    result: str | None
    url: str | None
    goals: tuple[str, ...]
    late: bool
    over_budget: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureValue:
    """A figure that is no KPI, in its unit."""

    id: str
    name: str
    description: str | None
    unit: str | None
    value: float | None
    at_most: bool
    origin: Origin


@dataclass(frozen=True, kw_only=True, slots=True)
class Later:
    """A closed period after the scored one in which too few KPIs have a figure yet: ``known`` of ``due``."""

    period: Period
    known: int
    due: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Restated:
    """A KPI whose figure of a closed period is another one today; the closed one stays in force."""

    period: Period
    kpi: str
    closed: float | None
    now: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reported:
    """A goal or perspective of a closed period that was reported otherwise than it is scored today: its performance
    then, a fraction, and its status then."""

    kind: Literal["goal", "perspective"]
    id: str
    performance: float | None
    status: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """A strand of the strategy."""

    id: str
    name: str
    description: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class MapFacts:
    """What the map says of itself."""

    name: str
    description: str | None
    organisation: str | None
    mission: str | None
    vision: str | None
    owner: str | None
    horizon: str | None
    currency: str | None
    rhythm: Literal["day", "week", "month", "quarter", "year"]
    min_coverage: float
    drivers_share: float
    trend_same: float = 0.02
    dimensions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Scorecard:
    """A strategy map with all its numbers for one period, in the order of the file.

    ``as_of`` is the day everything was scored for, ``period`` the one it lies in, ``top`` the id of the highest
    perspective that has goals. ``focus`` holds the ids of the
    goals at risk or off track, most urgent × important first; ``satisfied`` those of goals on track although
    urgent (4 or 5), from which effort can move. ``closed``: the period is over on that day, else everything is so
    far. ``unlike`` names the KPIs that have data in only one of this period and the one before, so that the index
    and its change are not like for like; ``later`` is a closed period that has too few figures to be scored,
    ``ending`` names the sources whose rows end well before the period does, with their last day; ``reported`` is the
    performance of the index that was reported when the period was closed, ``otherwise`` the perspectives and goals
    that were reported otherwise, ``restated`` what has changed in closed periods since then; ``headline`` holds the
    ids of the few figures for an outsider, ``events`` what happened in the period.
    """

    map: MapFacts
    as_of: date
    period: Period
    limits: Limits
    top: str
    index: IndexScore
    perspectives: tuple[PerspectiveScore, ...]
    themes: tuple[Theme, ...]
    goals: tuple[GoalScore, ...]
    kpis: tuple[KpiScore, ...]
    links: tuple[LinkScore, ...]
    initiatives: tuple[InitiativeScore, ...]
    focus: tuple[str, ...]
    satisfied: tuple[str, ...]
    closed: bool = True
    measures: tuple[MeasureValue, ...] = ()
    headline: tuple[str, ...] = ()
    events: tuple[tuple[Period, str], ...] = ()
    unlike: tuple[str, ...] = ()
    later: Later | None = None
    ending: tuple[tuple[str, date], ...] = ()
    reported: float | None = None
    otherwise: tuple[Reported, ...] = ()
    restated: tuple[Restated, ...] = ()
