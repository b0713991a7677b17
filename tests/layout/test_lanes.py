"""Lanes: no two lines of a gutter ever lie on each other."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from scorecard.layout.lanes import Net, lanes

NEAR, CLEAR = 5.0, 8.0


@st.composite
def channels(draw: st.DrawFn) -> list[Net]:
    """Nets with one pin above and some below, pins of one side at least 9 apart, as rows keep them."""
    count = draw(st.integers(1, 8))
    uppers = draw(st.permutations(range(14)))[:count]
    lowers = draw(st.permutations(range(20)))
    nets = []
    for number in range(count):
        own = lowers[2 * number : 2 * number + draw(st.integers(1, 2))]
        shift = draw(st.sampled_from([0.0, 3.0]))
        nets.append(Net(key=number, lower=tuple(9.0 * at for at in own), upper=(9.0 * uppers[number] + shift,)))
    return nets


@given(channels())
def test_horizontals_of_one_lane_keep_apart(nets: list[Net]) -> None:
    lane_of, count, _ = lanes(nets, NEAR, CLEAR)
    turning = [net for net in nets if net.key in lane_of]
    assert all(0 <= lane_of[net.key] < count for net in turning)
    for one, other in combinations(turning, 2):
        if lane_of[one.key] == lane_of[other.key]:
            assert one.right + CLEAR <= other.left or other.right + CLEAR <= one.left


@given(channels())
def test_verticals_that_are_near_never_overlap_unless_told(nets: list[Net]) -> None:
    lane_of, _, clashes = lanes(nets, NEAR, CLEAR)
    told = {(upper.key, lower.key) for upper, lower in clashes}
    for upper in nets:
        for lower in nets:
            if upper.key == lower.key or upper.key not in lane_of or lower.key not in lane_of:
                continue
            near = any(abs(up - low) <= NEAR for up in upper.upper for low in lower.lower)
            if near and (upper.key, lower.key) not in told:
                # The one that goes on above must turn above the one that comes up from below.
                assert lane_of[upper.key] < lane_of[lower.key]


@given(channels())
def test_what_is_straight_needs_no_lane(nets: list[Net]) -> None:
    lane_of, _, _ = lanes(nets, NEAR, CLEAR)
    for net in nets:
        assert (net.key in lane_of) == (net.right > net.left)


def test_a_circle_is_told() -> None:
    nets = [Net(key="a", lower=(0.0,), upper=(50.0,)), Net(key="b", lower=(50.0,), upper=(0.0,))]
    lane_of, count, clashes = lanes(nets, NEAR, CLEAR)
    assert sorted(lane_of.values()) == [0, 1]
    assert count == 2
    assert len(clashes) == 1
