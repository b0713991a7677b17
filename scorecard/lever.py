"""Levers: which KPI moves a number of the map, by how much, and what it would take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from scorecard.result import Limits, Reason, Scorecard, Status

LeverKind: TypeAlias = Literal["goal", "perspective", "index"]


class Turn(NamedTuple):
    """What it would take of one KPI alone to bring the outlook on track.

    ``value`` is the nearest value that does it, None where none can; ``outlook`` is what the outlook would be then, or
    with the KPI as good as it can be.
    """

    value: float | None
    outlook: float


class Money(NamedTuple):
    """The budget of the initiatives that name a KPI, in the map's currency, and how many points of the outlook, as a
    fraction, reaching the KPI's target adds for each 1,000 of it."""

    budget: float
    per_1000: float
    initiatives: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Lever:
    """A KPI with data from which arrows lead to the number.

    ``share`` is d outlook / d performance: so many points the outlook moves with one point of the KPI. ``better`` is 1
    where a higher value is better here, -1 where a lower one is, None inside a range. ``slope`` is how much the outlook
    rises by one unit of the KPI in that direction, as a fraction, 0 where it changes nothing; None for a KPI that only
    is reached or not. ``reach`` is the value it should reach, ``gain`` what the outlook would be higher
    there, as a fraction (0 where it is reached). ``turn`` is None where the outlook is on track, or too little of it
    known. ``result_share`` and ``result_gain`` are the same for the performance of the number, None for a KPI that is
    no part of it.
    """

    id: str
    name: str
    unit: str | None
    status: Status
    limits: Limits
    value: float
    performance: float
    share: float
    better: Literal[1, -1] | None
    slope: float | None
    reach: float | None
    gain: float
    turn: Turn | None
    result_share: float | None
    result_gain: float | None
    money: Money | None
    goals: tuple[str, ...]


class Silent(NamedTuple):
    """A KPI that would be a lever and has no figure: giving it one changes the shares."""

    id: str
    name: str
    reason: Reason


class HindranceCost(NamedTuple):
    """What levers leave out: so much of each point that ``cause`` rises is taken from the outlook, 0 to 1."""

    cause: str
    effect: str
    cost: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Levers:
    """Every lever of the outlook of a goal, a perspective or the index, those that add most first.

    ``outlook`` and ``performance`` are fractions with their coverage, None for no data; ``unnamed`` are the
    initiatives with a budget that serve a goal on the way and name no KPI.
    """

    card: Scorecard
    kind: LeverKind
    id: str
    name: str
    limits: Limits
    outlook: float | None
    coverage: float
    outlook_status: Status
    performance: float | None
    performance_coverage: float
    status: Status
    levers: tuple[Lever, ...]
    silent: tuple[Silent, ...] = ()
    hindrances: tuple[HindranceCost, ...] = ()
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TotalEffects:
    """How much the outlook of each goal moves with what is added to another one: the sums over all paths of arrows.

    ``rows[e][c]`` belongs to the effect ``goals[e]`` and the cause ``goals[c]``: 1 on the diagonal without loops, 0
    where no path leads, None where the effect has no outlook.
    """

    card: Scorecard
    goals: tuple[str, ...]
    rows: tuple[tuple[float | None, ...], ...]
