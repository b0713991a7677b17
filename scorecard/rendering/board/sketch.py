"""From a scorecard to what the layout asks for: nodes, arrows and room."""

from __future__ import annotations

from dataclasses import replace

from scorecard.geometry import Arrow, Node, Room
from scorecard.rendering.board.header import MARGIN, header_height
from scorecard.rendering.board.look import Detail, Look

_CARDS_LEFT = 204.0
_CARDS_RIGHT = 42.0
_COLUMN_INSET = 12.0
_LABEL, _BESIDE_LABEL = 20.0, 42.0

_ROOMS: dict[Detail, Room] = {
    "full": Room(left=_CARDS_LEFT, right=0, top=0, band_left=MARGIN, edge=18, card_min=240, card_max=340, gap=30),
    "standard": Room(left=_CARDS_LEFT, right=0, top=0, band_left=MARGIN, edge=18, card_min=206, card_max=340, gap=30),
    "chip": Room(
        left=_CARDS_LEFT, right=0, top=0, band_left=MARGIN, edge=18, card_min=148, card_max=230, gap=14, gutter=34
    ),
}


def nodes_of(look: Look) -> tuple[Node, ...]:
    """The goals in the order of the file; those without a theme stand in a column of their own, the last."""
    bands = {perspective.id: number for number, perspective in enumerate(look.card.perspectives)}
    columns = column_count(look)
    return tuple(
        Node(goal.id, bands[goal.perspective], look.theme_of.get(goal.theme or "", columns - 1) if columns > 1 else 0)
        for goal in look.card.goals
    )


def arrows_of(look: Look) -> tuple[Arrow, ...]:
    """The links in the order of the file."""
    return tuple(Arrow(link.cause, link.effect, link.kind == "hindered-by", link.delay) for link in look.card.links)


def column_count(look: Look) -> int:
    """One column for each theme that goals have, from two themes on, and one more for goals without any."""
    themes = len(look.theme_of)
    if themes < 2:
        return 1
    return themes + any(goal.theme not in look.theme_of for goal in look.card.goals)


def room_for(look: Look) -> Room:
    """The room on a page as wide as asked for."""
    room, columns = _ROOMS[look.detail], column_count(look)
    inset = _COLUMN_INSET if columns > 1 else 0.0
    return replace(
        room,
        label=_LABEL,
        beside_label=_BESIDE_LABEL,
        left=room.left + inset,
        right=look.width - _CARDS_RIGHT - inset,
        edge=room.edge + inset,
        top=header_height(look, columns=columns > 1),
        columns=columns,
    )
