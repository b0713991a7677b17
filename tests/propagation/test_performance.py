"""The formulas of a KPI, each by itself."""

from __future__ import annotations

import pytest

from scorecard.propagation.performance import binary_performance, curve_performance, of_target, plan_performance


@pytest.mark.parametrize(("target", "share"), [(450, 396 / 450), (0, None), (-450, None)])
def test_a_share_of_the_target_means_something_only_above_zero(target: float, share: float | None) -> None:
    assert of_target(396, target) == share


@pytest.mark.parametrize(
    ("value", "target", "maximise", "performance"),
    [
        # in binary, 100 + 10 % is 110.00000000000001 and 3 - 5 % is 2.8499999999999996
        (110.0, 100 * (1 + 0.1), True, 1.0),
        (2.85, 3 * (1 - 0.05), False, 1.0),
        (110 * (1 - 5e-10), 110.0, True, 1.0),
        (110 * (1 - 2e-9), 110.0, True, 0.0),
        (90 * (1 + 5e-10), 90.0, False, 1.0),
        (90 * (1 + 2e-9), 90.0, False, 0.0),
        (111.0, 110.0, True, 1.0),
        (111.0, 110.0, False, 0.0),
        (109.0, 110.0, False, 1.0),
    ],
)
def test_a_target_is_reached_within_a_hair(value: float, target: float, maximise: bool, performance: float) -> None:
    assert binary_performance(value, target, maximise) == performance


def test_the_gap_to_the_plan_is_a_share_of_the_whole_road() -> None:
    """Half of the time and a fifth of the road: 1 - (0.5 - 0.2)."""
    assert plan_performance(0.2, 0.5) == pytest.approx(0.7, abs=1e-12)
    assert plan_performance(0.6, 0.5) == 1.0
    assert plan_performance(-3.0, 0.5) == 0.0


@pytest.mark.parametrize(
    ("value", "performance"), [(5, 1.1), (10, 1.1), (15, 1.05), (20, 1.0), (30, 0.75), (40, 0.5), (41, 0.0)]
)
def test_a_falling_curve_keeps_its_best_below_and_ends_above(value: float, performance: float) -> None:
    points = [(10.0, 1.1), (20.0, 1.0), (40.0, 0.5)]
    assert curve_performance(value, points) == pytest.approx(performance, abs=1e-12)
