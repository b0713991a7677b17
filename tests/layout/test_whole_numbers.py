"""The layout in whole numbers, as a terminal needs it."""

from __future__ import annotations

import pytest

from scorecard.geometry import Arrow, Geometry, Node
from scorecard.layout import across, arrange, built_in, place
from scorecard.rendering.draw.sketch import arrows_of, nodes_of, room_for
from scorecard.result import Scorecard
from tests.rendering import picture_cards


def geometry_of(card: Scorecard, width: int) -> Geometry:
    room = room_for(width)
    arrangement = built_in(arrange(nodes_of(card), arrows_of(card), len(card.perspectives), room))
    heights = {goal.id: 5.0 for goal in card.goals}
    return place(arrangement, across(arrangement, room), heights, [3.0] * len(card.perspectives), room)


@pytest.mark.parametrize("width", [80, 111, 160])
@pytest.mark.parametrize("seed", range(20))
def test_everything_stands_on_whole_numbers(seed: int, width: int) -> None:
    geometry = geometry_of(picture_cards.random_card(seed), width)
    numbers = [number for box in (*geometry.cards.values(), *geometry.bands) for number in box]
    numbers += [number for route in geometry.routes for point in route.points for number in point]
    assert [number for number in numbers if number != int(number)] == []
    assert {card.width % 2 for card in geometry.cards.values()} == {0}, "a card has a middle"


@pytest.mark.parametrize("seed", range(20))
def test_bands_are_one_row_apart_and_rows_have_room_for_their_ends(seed: int) -> None:
    geometry = geometry_of(picture_cards.random_card(seed), 120)
    for upper, lower in zip(geometry.bands, geometry.bands[1:], strict=False):
        assert lower.y - upper.bottom == 1
    for route in geometry.routes:
        assert route.points[-2].y > route.points[-1].y, "a line arrives from below its end"


def test_a_row_holds_no_more_cards_than_fit() -> None:
    room = room_for(80)
    nodes = [Node(str(number), 0) for number in range(25)]
    rows = arrange(nodes, [], 1, room).rows
    assert max(map(len, rows)) == 3


def test_lines_out_of_a_card_keep_their_order_and_apart() -> None:
    """Ends at half a cell are not rounded onto each other."""
    nodes = [Node("cause", 1), *(Node(f"effect-{number}", 0) for number in range(4))]
    room = room_for(160)
    arrangement = built_in(arrange(nodes, [Arrow("cause", f"effect-{number}") for number in range(4)], 2, room))
    heights = {node.id: 5.0 for node in nodes}
    geometry = place(arrangement, across(arrangement, room), heights, [3.0, 3.0], room)
    starts = sorted(route.points[0].x for route in geometry.routes)
    assert len(set(starts)) == 4
    by_effect = sorted(geometry.routes, key=lambda route: geometry.cards[route.arrow.effect].x)
    assert [route.points[0].x for route in by_effect] == starts
