"""What scenarios would do to the numbers of a map: before, after, difference, and period by period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from scorecard.distribution import Distribution
from scorecard.period import Period
from scorecard.result import Limits, Scorecard, Status
from scorecard.scenario import Expectation, Scenario

ItemKind: TypeAlias = Literal["goal", "perspective", "index"]


class Move(NamedTuple):
    """A number before and after; ``change`` is None where one of the two is no data."""

    before: float | None
    after: float | None
    change: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiMove:
    """A KPI whose value a scenario changes: because it is ``set``, because it is ``computed`` from one that is, because
    such a one ``stands in`` for it, or because that is its ``target``.

    ``value`` is in its ``unit``, ``performance`` a fraction. ``written`` says what was written for it.
    """

    id: str
    name: str
    unit: str | None
    why: Literal["set", "computed", "stands in", "target"]
    written: str
    value: Move
    performance: Move
    limits: Limits
    status_before: Status
    status_after: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreMove:
    """The numbers of a goal, a perspective or the index (its id is ``index``) before and after.

    ``coverage`` is that of the outlook after, ``performance_coverage`` that of the performance. ``hindered`` is what
    the changes of the goals that hinder it would take from its outlook in the end, 0 or below where they gain: the
    outlook itself leaves hindrances out. Perspectives and index have no ``outlook_status`` (None).
    """

    kind: ItemKind
    id: str
    name: str
    limits: Limits
    performance: Move
    lagging: Move
    leading: Move
    outlook: Move
    status_before: Status
    status_after: Status
    outlook_status_before: Status | None = None
    outlook_status_after: Status | None = None
    coverage: float = 1.0
    performance_coverage: float = 1.0
    hindered: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Path:
    """The outlook of an item period by period, hindrances included.

    ``start`` is the outlook without the scenario, ``values`` belong to the periods of the simulation; they may lie
    outside of [0, 1], because nothing is clamped. ``on_track_from`` is the first period from which on the outlook is on
    track until the last one; ``was_on_track``: it is so without the scenario. ``worse_first``: it falls below its start
    by half a point or more and ends as much above it; ``lowest`` is the period of its lowest value.
    """

    kind: ItemKind
    id: str
    name: str
    limits: Limits
    start: float | None
    values: tuple[float | None, ...]
    statuses: tuple[Status, ...]
    on_track_from: Period | None
    was_on_track: bool
    worse_first: bool
    lowest: Period | None
    coverage: float = 1.0


class HindranceEffect(NamedTuple):
    """What an arrow of the kind hindered-by takes from the outlook of ``effect`` once ``cause`` has changed by
    ``change``; both in points as fractions, ``taken`` below 0 where it gives."""

    cause: str
    effect: str
    change: float
    taken: float


class Verdict(NamedTuple):
    """An expectation, the number or status it came to (None: no data), and whether it is met."""

    expectation: Expectation
    actual: float | Status | None
    met: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one scenario would do.

    ``after`` is the whole card; of what comes in steps it holds the last. ``scores`` are the goals, the perspectives
    and the index, in this order. ``reshared`` are the KPIs that have data in only one of the two cards, so that the
    shares of what stands beside them change, too; ``unmoved`` the KPIs and measures that are worked out from what is
    set and were not worked out anew. ``paths`` are empty when no periods were asked for,
    ``distribution`` is None where every value is certain.
    """

    scenario: Scenario
    after: Scorecard
    kpis: tuple[KpiMove, ...]
    scores: tuple[ScoreMove, ...]
    reshared: tuple[str, ...] = ()
    unmoved: tuple[str, ...] = ()
    hindrances: tuple[HindranceEffect, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    paths: tuple[Path, ...] = ()
    distribution: Distribution | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Simulation:
    """One map under one or more scenarios, each by itself, beside the card without any of them.

    ``periods`` are those of the paths: the scored one first, in which the changes are made.
    """

    before: Scorecard
    outcomes: tuple[Outcome, ...]
    periods: tuple[Period, ...] = ()
