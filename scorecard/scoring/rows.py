"""All KPIs in all periods at once: figures on their scales, by the judge on arrays.

The readable judge (`scorecard.scoring.kpis.judged`) is asked only where the arrays find no performance: it says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import nan
from typing import NamedTuple

import numpy

from scorecard.actuals import Actuals, Figure
from scorecard.model import StrategyMap
from scorecard.period import Period
from scorecard.propagation.judged import performances
from scorecard.propagation.stacked import stacked
from scorecard.propagation.sweep_sums import Floats
from scorecard.result import Reason
from scorecard.scoring.figures import figures_in
from scorecard.scoring.kpis import Scales, judged, scale_by
from scorecard.scoring.terms import terms_over


class Row(NamedTuple):
    """What is known of a KPI in each period; a performance is None where the reason says why."""

    values: list[float | None]
    performances: list[float | None]
    reasons: list[Reason | None]

    def since(self, place: int) -> Row:
        """The same without the periods before a place."""
        return Row(self.values[place:], self.performances[place:], self.reasons[place:])


def rows_of(strategy_map: StrategyMap, actuals: Actuals, periods: Sequence[Period], as_of: date) -> dict[str, Row]:
    """Every KPI of a map in each of the ``periods``, as its cards show it on the day ``as_of``."""
    scales: Scales = {}
    figures = figures_in(actuals, strategy_map.kpis, periods)
    found = on_arrays(strategy_map, actuals, figures, periods, as_of, scales)
    rows = {}
    for (kpi_id, row), numbers, unknown in zip(figures.items(), found.tolist(), numpy.isnan(found), strict=True):
        reasons: list[Reason | None] = [None] * len(periods)
        for place in numpy.flatnonzero(unknown).tolist():
            period = periods[place]
            alone = judged(strategy_map, actuals, kpi_id, period, min(period.end, as_of), as_of, scales)
            numbers[place], reasons[place] = alone.performance, alone.reason
        rows[kpi_id] = Row([figure.value for figure in row], numbers, reasons)
    return rows


def on_arrays(
    strategy_map: StrategyMap,
    actuals: Actuals,
    figures: Mapping[str, Sequence[Figure]],
    periods: Sequence[Period],
    as_of: date,
    scales: Scales,
) -> Floats:
    """The performance of every KPI in every period; NaN where it has none. ``figures`` are those in force of each KPI
    in each period, ``scales`` keeps the scales that are worked out."""
    days = [min(period.end, as_of) for period in periods]
    of_kpis, own_days = [], {}
    for place, (kpi_id, kpi) in enumerate(strategy_map.kpis.items()):
        terms = terms_over(kpi_id, kpi, actuals, periods, as_of, strategy_map.year_starts)
        of_kpis.append([scale_by(scales, kpi_id, kpi, own) for own in terms])
        if kpi.by is not None:
            own_days[place] = _judged_on(figures[kpi_id], days, as_of)
    values = [[nan if figure.reason else figure.value for figure in row] for row in figures.values()]
    table = numpy.array(values, dtype=float).reshape(len(values), len(periods))  # None is NaN
    with numpy.errstate(all="ignore"):  # numbers too large to reckon with are infinite or NaN, and that is no accident
        return performances(stacked(of_kpis, days, own_days), table)


def _judged_on(figures: Sequence[Figure], days: Sequence[date], as_of: date) -> Sequence[date]:
    """The days that figures are judged on: the last ones they were measured over, and of those that say none the
    ``days``."""
    return [day if figure.end is None else min(figure.end, as_of) for figure, day in zip(figures, days, strict=True)]
