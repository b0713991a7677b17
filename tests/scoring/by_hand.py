"""Small maps and figures made by hand, and the cards that come of them."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

from scorecard import scoring
from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period
from scorecard.result import GoalScore, KpiScore, Scorecard

DAY = date(2026, 6, 30)
APRIL, MAY, JUNE = map(parse_period, ("2026-04", "2026-05", "2026-06"))
FULL = {"worst": 0, "best": 1}
"""A scale on which the value is the performance."""
YEAR = {"since": "2026-01-01", "by": "2026-12-31"}
"""At the end of 30 June 181 of its 365 days have passed."""


Figures: TypeAlias = dict[FigureKey, float | Figure | None]


def figures_of(kpi: str, **values: float | Figure | None) -> Figures:
    """The figures of a KPI: ``figures_of("orders", undated=0.4, may=0.5, june=0.6)``."""
    periods = {"undated": None, "april": APRIL, "may": MAY, "june": JUNE}
    return {(kpi, periods[period], ()): value for period, value in values.items()}


def card_of(
    data: dict[str, Any],
    as_of: date = DAY,
    figures: Figures | None = None,
    period: Period = JUNE,
) -> Scorecard:
    """The card of a map, from the values in it or from ``figures``."""
    strategy_map = StrategyMap.model_validate(data)
    if figures is None:
        figures = {(kpi, None, ()): item.value for kpi, item in strategy_map.kpis.items()}
    known = {key: given if isinstance(given, Figure) else Figure(value=given) for key, given in figures.items()}
    return scoring.score(strategy_map, Actuals(figures=known), period, as_of)


def kpi_of(settings: dict[str, Any], as_of: date = DAY, period: Period = JUNE) -> KpiScore:
    """A KPI that stands alone."""
    goals = {"goal": {"perspective": "financial", "lagging": ["it"]}}
    return card_of({"goals": goals, "kpis": {"it": settings}}, as_of, period=period).kpis[0]


def goal_of(settings: dict[str, Any], kpis: dict[str, Any], **more: Any) -> GoalScore:
    """A goal that stands alone."""
    return card_of({"goals": {"goal": {"perspective": "financial", **settings}}, "kpis": kpis, **more}).goals[0]


def full(**values: float | None) -> dict[str, Any]:
    """KPIs whose value is their performance; None is no value."""
    return {kpi: FULL if value is None else {**FULL, "value": value} for kpi, value in values.items()}
