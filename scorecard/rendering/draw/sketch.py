"""From a scorecard to what the layout asks for, in character cells."""

from __future__ import annotations

from scorecard.geometry import Arrow, Node, Room
from scorecard.result import LinkScore, Scorecard

LABEL = 16
"""The width of the column with the names of the perspectives."""

_LEAST_CARD, _WIDEST_CARD = 18, 34


def nodes_of(card: Scorecard) -> tuple[Node, ...]:
    """The goals in the order of the file."""
    bands = {perspective.id: number for number, perspective in enumerate(card.perspectives)}
    return tuple(Node(goal.id, bands[goal.perspective]) for goal in card.goals)


def arrows_of(card: Scorecard) -> tuple[Arrow, ...]:
    """The links between goals that are shown, in the order of the file."""
    return tuple(Arrow(link.cause, link.effect, link.kind == "hindered-by", link.delay) for link in links_of(card))


def links_of(card: Scorecard) -> tuple[LinkScore, ...]:
    """The links both ends of which are shown."""
    shown = {goal.id for goal in card.goals}
    return tuple(link for link in card.links if link.cause in shown and link.effect in shown)


def room_for(width: int) -> Room:
    """The room on a screen of so many columns; the last one stays empty where no line goes round."""
    return Room(
        left=LABEL + 1,
        right=width - 1,
        top=0,
        band_left=0,
        edge=0,
        card_min=_LEAST_CARD,
        card_max=_WIDEST_CARD,
        gap=2,
        beside=2,
        apart=2,
        padding=0,
        band_gap=1,
        gutter=2,
        lane=1,
        head=1,
        foot=1,
        corner=3,
        snap=4,
        whole=True,
        bundled_from=0,
    )
