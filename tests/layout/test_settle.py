"""Places on a line with distances: checked against the conditions that make a solution the best one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.layout.settle import settle

wishes = st.lists(st.integers(-50, 50).map(float), min_size=1, max_size=12)


def _cost(places: list[float], wanted: list[float], weights: list[float]) -> float:
    return sum(weight * (place - wish) ** 2 for place, wish, weight in zip(places, wanted, weights, strict=True))


@given(wishes, st.data())
def test_distances_and_bounds_are_kept(wanted: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.sampled_from([0.5, 1.0, 3.0]), min_size=len(wanted), max_size=len(wanted)))
    distances = data.draw(st.lists(st.integers(1, 9).map(float), min_size=len(wanted) - 1, max_size=len(wanted) - 1))
    high = sum(distances) + data.draw(st.integers(0, 40))
    places = settle(wanted, weights, distances, 0.0, high)
    assert places[0] >= -1e-9
    assert places[-1] <= high + 1e-9
    for left, right, distance in zip(places, places[1:], distances, strict=False):
        assert right - left >= distance - 1e-9


@given(wishes, st.data())
def test_no_other_allowed_places_are_nearer_to_the_wishes(wanted: list[float], data: st.DataObject) -> None:
    weights = data.draw(st.lists(st.sampled_from([0.5, 1.0, 3.0]), min_size=len(wanted), max_size=len(wanted)))
    distances = [4.0] * (len(wanted) - 1)
    low, high = -60.0, 60.0
    places = settle(wanted, weights, distances, low, high)
    best = _cost(places, wanted, weights)
    # The set of allowed places is convex and the cost is too: it is enough to look at small steps to allowed places.
    for first in range(len(wanted)):
        for last in range(first, len(wanted)):
            for step in (-0.01, 0.01):
                moved = [place + step * (first <= at <= last) for at, place in enumerate(places)]
                allowed = moved[0] >= low and moved[-1] <= high
                if allowed and all(b - a >= 4 - 1e-12 for a, b in pairwise(moved)):
                    assert _cost(moved, wanted, weights) >= best - 1e-9


def test_wishes_that_can_be_met_are_met() -> None:
    assert settle([10.0, 30.0, 70.0], [1, 1, 1], [20.0, 20.0], 0, 100) == [10.0, 30.0, 70.0]


def test_two_that_want_the_same_place_meet_in_the_middle_by_their_weights() -> None:
    assert settle([50.0, 50.0], [1.0, 1.0], [10.0], 0, 100) == [45.0, 55.0]
    assert settle([50.0, 50.0], [3.0, 1.0], [10.0], 0, 100) == pytest.approx([47.5, 57.5])


@given(wishes)
def test_whole_numbers_stay_whole(wanted: list[float]) -> None:
    places = settle([wish / 3 for wish in wanted], [1.0] * len(wanted), [2.0] * (len(wanted) - 1), -40, 80, whole=True)
    assert all(place == int(place) for place in places)
    assert all(right - left >= 2 for left, right in pairwise(places))
