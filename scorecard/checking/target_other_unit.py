"""A target is in the unit of its KPI.

A KPI can have the figure of another one to reach, or a step from it. Both are then counted in one unit: hours are not
more or less than a percentage. Where one of them says no unit, nothing is compared.

Good:
    goals:
      fast-answers: {perspective: customer, lagging: [chat-answer]}
    kpis:
      chat-answer: {unit: minutes, direction: minimise, target: {kpi: mail-answer}, worst: 90}
      mail-answer: {unit: minutes, direction: none}

Bad:
    goals:
      fast-answers: {perspective: customer, lagging: [chat-answer]}
    kpis:
      chat-answer: {unit: minutes, direction: minimise, target: {kpi: mail-answer}, worst: 90}
      mail-answer: {unit: "%", direction: none}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import Change, Kpi, OtherKpi, StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI whose target is, or is a step from, a figure in another unit."""
    for kpi_id, kpi in strategy_map.kpis.items():
        key, other_id = _named(kpi)
        section = "kpis" if other_id in strategy_map.kpis else "measures"
        other = strategy_map.kpis.get(other_id) or strategy_map.measures.get(other_id)
        if other is None or kpi.unit is None or other.unit is None:
            continue
        if strategy_map.currency is None and "money" in (kpi.unit, other.unit):
            continue  # currency-missing
        if _said(kpi.unit, strategy_map) != _said(other.unit, strategy_map):
            yield Problem(
                rule="target-other-unit",
                loc=("kpis", kpi_id, "target", key),
                message="the unit of KPI '{kpi}' is {unit}, but that of '{other}', which is its target, is {other_unit}"
                if key == "kpi"
                else "the unit of KPI '{kpi}' is {unit}, but that of '{other}', which its target is a step from, is "
                "{other_unit}",
                label="in another unit ({place})",
                hint="name a figure in the same unit, or correct the unit that is wrong",
                params={
                    "kpi": kpi_id,
                    "other": other_id,
                    "unit": kpi.unit,
                    "other_unit": other.unit,
                    "place": Place(loc=(section, other_id, "unit")),
                },
            )


def _named(kpi: Kpi) -> tuple[str, str]:
    """The key of the target that may name another figure, and what it names."""
    if isinstance(kpi.target, OtherKpi):
        return "kpi", kpi.target.kpi
    return "against", (kpi.target.against or "") if isinstance(kpi.target, Change) else ""


def _said(unit: str, strategy_map: StrategyMap) -> str:
    """The unit, money as the currency that it stands for."""
    return str(strategy_map.currency if unit == "money" else unit).casefold()
