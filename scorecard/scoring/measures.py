"""Figures that are no KPI, and how any figure is made."""

from __future__ import annotations

from scorecard.actuals import Actuals
from scorecard.model import Kind, Kpi, Measure, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.result import MeasureValue, Origin
from scorecard.scoring.figures import figure_of


def origin_of(item: Kpi | Measure, kind: Kind | None) -> Origin:
    """Where a figure comes from; ``kind`` is that read off its formula."""
    return Origin(
        source=item.source,
        formula=item.formula,
        where=item.where,
        over=item.over,
        cadence=item.cadence if isinstance(item, Kpi) else None,
        kind=item.kind or kind,
    )


def score_measures(strategy_map: StrategyMap, actuals: Actuals, period: Period) -> tuple[MeasureValue, ...]:
    """Every measure with its value in the period."""
    found = []
    for measure_id, measure in strategy_map.measures.items():
        figure = figure_of(actuals, measure_id, period)
        found.append(
            MeasureValue(
                id=measure_id,
                name=measure.name or name_from(measure_id),
                description=measure.description,
                unit=measure.unit,
                value=figure.value,
                at_most=figure.at_most,
                origin=origin_of(measure, actuals.kinds.get(measure_id)),
            )
        )
    return tuple(found)
