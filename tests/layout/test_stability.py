"""A map stays as it is when it is edited elsewhere: moving one goal in the file does not reshuffle the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scorecard.layout import arrange, built_in
from scorecard.rendering.board.look import look_at
from scorecard.rendering.board.pen import Pen
from scorecard.rendering.board.sketch import arrows_of, nodes_of, room_for
from scorecard.rendering.palette import LIGHT
from scorecard.result import Scorecard
from tests.rendering.board.random_maps import SEEDS, random_card
from tests.test_gallery import MAPS, card_of

MOST = 0.1
"""The share of pairs of the other goals that may change sides, over all moves of a map. It cannot be 0: where names
and file disagree, a goal that moves may be the one that tells left from right."""


def _rows(card: Scorecard) -> list[list[str]]:
    look = look_at(card, detail="chip", pen=Pen(LIGHT), width=1400)
    room = room_for(look)
    found = built_in(arrange(nodes_of(look), arrows_of(look), len(card.perspectives), room))
    names = [[found.slots[slot].goal for slot in row] for row in found.rows]
    return [[name for name in row if name is not None] for row in names]


def _pairs(rows: list[list[str]], without: str) -> set[tuple[str, str]]:
    return {
        (left, right)
        for row in rows
        for place, left in enumerate(row)
        for right in row[place + 1 :]
        if without not in (left, right)
    }


def _changed_sides(card: Scorecard) -> tuple[int, int]:
    """How many pairs changed sides over moves of every goal to eight places, and how many there were."""
    before = _rows(card)
    changed = known = 0
    for place, goal in enumerate(card.goals):
        for to in range(0, len(card.goals), max(1, len(card.goals) // 8)):
            goals = list(card.goals)
            goals.insert(to, goals.pop(place))
            after = _pairs(_rows(replace(card, goals=tuple(goals))), goal.id)
            pairs = _pairs(before, goal.id)
            changed += sum((right, left) in after for left, right in pairs)
            known += sum((left, right) in after or (right, left) in after for left, right in pairs)
    return changed, known


@pytest.mark.parametrize("name", MAPS)
def test_moving_a_goal_leaves_the_others_where_they_are(name: str) -> None:
    changed, known = _changed_sides(card_of(name))
    assert changed <= MOST * known


@pytest.mark.parametrize("seed", SEEDS[:5])
def test_moving_a_goal_of_a_random_map_leaves_the_others_where_they_are(seed: int, tmp_path: Path) -> None:
    changed, known = _changed_sides(random_card(seed, tmp_path))
    assert changed <= MOST * known
