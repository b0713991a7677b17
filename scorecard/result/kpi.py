"""A KPI with all that can be said of it in one period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scorecard.result.words import Reason, Status, TrendWord


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The two limits of a status, as shares of performance: at risk from ``at_risk``, on track from ``on_track``."""

    at_risk: float
    on_track: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Alert:
    """An alarm that sounds: what it is, and the sentence that says why."""

    kind: Literal["alarm", "warning", "unstable"]
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """How a figure is made: the formula over the rows of a source, or over other figures; nothing when it is recorded
    or stands in the map."""

    source: str | None = None
    formula: str | None = None
    where: str | None = None
    over: str | None = None
    cadence: str | None = None
    kind: Literal["flow", "stock", "rate"] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiScore:
    """A KPI with its value, its road and how good it is now.

    ``baseline`` and ``target`` are those in force after defaults, in the KPI's unit; ``worst`` and ``best`` are None
    where they only repeat baseline and target;
    ``progress`` is the share of the way from baseline to target, not clamped; ``expected`` the share of the plan's
    time that has passed, ``plan`` the value that would be on plan; ``pace`` is progress ÷ expected, from expected
    10 % on; ``of_target`` is value ÷ target where that means something. ``reason`` says why performance is None.
    ``lagging_of`` and ``leading_of`` name the goals that use it.

    ``before`` is the value compared with and ``trend`` the way since then as a share of the scale's length, above 0
    for better; ``n`` the size of the sample behind the value and ``min_sample`` the least
    with which it is scored, ``age`` how many periods ago it was measured, ``used``
    the id of what stood in for it, ``lacks`` the dimension values that are missing in it; ``at_most``: its parts
    overlap, so it is an upper bound. ``part`` is the share by which the scale was cut, because the period is not over
    or the target is one for a longer period. ``review_due``: the day to look at the KPI again has passed. ``broken``
    says why the value does not compare with the one before.
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
    origin: Origin = Origin()
    before: float | None = None
    trend: float | None = None
    trend_word: TrendWord | None = None
    n: float | None = None
    min_sample: float | None = None
    age: int = 0
    used: str | None = None
    lacks: tuple[str, ...] = ()
    at_most: bool = False
    part: float = 1.0
    alerts: tuple[Alert, ...] = ()
    broken: str | None = None
    review_by: date | None = None
    review_due: bool = False
