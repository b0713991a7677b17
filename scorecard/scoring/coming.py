"""The scales of all KPIs in periods that are still to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import Change, StrategyMap
from scorecard.period import Period, period_before, year_before
from scorecard.propagation.judged import Scales
from scorecard.propagation.stacked import stacked
from scorecard.scoring.figures import figure_of
from scorecard.scoring.kpis import scale_by
from scorecard.scoring.terms import terms_in


def coming_scales(
    strategy_map: StrategyMap,
    actuals: Actuals,
    scored: Period,
    periods: Sequence[Period],
    expected: Mapping[str, Sequence[float | None]],
) -> Scales:
    """The scale of every KPI in each of the ``periods``, as it will be in force when they are over: plans go on, and
    of targets by period the one of then counts.

    ``expected`` are the values of KPIs in these periods. Targets that are another KPI's value, and references that are
    a value of the period or the year before, take them from there; other references stay what they are in ``scored``.
    """
    figures: dict[FigureKey, Figure] = dict(actuals.figures)
    for kpi_id, values in expected.items():
        for period, value in zip(periods, values, strict=True):
            if value is not None:
                figures[kpi_id, period, ()] = Figure(value=value, end=period.end)
    known = replace(actuals, figures=figures)
    references = dict(actuals.references)
    for kpi_id, kpi in strategy_map.kpis.items():
        if isinstance(kpi.target, Change) and kpi.target.against is not None:
            for period in periods:
                references[kpi_id, period] = _reference(kpi_id, kpi.target, known, scored, period)
    known = replace(known, references=references)
    found = []
    for kpi_id, kpi in strategy_map.kpis.items():
        terms = [terms_in(kpi_id, kpi, known, period, period.end, strategy_map.year_starts) for period in periods]
        found.append([scale_by({}, kpi_id, kpi, own) for own in terms])
    return stacked(found, [period.end for period in periods])


def _reference(kpi_id: str, target: Change, known: Actuals, scored: Period, period: Period) -> float | None:
    """What a relative target will be a step from."""
    if target.against == "same-period-last-year":
        return figure_of(known, kpi_id, year_before(period)).value
    if target.against == "previous-period":
        return figure_of(known, kpi_id, period_before(period)).value
    if (kpi_id, period) in known.references:
        return known.references[kpi_id, period]
    if (kpi_id, scored) in known.references:
        return known.references[kpi_id, scored]
    return figure_of(known, target.against or "", period).value
