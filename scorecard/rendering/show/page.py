"""One item of a scorecard as a page in the terminal."""

from __future__ import annotations

from typing import Literal, TypeAlias

from scorecard.rendering.show.goal_page import goal_page
from scorecard.rendering.show.initiative_page import initiative_page
from scorecard.rendering.show.kpi_page import kpi_page
from scorecard.rendering.show.measure_page import measure_page
from scorecard.rendering.show.perspective_page import perspective_page
from scorecard.rendering.spans import Line, as_ascii
from scorecard.result import (
    Contribution,
    GoalScore,
    InitiativeScore,
    KpiScore,
    MeasureValue,
    PerspectiveScore,
    Scorecard,
)

Kind: TypeAlias = Literal["goal", "kpi", "perspective", "initiative", "measure"]
Item: TypeAlias = GoalScore | KpiScore | PerspectiveScore | InitiativeScore | MeasureValue


def show(
    card: Scorecard,
    kind: Kind,
    item_id: str,
    *,
    unrolled: tuple[Contribution, ...] = (),
    width: int | None,
    ascii: bool = False,
) -> tuple[Line, ...]:
    """The page of an item as lines of at most ``width`` cells; ``None`` is as wide as needed.

    ``unrolled``: for a goal, the KPIs its outlook comes from along all arrows, their coefficients as shares.

    Raises:
        KeyError: when ``card`` has no such item.
    """
    item = item_of(card, kind, item_id)
    if isinstance(item, GoalScore):
        lines = goal_page(card, item, unrolled, width)
    elif isinstance(item, KpiScore):
        lines = kpi_page(card, item, width)
    elif isinstance(item, PerspectiveScore):
        lines = perspective_page(card, item, width)
    elif isinstance(item, MeasureValue):
        lines = measure_page(card, item, width)
    else:
        lines = initiative_page(card, item, width)
    return as_ascii(lines) if ascii else tuple(lines)


def item_of(card: Scorecard, kind: Kind, item_id: str) -> Item:
    """The item of that kind with that id.

    Raises:
        KeyError: when ``card`` has no such item.
    """
    groups: dict[Kind, tuple[Item, ...]] = {
        "goal": card.goals,
        "kpi": card.kpis,
        "perspective": card.perspectives,
        "initiative": card.initiatives,
        "measure": card.measures,
    }
    return {item.id: item for item in groups[kind]}[item_id]
