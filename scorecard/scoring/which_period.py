"""Which period is scored when none is asked for."""

from __future__ import annotations

from datetime import date

from scorecard.actuals import Actuals
from scorecard.model import StrategyMap
from scorecard.period import Period, period_of
from scorecard.result import Later

_ENOUGH = 0.5


def scored_period(strategy_map: StrategyMap, actuals: Actuals, as_of: date) -> tuple[Period, Later | None]:
    """The latest period that is over on ``as_of`` in which at least half of the KPIs due have a figure, and one after
    it that has fewer. Without any dated figure it is the period that holds the day; where no period has enough, the
    latest that is over and has any.

    A KPI is due in a period when it has had a figure by then; what stands in the map without a date never is.
    """
    holding = period_of(as_of, strategy_map.period)
    over = [period for period in actuals.periods if period.end <= as_of]
    if not over:
        return holding, None
    known: dict[Period, tuple[int, int]] = {}
    for period in sorted(over, reverse=True):
        known[period] = measured, due = _known(strategy_map, actuals, period)
        if measured >= _ENOUGH * max(due, 1):
            chosen = period
            break
    else:
        chosen = max([period for period in over if known[period][0]] or over[-1:])
    later = max((period for period in known if period > chosen), default=None)
    return chosen, None if later is None else Later(period=later, known=known[later][0], due=known[later][1])


def _known(strategy_map: StrategyMap, actuals: Actuals, period: Period) -> tuple[int, int]:
    """How many KPIs have a figure in a period, and how many are due."""
    figures = [actuals.figures.get((kpi_id, period, ())) for kpi_id in strategy_map.kpis]
    dated = [
        figure for figure in figures if figure is not None and (figure.value is not None or figure.reason != "no-value")
    ]
    return sum(figure.value is not None for figure in dated), len(dated)
