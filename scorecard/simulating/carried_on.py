"""Figures that follow from figures that were set: formulas over other figures, and figures that stand in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from math import isclose
from typing import Literal, TypeAlias

from scorecard.actuals import Figure, FigureKey, MissingReason
from scorecard.arithmetic import Formula, FormulaError, evaluate, operand_id, parse
from scorecard.model import Kpi, Measure, StrategyMap
from scorecard.period import Period, period_before

Figures: TypeAlias = Mapping[FigureKey, Figure]
Followed: TypeAlias = tuple[Figure, Literal["computed", "stands in"]]

_SAME = 1e-9
_NOTHING = Figure()


class Formulas:
    """The formulas of a map over other figures, and what they come to in one period."""

    def __init__(self, strategy_map: StrategyMap, before: Figures, period: Period) -> None:
        self.strategy_map, self.before, self.period = strategy_map, before, period
        self.items: dict[str, Measure | Kpi] = {**strategy_map.measures, **strategy_map.kpis}
        self.read: dict[str, Formula] = {}
        for item_id, item in self.items.items():
            if item.formula is not None and item.source is None:
                try:
                    self.read[item_id] = parse(item.formula)
                except FormulaError:  # said by `check`
                    continue

    def in_order(self) -> list[str]:
        """The measures and the KPIs, each behind those it is worked out from or that stand in for it."""
        ordered: dict[str, None] = {}
        opened: set[str] = set()
        for first in self.items:
            waiting = [(first, iter(self._bases(first)))]
            while waiting:
                item_id, bases = waiting[-1]
                opened.add(item_id)
                base = next((base for base in bases if base not in opened), None)
                if base is not None:
                    waiting.append((base, iter(self._bases(base))))
                else:
                    ordered[item_id] = None
                    waiting.pop()
        return list(ordered)

    def _bases(self, item_id: str) -> list[str]:
        item, formula = self.items[item_id], self.read.get(item_id)
        names = sorted(map(operand_id, formula.operands)) if formula else []
        names += [item.substitute] if isinstance(item, Kpi) and item.substitute else []
        return [name for name in names if name in self.items]

    def value(self, item_id: str, figures: Figures) -> float | None:
        """What a formula comes to with these figures in force."""

        def number(name: str, ago: int) -> float | None:
            then = period_before(self.period, ago) if ago else self.period
            found = figures.get((operand_id(name), then, ()))
            return (found or (_NOTHING if ago else figure_in(figures, operand_id(name), self.period))).value

        return evaluate(self.read[item_id], number, self.strategy_map.params)

    def is_of_the_period(self, item_id: str) -> bool:
        """Whether an item is worked out from the figures in force in the period, and from nothing else: it has no wider
        window, no rhythm of its own, and comes to the value it has."""
        item = self.items[item_id]
        rhythm = item.cadence if isinstance(item, Kpi) else None
        if item.over is not None or rhythm not in (None, self.period.rhythm):
            return False
        figure = figure_in(self.before, item_id, self.period)
        now, known = self.value(item_id, self.before), None if figure.used else figure.value
        if now is None or known is None:
            return now is known
        return isclose(now, known, rel_tol=_SAME)


def figure_in(figures: Figures, item_id: str, period: Period) -> Figure:
    """The figure in force in a period."""
    return figures.get((item_id, period, ())) or figures.get((item_id, None, ())) or _NOTHING


def carried_on(
    formulas: Formulas, item_id: str, figures: Figures, moved: Collection[str], unmoved: Collection[str]
) -> Followed | Literal["unmoved"] | None:
    """The figure of an item when others have ``moved``; None when nothing it is made of has."""
    item, figure = formulas.items[item_id], figure_in(figures, item_id, formulas.period)
    formula = formulas.read.get(item_id)
    bases = set() if formula is None else {operand_id(name) for name in formula.operands}
    if not bases.isdisjoint(moved):
        if not bases.isdisjoint(unmoved) or not formulas.is_of_the_period(item_id):
            return "unmoved"
        value = formulas.value(item_id, figures)
        if value is None:
            return replace(figure, value=None, reason=figure.reason or "missing"), "computed"
        return replace(figure, value=value, reason=_reason(figures, bases, formulas.period), used=None), "computed"
    if not bases.isdisjoint(unmoved):
        return "unmoved"
    other = item.substitute if isinstance(item, Kpi) else None
    own = figures.get((item_id, formulas.period, ()))  # only what has dates is stood in for
    if other is None or other not in moved or own is None or (own.value is not None and own.used != other):
        return None
    return replace(figure_in(figures, other, formulas.period), used=other), "stands in"


def _reason(figures: Figures, bases: Collection[str], period: Period) -> MissingReason | None:
    """What keeps an operand from being scored keeps the result, too."""
    return next((reason for base in sorted(bases) if (reason := figure_in(figures, base, period).reason)), None)
