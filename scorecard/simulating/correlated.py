"""How uncertain KPIs move together, as they did in their history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from scorecard.period import Period
from scorecard.simulating.uncertain import Drawn

if TYPE_CHECKING:
    from scorecard.propagation.sweep_sums import Floats

LEAST_COMMON = 8
"""So many changes at the same times tell a correlation."""


def correlating(drawn: Sequence[Drawn], series: Mapping[str, Mapping[Period, float]]) -> tuple[Floats | None, int]:
    """What makes the numbers of the drawn KPIs correlated (a root of their correlation, which does not depend on their
    order), and over how many changes it was measured; nothing when there are too few."""
    import numpy

    from scorecard.propagation.shrunk_correlation import shrunk_correlation

    changes = {one.kpi.id: _changes(series.get(one.kpi.id, {})) for one in drawn}
    long = [number for number, one in enumerate(drawn) if len(changes[one.kpi.id]) >= LEAST_COMMON]
    common = set.intersection(*(set(changes[drawn[number].kpi.id]) for number in long)) if long else set()
    if len(long) < 2 or len(common) < LEAST_COMMON:
        return None, 0
    times = sorted(common, key=lambda period: period.start)
    table = numpy.array([[changes[drawn[number].kpi.id][time] for number in long] for time in times])
    moving = numpy.flatnonzero(numpy.ptp(table, axis=0) > 0)
    if len(moving) < 2:
        return None, 0
    places = [long[number] for number in moving.tolist()]
    factor = numpy.eye(len(drawn))
    values, vectors = numpy.linalg.eigh(shrunk_correlation(table[:, moving]))
    factor[numpy.ix_(places, places)] = (vectors * numpy.sqrt(numpy.maximum(values, 0.0))) @ vectors.T
    return factor, len(times)


def _changes(figures: Mapping[Period, float]) -> dict[Period, float]:
    periods = list(figures)
    return {now: figures[now] - figures[before] for before, now in pairwise(periods)}
