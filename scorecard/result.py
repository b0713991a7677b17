"""The scorecard: every number, status and word that a picture or a table may show, already computed.

All numbers are fractions (1.0 = 100 %); ``None`` is *no data*, never zero. Values of KPIs are in the KPI's unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from scorecard.period import Period

Status: TypeAlias = Literal["on-track", "at-risk", "off-track", "no-data"]
Diagnosis: TypeAlias = Literal[
    "healthy",
    "watch",
    "early-warning",
    "results-pending",
    "hypothesis-in-doubt",
    "needs-action",
    "drivers-not-measured",
    "results-not-measured",
    "no-data",
]
Heading: TypeAlias = Literal["rising", "steady", "falling"]
Basis: TypeAlias = Literal["lagging", "leading"]
PartKind: TypeAlias = Literal["kpi", "goal", "perspective"]
LinkKind: TypeAlias = Literal["driven-by", "hindered-by"]
Reason: TypeAlias = Literal[
    "no-value",
    "no-target",
    "no-baseline",
    "target-beyond-worst",
    "not-due",
    "not-scored",
    "no-kpis",
    "no-data",
    "low-coverage",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The two limits of a status, as shares of performance: at risk from ``at_risk``, on track from ``on_track``."""

    at_risk: float
    on_track: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """How much of what was declared has data behind each number, from 0 to 1."""

    lagging: float
    leading: float
    outlook: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """How many goals have each status."""

    on_track: int
    at_risk: int
    off_track: int
    no_data: int


class Contribution(NamedTuple):
    """One part of a number: the products of all parts with data add up to it.

    ``weight`` is as written; ``share`` is after normalising over the parts with data, ``None`` for one without;
    ``product`` is share × value; ``coverage`` is the part's own, 0 to 1.
    """

    kind: PartKind
    id: str
    weight: float
    share: float | None
    value: float | None
    product: float | None
    coverage: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Contributions:
    """The parts of each number of a goal, a perspective or the index."""

    performance: tuple[Contribution, ...] = ()
    lagging: tuple[Contribution, ...] = ()
    leading: tuple[Contribution, ...] = ()
    outlook: tuple[Contribution, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Flag:
    """Something to look at that no score shows: a trade-off, say. ``kpi`` names the KPI it comes from, if one."""

    kind: Literal["trade-off"]
    kpi: str | None
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiScore:
    """A KPI with its value, its road and how good it is now.

    ``baseline`` and ``target`` are those in force after defaults, in the KPI's unit; ``worst`` and ``best`` are None
    where they only repeat baseline and target;
    ``progress`` is the share of the way from baseline to target, not clamped; ``expected`` the share of the plan's
    time that has passed, ``plan`` the value that would be on plan; ``pace`` is progress ÷ expected, from expected
    10 % on; ``of_target`` is value ÷ target where that means something. ``reason`` says why performance is None.
    ``lagging_of`` and ``leading_of`` name the goals that use it.
    """

    id: str
    name: str
    description: str | None
    unit: str | None
    owner: str | None
    url: str | None
    direction: Literal["maximise", "minimise", "none"] | None
    scale: Literal["line", "binary", "curve", "range"] | None
    value: float | None
    baseline: float | None
    target: float | None
    since: date | None
    by: date | None
    worst: float | tuple[float, float] | None
    best: float | None
    range: tuple[float, float] | None
    curve: tuple[tuple[float, float], ...]
    progress: float | None
    expected: float | None
    plan: float | None
    pace: float | None
    of_target: float | None
    performance: float | None
    status: Status
    reason: Reason | None
    limits: Limits
    lagging_of: tuple[str, ...]
    leading_of: tuple[str, ...]


class KpiNote(NamedTuple):
    """What the author says of a KPI in a goal: ``delay`` periods until it shows, and the hypothesis ``because``."""

    kpi: str
    delay: int
    because: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GoalScore:
    """A goal with its three numbers, never blended into one.

    ``performance`` is the result (``basis`` lagging, or leading for a goal that declares no lagging KPI);
    ``lagging`` what was achieved, ``leading`` what the drivers say should be showing now, ``outlook`` where the
    drivers pull, ``heading`` that pull against lagging in a word. ``performance_coverage`` is the coverage of the
    number that ``performance`` is. ``kpis_lagging`` and ``kpis_leading`` are the ids
    in the order of the file, ``kpi_notes`` what was said of some of them, ``causes`` the ids of goals.
    ``reaches_top``: it is in the top perspective or arrows lead there. ``weakest`` are the parts of lagging and leading
    that are not on track by their own limits, lowest first.
    """

    id: str
    name: str
    description: str | None
    perspective: str
    owner: str | None
    theme: str | None
    url: str | None
    weight: float
    importance: int | None
    urgency: int | None
    performance: float | None
    basis: Basis
    lagging: float | None
    leading: float | None
    outlook: float | None
    heading: Heading | None
    outlook_status: Status
    coverage: Coverage
    performance_coverage: float
    status: Status
    lagging_status: Status
    leading_status: Status
    reason: Reason | None
    diagnosis: Diagnosis | None
    limits: Limits
    flags: tuple[Flag, ...]
    kpis_lagging: tuple[str, ...]
    kpis_leading: tuple[str, ...]
    kpi_notes: tuple[KpiNote, ...]
    causes: tuple[str, ...]
    initiatives: tuple[str, ...]
    reaches_top: bool
    weakest: tuple[Contribution, ...]
    contributions: Contributions


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Scorecard:
    """A strategy map with all its numbers for one period, in the order of the file.

    ``as_of`` is the day everything was scored for, ``period`` the one it lies in, ``top`` the id of the highest
    perspective that has goals. ``focus`` holds the ids of the
    goals at risk or off track, most urgent × important first; ``satisfied`` those of goals on track although
    urgent (4 or 5), from which effort can move.
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
