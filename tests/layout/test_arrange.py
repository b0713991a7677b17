"""Rows, levels and the slots of lines."""

from __future__ import annotations

from scorecard.geometry import Arrow, Node, Room
from scorecard.layout import arrange
from scorecard.layout.levels import levels

ROOM = Room(left=0, right=400, top=0, band_left=0, edge=0, card_min=100, card_max=200, gap=20)


def _rows(nodes: list[Node], arrows: list[Arrow], bands: int, room: Room = ROOM) -> list[list[str | None]]:
    arrangement = arrange(nodes, arrows, bands, room)
    return [[arrangement.slots[slot].goal for slot in row] for row in arrangement.rows]


def test_an_effect_stands_above_its_cause_inside_a_perspective() -> None:
    nodes = [Node("a", 0), Node("b", 0), Node("c", 0)]
    assert _rows(nodes, [Arrow("a", "b"), Arrow("b", "c")], 1) == [["c"], ["b"], ["a"]]


def test_the_longest_delay_closes_a_loop() -> None:
    loop = [Arrow("a", "b"), Arrow("b", "c"), Arrow("c", "a", delay=2)]
    assert levels(["a", "b", "c"], loop) == {"a": 0, "b": 1, "c": 2}
    assert levels(["a", "b", "c"], loop[::-1]) == {"a": 0, "b": 1, "c": 2}


def test_hindrances_lift_nothing() -> None:
    assert levels(["a", "b"], [Arrow("a", "b", hinders=True)]) == {"a": 0, "b": 0}


def test_rows_that_do_not_fit_are_dealt_out() -> None:
    nodes = [Node(str(number), 0) for number in range(7)]
    assert _rows(nodes, [], 1) == [["0", "3", "6"], ["1", "4"], ["2", "5"]]


def test_a_link_over_a_row_passes_it_in_a_slot() -> None:
    nodes = [Node("top", 0), Node("middle", 1), Node("low", 2)]
    arrangement = arrange(nodes, [Arrow("low", "top")], 3, ROOM)
    (chain,) = arrangement.chains.values()
    assert [arrangement.slots[slot].goal for slot in chain] == ["low", None, "top"]
    assert [arrangement.slots[slot].row for slot in chain] == [2, 1, 0]


def test_links_that_run_down_or_stay_in_a_row_go_aside() -> None:
    nodes = [Node("top", 0), Node("beside", 0), Node("low", 1)]
    down, level, self_driven = Arrow("top", "low"), Arrow("top", "beside", hinders=True), Arrow("low", "low")
    arrangement = arrange(nodes, [down, level, self_driven], 2, ROOM)
    assert arrangement.aside == (down, level, self_driven)
    assert not arrangement.chains


def test_many_links_to_one_effect_share_their_slots() -> None:
    nodes = [Node("top", 0), Node("middle", 1), *(Node(f"low{number}", 2) for number in range(4))]
    arrows = [Arrow(f"low{number}", "top") for number in range(3)] + [Arrow("low3", "top", hinders=True)]
    apart = arrange(nodes, arrows, 3, ROOM)
    together = arrange(
        nodes,
        arrows,
        3,
        Room(left=0, right=400, top=0, band_left=0, edge=0, card_min=100, card_max=200, gap=20, bundled_from=4),
    )
    assert len(apart.rows[1]) == 1 + 4
    assert len(together.rows[1]) == 1 + 2, "one for those that drive, one for what hinders"


def test_a_perspective_without_goals_has_no_rows() -> None:
    arrangement = arrange([Node("a", 0), Node("b", 2)], [Arrow("b", "a")], 3, ROOM)
    assert [len(rows) for rows in arrangement.bands] == [1, 0, 1]
