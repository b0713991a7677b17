"""A curve has two points or more, its values ascend, and its performance rises or falls throughout.

A curve says how good each value is. If it went up and down again, one could not say which way is better (for "not
too little, not too much" there is `range`), and a value with two performances would mean nothing. A performance is
a share, `100%` or `1`; above 200 % it is taken for one whose `%` was forgotten.

Good:
    goals:
      quick-permits: {perspective: customer, lagging: [days-to-permit]}
    kpis:
      days-to-permit: {curve: [[10, 110%], [20, 100%], [40, 50%], [60, 0%]]}

Bad:
    goals:
      quick-permits: {perspective: customer, lagging: [days-to-permit]}
    kpis:
      days-to-permit: {curve: [[10, 50%], [20, 100%], [40, 50%]]}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scorecard.checking._figures import written
from scorecard.model import Kpi, StrategyMap
from scorecard.problem import Loc, Problem

Points = tuple[tuple[float, float], ...]

_MOST = 2.0


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield the first flaw of every curve."""
    for kpi_id, kpi in strategy_map.kpis.items():
        if kpi.curve is not None and (problem := _flaw(kpi_id, kpi, kpi.curve)):
            yield problem


def well_shaped(points: Points) -> bool:
    """Whether the values of a curve ascend and its performances, from 0 to 2, rise or fall throughout."""
    return (
        len(points) > 1
        and _first_negative(points) is None
        and _first_bare(points) is None
        and _first_descent(points) is None
        and _first_turn(points) is None
    )


def _first_negative(points: Points) -> int | None:
    return next((index for index, (_, performance) in enumerate(points) if performance < 0), None)


def _first_bare(points: Points) -> int | None:
    return next((index for index, (_, performance) in enumerate(points) if performance > _MOST), None)


def _first_descent(points: Points) -> int | None:
    return next((index for index, (one, two) in enumerate(pairwise(points), 1) if two[0] <= one[0]), None)


def _first_turn(points: Points) -> int | None:
    rising = points[1][1] > points[0][1]
    for index, ((_, before), (_, after)) in enumerate(pairwise(points), 1):
        if before == after or (after > before) != rising:
            return index
    return None


def _flaw(kpi_id: str, kpi: Kpi, points: Points) -> Problem | None:
    loc: Loc = ("kpis", kpi_id, "curve")
    if well_shaped(points):
        return None
    if len(points) < 2:
        message, label = "the curve of KPI '{kpi}' needs two points or more", "too few points"
        hint = "a point is [value, performance]: [[10, 100%], [30, 0%]]"
        return _problem(loc, message, label, hint, kpi_id)
    if (index := _first_negative(points)) is not None:
        message, label = "the curve of KPI '{kpi}' falls below 0 %", "a performance below 0 %"
        return _problem((*loc, index), message, label, "a point is [value, performance], and 0 % is the lowest", kpi_id)
    if (index := _first_bare(points)) is not None:
        bare = f"{points[index][1]:.10g}"
        message = "`{bare}` is a performance of {percent} % in the curve of KPI '{kpi}'"
        percent = f"{points[index][1] * 100:,.10g}"
        return _problem((*loc, index), message, "100 % is 1", "write `{bare}%`", kpi_id, bare=bare, percent=percent)
    if (index := _first_descent(points)) is not None:
        message = "the values of the curve of KPI '{kpi}' do not ascend: after {before} comes {after}"
        values = {"before": written(points[index - 1][0], kpi.unit), "after": written(points[index][0], kpi.unit)}
        hint = "put the points in the order of their values, each value once"
        return _problem((*loc, index), message, "a point is [value, performance]", hint, kpi_id, **values)
    index = _first_turn(points) or 0
    message = "the curve of KPI '{kpi}' neither rises nor falls throughout"
    hint = "each point must be better than the one before, or each worse; for a good middle use `range` and `worst`"
    return _problem((*loc, index), message, "here it changes its course", hint, kpi_id)


def _problem(loc: Loc, message: str, label: str, hint: str, kpi_id: str, **params: object) -> Problem:
    return Problem(
        rule="curve-shape", loc=loc, message=message, label=label, hint=hint, params={"kpi": kpi_id, **params}
    )
