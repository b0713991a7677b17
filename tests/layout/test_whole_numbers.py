"""The layout in whole numbers, as a terminal needs it."""

from __future__ import annotations

import pytest

from scorecard.geometry import Arrow, Geometry, Node
from scorecard.layout import across, arrange, built_in, place
from scorecard.layout.lanes import Net
from scorecard.layout.nudge import nudged
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
        assert route.points[0].y - route.points[1].y >= 2, "a line has a row of its own before it turns"


def test_a_row_holds_no_more_cards_than_fit() -> None:
    room = room_for(80)
    nodes = [Node(str(number), 0) for number in range(25)]
    rows = arrange(nodes, [], 1, room).rows
    assert max(map(len, rows)) == 3


@pytest.mark.parametrize("count", [4, 16])
def test_lines_out_of_a_card_keep_their_order_and_apart(count: int) -> None:
    """Ends at half a cell are not rounded onto each other."""
    nodes = [Node("cause", 1), *(Node(f"effect-{number}", 0) for number in range(count))]
    room = room_for(160)
    arrows = [Arrow("cause", f"effect-{number}") for number in range(count)]
    arrangement = built_in(arrange(nodes, arrows, 2, room))
    heights = {node.id: 5.0 for node in nodes}
    geometry = place(arrangement, across(arrangement, room), heights, [3.0, 3.0], room)
    assert len({route.points[0].x for route in geometry.routes}) == count


def test_an_end_is_moved_to_where_no_other_is() -> None:
    room = room_for(80)
    arrangement = arrange([Node("cause", 1), Node("a", 0)], [Arrow("cause", "a")], 2, room)
    placed = across(arrangement, room)
    x = placed.x[1]  # slots are numbered from the top
    at = {(1, "top", "moved"): x, (1, "top", "beside"): x + 1}
    above = Net(key="above", lower=(), upper=(x,), reach=(x + 5,))
    moved = Net(key="moved", lower=(x,), upper=(), reach=(x + 9,))
    _, found = nudged(arrangement, placed, at, [(1, above, moved)], room)  # type: ignore[arg-type]
    assert found == {(1, "top", "moved"): x - 1, (1, "top", "beside"): x + 1}
