"""The strategy map in character cells: the layout of the board picture, or a tree where that has no room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from scorecard.result import Scorecard

if TYPE_CHECKING:
    from scorecard.geometry import Arrangement, Box, Geometry
    from scorecard.layout import Across
    from scorecard.rendering.draw.cards import Cards
    from scorecard.rendering.draw.strokes import Strokes
    from scorecard.rendering.spans import Line

_LEAST_WIDTH, _MOST_WIDTH = 70, 160
_MOST_GOALS = 25
_CARDS = (18, 22, 30)
"""How narrow cards may be in the rows that are tried one after the other, until everything fits."""


class Drawn(NamedTuple):
    """The lines of a map and its legend, and where in them the cards of the goals stand, in cells; a tree has none."""

    lines: tuple[Line, ...]
    cards: Mapping[str, Box]


def drawing(card: Scorecard, width: int, *, ascii: bool = False, kpis: bool = False) -> tuple[Line, ...]:
    """The lines of `drawn`."""
    return drawn(card, width, ascii=ascii, kpis=kpis).lines


def drawn(card: Scorecard, width: int, *, ascii: bool = False, kpis: bool = False) -> Drawn:
    """The map of a scorecard and its legend in at most ``width`` columns; ``kpis`` shows those of each goal.

    Above 160 columns it does not become wider. Below 70 columns, above 25 goals, and where cards and lines do not fit,
    it is a tree of perspectives, goals and causes, and says why.
    """
    from scorecard.naming import counted
    from scorecard.rendering.columns import paragraph
    from scorecard.rendering.draw.legend import legend_lines, status_legend
    from scorecard.rendering.draw.sketch import links_of
    from scorecard.rendering.draw.strokes import ASCII, BOX
    from scorecard.rendering.draw.tree import tree_lines
    from scorecard.rendering.spans import Span, as_ascii

    if not card.goals:
        return Drawn(((Span("No goal is selected.", "muted"),),), {})
    card, strokes = _without_empty(card), ASCII if ascii else BOX
    why = _why_not(card, width)
    found = None if why else _map(card, min(width, _MOST_WIDTH), strokes, kpis=kpis)
    if found is not None:
        lines = [*found.lines, (), *legend_lines(card, strokes, width)]
    else:
        why = why or f"its cards and lines do not fit {width} columns"
        lines = [*paragraph(f"Shown as a tree: {why}.", "muted", width=width), ()]
        lines += [*tree_lines(card, width, strokes, kpis=kpis), (), *status_legend(card, width)]
    if hidden := len(card.links) - len(links_of(card)):
        lines += paragraph(
            f"Not shown: {counted(link=hidden)} from or to goals that are left out.", "muted", width=width
        )
    return Drawn(as_ascii(lines) if ascii else tuple(lines), {} if found is None else found.cards)


def _without_empty(card: Scorecard) -> Scorecard:
    """Where goals were left out, without the perspectives none of whose goals are left."""
    from scorecard.rendering.words import counts_by_status

    used = {goal.perspective for goal in card.goals}
    if sum(counts_by_status(card.index.counts).values()) == len(card.goals):
        return card
    return replace(card, perspectives=tuple(item for item in card.perspectives if item.id in used))


def _why_not(card: Scorecard, width: int) -> str | None:
    if width < _LEAST_WIDTH:
        return f"a map needs {_LEAST_WIDTH} columns, and there are {width}"
    if len(card.goals) > _MOST_GOALS:
        return f"a map shows at most {_MOST_GOALS} goals, and there are {len(card.goals)}"
    return None


def _map(card: Scorecard, width: int, strokes: Strokes, *, kpis: bool) -> Drawn | None:
    from scorecard.rendering.draw.cards import cards_for
    from scorecard.rendering.draw.map import map_lines

    # The figures of KPIs need wide cards, so rows of few are tried first.
    for least in reversed(_CARDS) if kpis else _CARDS:
        arrangement, placed = _placed(card, width, least)
        cards = cards_for(card, int(placed.card), kpis=kpis)
        geometry = _geometry(arrangement, placed, cards, width)
        lines = map_lines(cards, geometry, width, strokes)
        if lines is not None:
            return Drawn(lines, geometry.cards)
    return None


def _placed(card: Scorecard, width: int, least: int) -> tuple[Arrangement, Across]:
    """The order of the cards and their x when as many share a row as could be ``least`` wide."""
    from scorecard.layout import across, arrange, built_in
    from scorecard.rendering.draw.sketch import arrows_of, nodes_of, room_for

    room = room_for(width)
    dealt = arrange(nodes_of(card), arrows_of(card), len(card.perspectives), replace(room, card_min=least))
    arrangement = built_in(dealt)
    return arrangement, across(arrangement, room)


def _geometry(arrangement: Arrangement, placed: Across, cards: Cards, width: int) -> Geometry:
    from scorecard.layout import place
    from scorecard.rendering.draw.cards import card_height
    from scorecard.rendering.draw.labels import label_lines
    from scorecard.rendering.draw.sketch import room_for

    heights = {goal.id: float(card_height(goal, cards)) for goal in cards.card.goals}
    labels = [float(len(label_lines(item, cards.card.limits))) for item in cards.card.perspectives]
    return place(arrangement, placed, heights, labels, room_for(width))
