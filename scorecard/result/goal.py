"""A goal with its three numbers, and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from scorecard.result.kpi import Limits
from scorecard.result.words import Basis, Diagnosis, FlagKind, Heading, PartKind, Reason, Status, TrendWord


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

    kind: FlagKind
    kpi: str | None
    text: str


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
    that are not on track by their own limits, lowest first. ``trend`` is the performance less that of the period
    before, ``guardrails`` the ids of the KPIs that are watched beside the goal.
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
    trend: float | None = None
    trend_word: TrendWord | None = None
    guardrails: tuple[str, ...] = ()
