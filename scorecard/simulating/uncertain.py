"""Which values are uncertain, and how: from what was written to normal distributions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import isfinite
from statistics import stdev
from typing import NamedTuple

from scorecard.distribution import Spread
from scorecard.period import Period
from scorecard.propagation.shape import Shape, shape_of
from scorecard.result import KpiScore, Scorecard
from scorecard.scalars import LARGEST
from scorecard.scenario import Uncertain

LEAST_CHANGES = 6
"""So many changes from one period to the next tell how much a KPI varies."""

WITHIN_90 = 1.6448536269514722
"""90 of 100 values of a normal distribution lie within so many deviations."""


class Drawn(NamedTuple):
    """A KPI that is drawn, on its scale."""

    kpi: KpiScore
    written: str
    spread: Spread
    middle: float
    deviation: float
    shape: Shape
    changes: int = 0


def drawn_kpis(
    asked: Sequence[Uncertain], card: Scorecard, series: Mapping[str, Mapping[Period, float]]
) -> tuple[tuple[Drawn, ...], tuple[tuple[str, str], ...]]:
    """The KPIs that are drawn, in the order of the map, and those that are not with the reason.

    ``series`` are the figures of KPIs in their own periods, oldest first. What is said of a KPI by itself counts before
    what is said of all (``*``), of which KPIs without a word are those that cannot be uncertain.
    """
    by_id = {one.kpi: one for one in asked}
    everyone = by_id.get("*")
    drawn: list[Drawn] = []
    certain: list[tuple[str, str]] = []
    day = min(card.period.end, card.as_of)
    for kpi in card.kpis:
        one = by_id.get(kpi.id, everyone)
        if one is None or (one is everyone and kpi.performance is None):
            continue
        found = _drawn(one, kpi, list(series.get(kpi.id, {}).values()), day)
        if isinstance(found, str):
            certain.append((kpi.id, found))
        else:
            drawn.append(found)
    return tuple(drawn), tuple(certain)


def _drawn(asked: Uncertain, kpi: KpiScore, series: Sequence[float], day: date) -> Drawn | str:
    """A KPI as it is drawn, or why it is not."""
    if kpi.value is None or kpi.performance is None:
        return "it has no score now"
    if kpi.unit == "yes-no":
        return "it is yes or no"
    shape = shape_of(kpi) or _binary(kpi, day)
    if shape is None:
        return "it is not due yet"
    middle, deviation = kpi.value, 0.0
    if asked.spread == "share":
        deviation = abs(kpi.value) * (asked.share or 0.0)
    elif asked.spread == "range" and asked.low is not None and asked.high is not None:
        middle, deviation = (asked.low + asked.high) / 2, (asked.high - asked.low) / 2 / WITHIN_90
    else:
        changes = [after - before for before, after in pairwise(series)]
        if len(changes) < LEAST_CHANGES:
            return f"its history has {len(changes)} changes from period to period, and {LEAST_CHANGES} are needed"
        return _checked(Drawn(kpi, asked.written, asked.spread, middle, stdev(changes), shape, len(changes)))
    return _checked(Drawn(kpi, asked.written, asked.spread, middle, deviation, shape))


def _checked(found: Drawn) -> Drawn | str:
    if not isfinite(found.deviation) or found.deviation > LARGEST:
        return "it would vary beyond all figures"
    if found.deviation <= 1e-12 * max(abs(found.middle), 1e-300):
        return "it would not vary at all"
    return found


def _binary(kpi: KpiScore, day: date) -> Shape | None:
    """A target that is reached or not, as a step; none before it is due, when one that is not reached has no score."""
    if kpi.scale != "binary" or kpi.target is None or (kpi.by is not None and kpi.by > day):
        return None
    rising = kpi.direction == "maximise"
    return Shape(((kpi.target, 1.0),), 0.0 if rising else 1.0, 1.0 if rising else 0.0)
