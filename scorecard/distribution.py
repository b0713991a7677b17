"""What becomes of outlooks when values are not certain: where they come to lie, and with what chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from scorecard.result import Limits, Status

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles of a distribution."""

Law: TypeAlias = Literal["certain", "exact", "draws"]
Spread: TypeAlias = Literal["share", "range", "history"]


class UncertainValue(NamedTuple):
    """A KPI whose value is drawn: a normal distribution around ``middle`` with the standard ``deviation``, in the KPI's
    unit; 90 of 100 times it lies from ``low`` to ``high``.

    ``spread`` says what the deviation was told from: a ``share`` of the value, a ``range``, or ``history``, that is
    ``changes`` from one of its periods to the next. ``performance`` is the mean of its performance, a fraction.
    """

    id: str
    name: str
    unit: str | None
    written: str
    spread: Spread
    middle: float
    deviation: float
    low: float
    high: float
    performance: float
    changes: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlookDistribution:
    """The outlook of a goal, a perspective or the index as a distribution over [0, 1].

    ``now`` is it with all values as they are, ``mean`` and ``deviation`` are exact but for correlated KPIs, whose
    ``deviation`` is that of the draws. ``quantiles`` go with `QUANTILES`. ``chances`` sum to 1; too little coverage is
    no data, whatever is drawn. ``law`` says what quantiles and chances were told from: nothing uncertain reaches the
    item (``certain``), a normal distribution (``exact``, to a millionth), or ``draws``. ``shape`` is the share of draws
    in each twentieth of [0, 1]. All None, or empty, where there is no outlook.
    """

    kind: Literal["goal", "perspective", "index"]
    id: str
    name: str
    limits: Limits
    coverage: float
    now: float | None
    mean: float | None
    deviation: float | None
    quantiles: tuple[float, ...]
    chances: Mapping[Status, float]
    law: Law
    shape: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Distribution:
    """The outlooks of a map whose ``kpis`` are uncertain: goals, perspectives and the index, in this order.

    ``error`` is what sampling does to a chance at most, 95 of 100 times, as a fraction; 0 where nothing was drawn.
    Values are drawn independently of each other but where ``correlated`` says over how many common changes their
    correlation was measured (0: not asked for, or too few). ``certain`` are KPIs that were to be uncertain and are not:
    id and why. ``left`` are KPIs that are worked out from uncertain ones and keep their value.
    """

    kpis: tuple[UncertainValue, ...]
    outlooks: tuple[OutlookDistribution, ...]
    draws: int
    seed: int
    error: float
    correlated: int = 0
    asked_correlated: bool = False
    certain: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
