"""The figures of a map in one period, when some KPIs have other values: what follows from them moves, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import Change, Kpi, OtherKpi, StrategyMap
from scorecard.period import Period
from scorecard.simulating.carried_on import Formulas, carried_on

Why: TypeAlias = Literal["set", "computed", "stands in", "target"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Edited:
    """The figures as they would be, ``why`` each KPI or measure has another one (or another target), and the
    ``unmoved`` ones: they are worked out from such a one over a stretch that is not this period, and keep their value.
    """

    actuals: Actuals
    why: Mapping[str, Why]
    unmoved: tuple[str, ...] = ()


def edited_figures(strategy_map: StrategyMap, actuals: Actuals, period: Period, values: Mapping[str, float]) -> Edited:
    """The figures with ``values`` in ``period``; formulas over KPIs, figures that stand in for others and targets that
    are another KPI follow. A value that a KPI is set to counts alone, whatever it was worked out from."""
    if not values:
        return Edited(actuals=actuals, why={})
    figures = dict(actuals.figures)
    why: dict[str, Why] = {}
    dated = {item_id for item_id, when, _ in figures if when is not None}

    def put(item_id: str, figure: Figure, reason: Why) -> None:
        figures[_key(item_id, period, dated, figures)] = figure
        why[item_id] = reason

    for kpi_id, value in values.items():
        put(kpi_id, _with(figures.get(_key(kpi_id, period, dated, figures)), value), "set")
    formulas = Formulas(strategy_map, actuals.figures, period)
    unmoved: dict[str, None] = {}
    for item_id in formulas.in_order():
        found = None if item_id in why else carried_on(formulas, item_id, figures, why, unmoved)
        if found == "unmoved":
            unmoved[item_id] = None
        elif found is not None:
            put(item_id, *found)
    references, aims = _targets(strategy_map, actuals, period, figures, why)
    why |= {kpi_id: "target" for kpi_id in aims if kpi_id not in why}
    return Edited(actuals=replace(actuals, figures=figures, references=references), why=why, unmoved=tuple(unmoved))


def _key(item_id: str, period: Period, dated: set[str], figures: Mapping[FigureKey, Figure]) -> FigureKey:
    """Where the figure of the period stands: a value without a date stays one; so does the first of a map without
    dates."""
    if item_id in dated or (dated and (item_id, None, ()) not in figures):
        return item_id, period, ()
    return item_id, None, ()


def _with(figure: Figure | None, value: float) -> Figure:
    """The figure with another value, which nothing keeps from being scored; it speaks of the same days."""
    if figure is None or figure.value is None:
        return Figure(value=value)
    return replace(figure, value=value, reason=None, used=None, lacks=(), at_most=False)


def _targets(
    strategy_map: StrategyMap,
    actuals: Actuals,
    period: Period,
    figures: Mapping[FigureKey, Figure],
    why: Mapping[str, Why],
) -> tuple[Mapping[tuple[str, Period], float | None], tuple[str, ...]]:
    """The references with those that have moved, and the KPIs whose target or reference is a figure that has."""
    references = dict(actuals.references)
    aims = []
    for kpi_id, kpi in strategy_map.kpis.items():
        other = _aim(kpi)
        if other not in why:
            continue
        aims.append(kpi_id)
        if isinstance(kpi.target, Change) and (kpi_id, period) in references:
            figure = figures.get((other, period, ())) or figures.get((other, None, ()))
            references[kpi_id, period] = None if figure is None or figure.reason else figure.value
    return references, tuple(aims)


def _aim(kpi: Kpi) -> str:
    """The id that the target of a KPI names, or a word that is none."""
    if isinstance(kpi.target, OtherKpi):
        return kpi.target.kpi
    return (kpi.target.against or "") if isinstance(kpi.target, Change) else ""
