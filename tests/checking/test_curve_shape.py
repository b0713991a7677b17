from __future__ import annotations

import pytest

from scorecard.problem import Loc
from tests.checking.conftest import Find, Rules, Said


@pytest.mark.parametrize(
    ("curve", "loc", "message"),
    [
        ("[]", (), "needs two points or more"),
        ("[[10, 100%]]", (), "needs two points or more"),
        ("[[10, 50%], [10, 100%]]", (1,), "do not ascend: after 10 comes 10"),
        ("[[10, 0%], [20, 50%], [15, 100%]]", (2,), "do not ascend: after 20 comes 15"),
        ("[[10, -5%], [20, 50%]]", (0,), "falls below 0 %"),
        ("[[10, 20], [20, 70]]", (0,), "`20` is a performance of 2,000 %"),
        ("[[10, 0%], [20, 250%]]", (1,), "`2.5` is a performance of 250 %"),
        ("[[10, 0%], [20, 50%], [30, 40%]]", (2,), "neither rises nor falls throughout"),
        ("[[10, 90%], [20, 50%], [30, 60%], [40, 10%]]", (2,), "neither rises nor falls throughout"),
        ("[[10, 50%], [20, 50%], [30, 60%]]", (1,), "neither rises nor falls throughout"),
        ("[[10, 0%], [20, 50%], [30, 50%]]", (2,), "neither rises nor falls throughout"),
    ],
)
def test_flaws(curve: str, loc: Loc, message: str, kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems(f"curve: {curve}")
    assert problem.loc == ("kpis", "it", "curve", *loc)
    assert message in said(problem)[0]


@pytest.mark.parametrize(
    "curve", ["[[10, 0], [20, 100%]]", "[[10, 120%], [20, 100%], [40, 0]]", "[[-5, 0], [0, 10%], [1, 11%]]"]
)
def test_sound_curves(curve: str, kpi_problems: Find) -> None:
    assert kpi_problems(f"curve: {curve}") == []


def test_values_in_the_unit_of_the_kpi(kpi_problems: Find, said: Said) -> None:
    (problem,) = kpi_problems('unit: "%", curve: [[20%, 0], [15%, 1]]')
    assert said(problem)[0].endswith("after 20% comes 15%")


def test_a_bent_curve_tells_no_direction_to_contradict(kpi_errors: Rules) -> None:
    assert kpi_errors("direction: minimise, curve: [[1, 0], [2, 100%], [3, 50%]]") == ["curve-shape"]
