"""Levers and total effects as CSV."""

from __future__ import annotations

from scorecard.lever import Lever, Levers, TotalEffects
from scorecard.rendering.csv_table import Field, csv_table

COLUMNS = (
    *("as_of", "period", "of_kind", "of", "outlook", "outlook_coverage", "kpi", "name", "unit", "status", "value"),
    *("performance", "reach", "share", "slope", "gain", "turn_value", "turn_outlook", "result_share", "result_gain"),
    *("budget", "gain_per_1000"),
)


def levers_csv(found: Levers) -> str:
    """A row for each lever: fractions, values in the KPI's unit, no data as an empty field."""
    card = found.card
    head: tuple[Field, ...] = (card.as_of, str(card.period), found.kind, found.id, found.outlook, found.coverage)
    return csv_table(COLUMNS, ((*head, *_lever(lever)) for lever in found.levers))


def _lever(lever: Lever) -> tuple[Field, ...]:
    turn = (None, None) if lever.turn is None else tuple(lever.turn)
    money = (None, None) if lever.money is None else (lever.money.budget, lever.money.per_1000)
    return (
        *(lever.id, lever.name, lever.unit, lever.status, lever.value, lever.performance, lever.reach),
        *(lever.share, lever.slope, lever.gain, *turn, lever.result_share, lever.result_gain, *money),
    )


def total_effects_csv(found: TotalEffects) -> str:
    """A row for each goal that is moved, a column for each that moves it."""
    rows = ((goal, *effects) for goal, effects in zip(found.goals, found.rows, strict=True))
    return csv_table(("effect", *found.goals), rows)
