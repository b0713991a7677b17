"""What stands where in the plain style: the rows of every band, and where links pass through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, islice

from scorecard.geometry import Arrow
from scorecard.layout.levels import levels
from scorecard.result import GoalScore, KpiScore, LinkScore, Scorecard

_MOST_IN_ROW = 5
"""A row of more cards than this would be too wide for a page."""

_MOST_WITH_KPIS = 12
"""Above so many goals the cards leave out their KPIs, so that the map stays on a page."""


_MOST_ARRANGED = 500
"""Above so many links nobody can follow a line; goals then stand in the order of the file, and Graphviz leads them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A row of cards: its number in the picture, counted from the top, and its goals."""

    number: int
    goals: tuple[GoalScore, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A card and where its parts stand: ``bands`` holds the rows of each perspective from the top.

    ``row_of`` gives the number of a goal's row; ``passing`` the links that are led through a row, by its number;
    ``linked`` holds the goals with links, ``labelled`` says whether any link has a label; ``kpis`` is empty where the
    cards leave them out.
    """

    card: Scorecard
    bands: tuple[tuple[Row, ...], ...]
    row_of: Mapping[str, int]
    passing: Mapping[int, Sequence[LinkScore]]
    linked: Set[str]
    labelled: bool
    kpis: Mapping[str, KpiScore]


def plan_of(card: Scorecard) -> Plan:
    """Deal the goals of every perspective out to rows; a perspective without goals has one empty row.

    Inside a perspective an effect stands above its causes; long rows become several.
    """
    links = card.links if len(card.links) <= _MOST_ARRANGED else ()
    members: dict[str, list[GoalScore]] = {perspective.id: [] for perspective in card.perspectives}
    for goal in card.goals:
        members[goal.perspective].append(goal)
    dealt = [_rows(goals, links) for goals in members.values()]
    rows = [Row(number=number, goals=goals) for number, goals in enumerate(chain.from_iterable(dealt))]
    row_of = {goal.id: row.number for row in rows for goal in row.goals}
    unused = iter(rows)
    return Plan(
        card=card,
        bands=tuple(tuple(islice(unused, len(band))) for band in dealt),
        row_of=row_of,
        passing=_passing(card, links, row_of),
        linked={goal_id for link in card.links for goal_id in (link.cause, link.effect)},
        labelled=any(link.delay for link in card.links),
        kpis={kpi.id: kpi for kpi in card.kpis} if len(card.goals) <= _MOST_WITH_KPIS else {},
    )


def _passing(card: Scorecard, links: Sequence[LinkScore], row_of: Mapping[str, int]) -> dict[int, list[LinkScore]]:
    """The links through each row: those that climb, and those that run down inside one perspective.

    A link that runs down through other perspectives is led round them: it shows as the feedback that it is.
    """
    perspective_of = {goal.id: goal.perspective for goal in card.goals}
    found: dict[int, list[LinkScore]] = {}
    for link in links:
        upper, lower = sorted((row_of[link.cause], row_of[link.effect]))
        if row_of[link.cause] == lower or perspective_of[link.cause] == perspective_of[link.effect]:
            for number in range(upper + 1, lower):
                found.setdefault(number, []).append(link)
    return found


def _rows(goals: Sequence[GoalScore], links: Sequence[LinkScore]) -> list[tuple[GoalScore, ...]]:
    arrows = [Arrow(link.cause, link.effect, link.kind == "hindered-by", link.delay) for link in links]
    height_of = levels([goal.id for goal in goals], arrows)
    rows: list[tuple[GoalScore, ...]] = []
    for level in sorted(set(height_of.values()), reverse=True):
        rows += _dealt_out([goal for goal in goals if height_of[goal.id] == level])
    return rows or [()]


def _dealt_out(goals: Sequence[GoalScore]) -> list[tuple[GoalScore, ...]]:
    count = -(-len(goals) // _MOST_IN_ROW)
    return [tuple(goals[index::count]) for index in range(count)]
