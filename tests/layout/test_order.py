"""The order of rows: crossings counted one by one, and an order that has few of them."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.geometry import Arrangement, Arrow, Node, Room
from scorecard.layout import arrange, built_in, crossings, dot_request, from_positions

ROOM = Room(left=0, right=1000, top=0, band_left=0, edge=0, card_min=100, card_max=200, gap=20)


def random_arrangement(seed: int, goals: int = 14, links: int = 18, columns: int = 1) -> Arrangement:
    """Goals in three bands with links that climb."""
    random = Random(seed)
    nodes = [Node(f"g{number}", number % 3, random.randrange(columns)) for number in range(goals)]
    pairs = [(low, up) for low, up in product(nodes, nodes) if low.band > up.band]
    arrows = [Arrow(low.id, up.id) for low, up in random.sample(pairs, links)]
    return arrange(nodes, arrows, 3, ROOM)


def _counted_one_by_one(arrangement: Arrangement) -> int:
    place = {slot: number for row in arrangement.rows for number, slot in enumerate(row)}
    found = 0
    for (low, up), (other_low, other_up) in combinations(arrangement.steps, 2):
        if arrangement.slots[low].row == arrangement.slots[other_low].row:
            found += (place[low] - place[other_low]) * (place[up] - place[other_up]) < 0
    return found


@given(st.integers(0, 10_000))
def test_crossings_are_those_that_one_can_count(seed: int) -> None:
    arrangement = random_arrangement(seed)
    assert crossings(arrangement) == _counted_one_by_one(arrangement)


@given(st.integers(0, 10_000), st.sampled_from([1, 3]))
def test_the_built_in_order_only_changes_the_order(seed: int, columns: int) -> None:
    arrangement = random_arrangement(seed, columns=columns)
    found = built_in(arrangement)
    assert crossings(found) <= crossings(arrangement)
    assert [sorted(row) for row in found.rows] == [sorted(row) for row in arrangement.rows]
    for row in found.rows:
        in_columns = [arrangement.slots[slot].column for slot in row]
        assert in_columns == sorted(in_columns)


def test_two_crossed_links_are_uncrossed() -> None:
    nodes = [Node("a", 0), Node("b", 0), Node("c", 1), Node("d", 1)]
    arrangement = arrange(nodes, [Arrow("c", "b"), Arrow("d", "a")], 2, ROOM)
    assert crossings(arrangement) == 1
    assert crossings(built_in(arrangement)) == 0


@pytest.mark.parametrize("seed", range(8))
def test_a_small_map_gets_the_best_order_there_is(seed: int) -> None:
    from itertools import permutations

    nodes = [Node(f"g{number}", number % 2) for number in range(8)]
    random = Random(seed)
    pairs = [(low, up) for low, up in product(nodes, nodes) if low.band > up.band]
    arrangement = arrange(nodes, [Arrow(low.id, up.id) for low, up in random.sample(pairs, 7)], 2, ROOM)
    least = min(
        crossings(
            from_positions(arrangement, {slot: float(place) for row in (top, bottom) for place, slot in enumerate(row)})
        )
        for top in permutations(arrangement.rows[0])
        for bottom in permutations(arrangement.rows[1])
    )
    assert crossings(built_in(arrangement)) == least


def test_what_decides_nothing_stays_as_the_author_wrote_it() -> None:
    nodes = [Node("second", 0), Node("first", 0), Node("below", 1)]
    arrangement = built_in(arrange(nodes, [Arrow("below", "second"), Arrow("below", "first")], 2, ROOM))
    assert [arrangement.slots[slot].goal for slot in arrangement.rows[0]] == ["second", "first"]


def test_the_request_names_every_slot_and_step_once() -> None:
    arrangement = random_arrangement(1)
    text = dot_request(arrangement, 200)
    assert text.count("weight=1]") + text.count("weight=4]") == len(arrangement.steps)
    assert all(text.count(f'\n"{slot}" [width') == 1 for slot in range(len(arrangement.slots)))
