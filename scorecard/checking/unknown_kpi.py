"""Every KPI that is named is defined under `kpis`.

A KPI is defined once and named wherever it counts: under `lagging` and `leading` of the goals, as the `kpi` of an
initiative, as the target of another KPI. Without its definition there is no scale to judge it by.

Good:
    goals:
      more-sales: {perspective: customer, lagging: [orders]}
    kpis:
      orders: {baseline: 80, target: 120}

Bad:
    goals:
      more-sales: {perspective: customer, lagging: [order]}
    kpis:
      orders: {baseline: 80, target: 120}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from scorecard.checking._ids import Use, unknown_ids
from scorecard.model import EARLIER, Change, OtherKpi, StrategyMap
from scorecard.problem import Problem
from scorecard.scalars import names_period

_WRONG_KIND = {
    "goals": "that is a goal: put it under `driven_by`",
    "initiatives": "that is an initiative: put it under `initiatives` of the goal",
}


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield each unknown id that stands where a KPI is named; a target may be a measure, too."""
    return unknown_ids("unknown-kpi", _uses(strategy_map), strategy_map, "kpis", "no KPI has this id")


def _uses(strategy_map: StrategyMap) -> Iterator[Use]:
    kpis = strategy_map.kpis
    figures = {*kpis, *strategy_map.measures}
    for goal_id, goal in strategy_map.goals.items():
        ids = {"lagging": [entry.id for entry in goal.lagging], "leading": [entry.id for entry in goal.leading]}
        for key, named in ids.items():
            for index, kpi_id in enumerate(named):
                if kpi_id not in kpis:
                    message = f"goal '{{goal}}' has an unknown {key} KPI '{{id}}'"
                    loc = ("goals", goal_id, key, index)
                    yield Use(kpi_id, loc, "key", message, {"goal": goal_id}, _WRONG_KIND)
    for kpi_id, kpi in kpis.items():
        if isinstance(kpi.target, OtherKpi) and kpi.target.kpi not in figures:
            message = "the target of KPI '{kpi}' is an unknown KPI '{id}'"
            yield Use(kpi.target.kpi, ("kpis", kpi_id, "target", "kpi"), "value", message, {"kpi": kpi_id})
        if isinstance(kpi.target, Change) and _is_unknown(kpi.target.against, figures):
            message = "the target of KPI '{kpi}' is a step from an unknown KPI '{id}'"
            against = str(kpi.target.against)
            yield Use(against, ("kpis", kpi_id, "target", "against"), "value", message, {"kpi": kpi_id})
    for initiative_id, initiative in strategy_map.initiatives.items():
        if initiative.kpi is not None and initiative.kpi not in kpis:
            message = "initiative '{initiative}' names an unknown KPI '{id}'"
            params = {"initiative": initiative_id}
            yield Use(initiative.kpi, ("initiatives", initiative_id, "kpi"), "value", message, params)


def _is_unknown(against: str | None, figures: Collection[str]) -> bool:
    """Whether a reference is the id of nothing: no word for an earlier period, no period, no figure."""
    return against is not None and against not in (*EARLIER, *figures) and not names_period(against)
