"""Formulas without a source, which are arithmetic over KPIs and measures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scorecard.arithmetic import Formula, FormulaError, parse
from scorecard.model import Kpi, Measure, StrategyMap


class Written(NamedTuple):
    """The formula of an item: ``text`` as it stands in the map, and what it says or why it says nothing."""

    section: str
    id: str
    text: str
    formula: Formula | FormulaError

    @property
    def whose(self) -> str:
        """The item in a sentence: ``KPI 'cost-per-lead'``."""
        return whose(self.section, self.id)


def figures_of(strategy_map: StrategyMap) -> Iterator[tuple[str, str, Kpi | Measure]]:
    """Every measure and every KPI, with its section and its id."""
    for measure_id, measure in strategy_map.measures.items():
        yield "measures", measure_id, measure
    for kpi_id, kpi in strategy_map.kpis.items():
        yield "kpis", kpi_id, kpi


def formulas_of(strategy_map: StrategyMap) -> Iterator[Written]:
    """Every formula that no source is named for."""
    for section, item_id, item in figures_of(strategy_map):
        if item.formula is not None and item.source is None:
            yield Written(section, item_id, item.formula, _read(item.formula))


def whose(section: str, item_id: str) -> str:
    """An item in a sentence: ``KPI 'cost-per-lead'``."""
    return f"{'KPI' if section == 'kpis' else 'measure'} '{item_id}'"


@lru_cache(maxsize=1000)
def _read(text: str) -> Formula | FormulaError:
    """Several rules look at every formula."""
    try:
        return parse(text)
    except FormulaError as error:
        return error.with_traceback(None)
