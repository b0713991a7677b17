"""Engines and the built-in order side by side, where an engine is present."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.api.board import ordered
from scorecard.geometry import Arrangement
from scorecard.layout import arrange, built_in, crossings, dot_request, from_positions
from scorecard.rendering.board.look import look_at
from scorecard.rendering.board.pen import Pen
from scorecard.rendering.board.sketch import arrows_of, nodes_of, room_for
from scorecard.rendering.palette import LIGHT
from scorecard.writing.ordering import node_positions
from tests.needs import needs
from tests.rendering.board.random_maps import SEEDS, random_card


@pytest.fixture(autouse=True)
def dot() -> None:
    """The engine beside which the order is put."""
    needs("dot")


def _arrangement(seed: int, tmp_path: Path) -> Arrangement:
    card = random_card(seed, tmp_path)
    look = look_at(card, detail="chip", pen=Pen(LIGHT), width=1400)
    return arrange(nodes_of(look), arrows_of(look), len(card.perspectives), room_for(look))


@pytest.mark.parametrize("seed", SEEDS[::4])
def test_the_better_order_is_taken_and_the_built_in_one_is_not_far_off(seed: int, tmp_path: Path) -> None:
    arrangement = _arrangement(seed, tmp_path)
    found = node_positions(dot_request(arrangement, 200), "dot")
    theirs = from_positions(arrangement, {slot: found[str(slot)] for slot in range(len(arrangement.slots))})
    own = built_in(arrangement)
    assert crossings(own) <= 1.5 * crossings(theirs) + 3
    taken, notices = ordered(arrangement, "auto", 200)
    assert notices == ()
    assert crossings(taken) == min(crossings(own), crossings(theirs))


@pytest.mark.parametrize("seed", SEEDS[::8])
def test_both_engines_lead_to_the_same_order_or_one_with_fewer_crossings(seed: int, tmp_path: Path) -> None:
    arrangement = _arrangement(seed, tmp_path)
    by_dot, by_library = ordered(arrangement, "dot", 200)[0], ordered(arrangement, "pygraphviz", 200)[0]
    least = crossings(built_in(arrangement))
    assert crossings(by_dot) <= least
    assert crossings(by_library) <= least
