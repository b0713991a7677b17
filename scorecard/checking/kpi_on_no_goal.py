"""Every KPI serves a goal.

A figure that belongs to no goal is collected, but it says nothing about the strategy: it has no part in any number.
A KPI that is there to be the target of another one, to stand in for it or to be a part of its formula is in use, and
so are headline figures and guardrails.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}
      newsletter-readers: {baseline: 1k, target: 2k}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.arithmetic import Formula, operand_id
from scorecard.checking._formulas import formulas_of
from scorecard.checking._ids import meant
from scorecard.model import Change, OtherKpi, StrategyMap
from scorecard.problem import Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield every KPI that no goal names; one that a misspelt id was probably meant to name is in use."""
    used = {entry.id for goal in strategy_map.goals.values() for entry in goal.lagging}
    used |= {entry.id for goal in strategy_map.goals.values() for entry in goal.leading}
    unknown = [kpi_id for kpi_id in used if kpi_id not in strategy_map.kpis]
    if unknown:
        used |= set(meant(sorted(unknown), strategy_map.kpis).values())
    used |= {guardrail for goal in strategy_map.goals.values() for guardrail in goal.guardrails}
    used |= {*strategy_map.headline, *_used_by_others(strategy_map)}
    for kpi_id in strategy_map.kpis:
        if kpi_id not in used:
            yield Problem(
                rule="kpi-on-no-goal",
                severity="warning",
                loc=("kpis", kpi_id),
                part="key",
                message="KPI '{kpi}' is on no goal, so it has no part in any number",
                label="no goal names it",
                hint="name it under `lagging` or `leading` of a goal, or take it out",
                params={"kpi": kpi_id},
            )


def _used_by_others(strategy_map: StrategyMap) -> Iterator[str]:
    """What targets, substitutes and formulas of KPIs and measures name."""
    for kpi in strategy_map.kpis.values():
        if isinstance(kpi.target, OtherKpi):
            yield kpi.target.kpi
        if isinstance(kpi.target, Change) and kpi.target.against is not None:
            yield kpi.target.against
        if kpi.substitute is not None:
            yield kpi.substitute
    for written in formulas_of(strategy_map):
        if isinstance(written.formula, Formula):
            yield from map(operand_id, written.formula.operands)
