"""A period as it was reported when it was closed: read from then on, never scored again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.period import Period
from scorecard.result.words import Status


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosedNumbers:
    """The numbers of a goal, a perspective or the index; fractions, None is no data."""

    performance: float | None
    lagging: float | None
    leading: float | None
    outlook: float | None
    lagging_coverage: float
    status: Status


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosedPeriod:
    """What a closed file says of its period: the KPIs' values in their units and their performances, the numbers of
    goals and perspectives by id, those of the index, and the text that the map had."""

    period: Period
    values: Mapping[str, float | None]
    performances: Mapping[str, float | None]
    goals: Mapping[str, ClosedNumbers]
    perspectives: Mapping[str, ClosedNumbers]
    index: ClosedNumbers
    map_text: str
