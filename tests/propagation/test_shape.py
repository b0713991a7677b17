"""Slopes, best values and the value for a performance, on every kind of scale."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.model import StrategyMap
from scorecard.propagation.shape import Shape, best_value, better_way, performance_at, shape_of, slope, value_for
from tests.cards import make_kpi
from tests.maps import Case, cases

LINE = Shape(((0.0, 0.0), (10.0, 1.0)), 0.0, 1.0)
FALLING = Shape(((10.0, 1.0), (30.0, 0.0)), 1.0, 0.0)
RANGE = Shape(((10.0, 0.0), (20.0, 1.0), (30.0, 1.0), (50.0, 0.0)), 0.0, 0.0)
CURVE = Shape(((10.0, 0.8), (20.0, 1.0), (25.0, 1.2)), 0.0, 1.2)


@pytest.mark.parametrize(
    ("shape", "value", "way", "expected"),
    [
        (LINE, 4.0, 1, 0.1),
        (LINE, 10.0, 1, 0.0),  # at the target more of it changes nothing,
        (LINE, 10.0, -1, 0.1),  # and less of it does
        (LINE, -3.0, 1, 0.0),
        (FALLING, 30.0, -1, -0.05),
        (FALLING, 10.0, -1, 0.0),
        (RANGE, 15.0, 1, 0.1),
        (RANGE, 25.0, 1, 0.0),
        (RANGE, 40.0, -1, -0.05),
        (CURVE, 20.0, 1, 0.04),
        (CURVE, 20.0, -1, 0.02),
        (CURVE, 5.0, 1, 0.0),
    ],
)
def test_a_slope_is_one_sided(shape: Shape, value: float, way: Any, expected: float) -> None:
    assert slope(shape, value, way) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("shape", "value", "way", "wanted", "expected"),
    [
        (LINE, 4.0, 1, 0.8, 8.0),
        (LINE, -5.0, 1, 0.0, -5.0),
        (LINE, 4.0, 1, 1.01, None),
        (FALLING, 40.0, -1, 0.5, 20.0),
        (FALLING, 40.0, -1, 1.0, 10.0),
        (RANGE, 2.0, 1, 1.0, 20.0),
        (RANGE, 45.0, -1, 0.5, 40.0),
        (RANGE, 2.0, 1, 1.1, None),
        (CURVE, 5.0, 1, 0.5, 10.0),  # the curve jumps to 80 % there
        (CURVE, 12.0, 1, 1.1, 22.5),
        (CURVE, 12.0, 1, 1.3, None),
    ],
)
def test_the_nearest_value_for_a_performance(
    shape: Shape, value: float, way: Any, wanted: float, expected: float | None
) -> None:
    assert value_for(shape, value, way, wanted) == (None if expected is None else pytest.approx(expected))


def test_a_value_should_reach_its_target_else_its_best() -> None:
    kpi = make_kpi("a", 0.5, scale="line", target=8.0, worst=0.0, best=10.0, value=5.0)
    assert best_value(kpi, 5.0) == 8.0
    assert best_value(make_kpi("a", 0.5, scale="line", target=None, worst=0.0, best=10.0), 5.0) == 10.0
    ranged = make_kpi("a", 0.5, scale="range", target=None, worst=(0.0, 9.0), range=(3.0, 5.0), best=None)
    assert [best_value(ranged, value) for value in (1.0, 4.0, 8.0)] == [3.0, 4.0, 5.0]
    curved = make_kpi("a", 0.5, scale="curve", target=None, best=None, curve=((1.0, 0.9), (5.0, 0.1)))
    assert best_value(curved, 4.0) == 1.0
    assert best_value(make_kpi("a", None, scale=None, target=None, best=None), 4.0) is None


@given(cases(), st.floats(0.05, 1))
def test_shapes_say_what_scoring_says(case: Case, wanted: float) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    card = scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)
    for kpi in card.kpis:
        if kpi.value is None or kpi.performance is None:
            continue
        assert performance_at(kpi, kpi.value) == pytest.approx(kpi.performance, abs=1e-9)
        shape, way = shape_of(kpi), better_way(kpi, kpi.value)
        if shape is None or way is None:
            continue
        found = value_for(shape, kpi.value, way, wanted)
        if found is None:
            assert max(shape.above, shape.below, *(high for _, high in shape.corners)) < wanted
        else:
            reached = performance_at(kpi, found)
            assert reached is not None
            assert reached >= wanted - 1e-9
            assert (found - kpi.value) * way >= 0
            if kpi.performance < wanted - 1e-6:
                hair = performance_at(kpi, found - way * 1e-6 * max(1.0, abs(found - kpi.value)))
                assert hair is not None
                assert hair < wanted
