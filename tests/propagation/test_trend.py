"""Which way a value moves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model import Kpi
from scorecard.propagation.scale import Terms, judge, scale_of
from scorecard.propagation.trend import TrendWord, outside, trend, trend_word


def _trend(kpi: dict[str, Any], value: float | None, before: float | None, other: float | None = None) -> float | None:
    read = Kpi.model_validate(kpi)
    return trend(scale_of(read, Terms(other=other)), value, before, read.unit == "yes-no")


@pytest.mark.parametrize(
    ("kpi", "value", "before", "expected"),
    [
        ({"baseline": 100, "target": 200}, 130, 120, 0.1),
        ({"baseline": 100, "target": 200}, 120, 130, -0.1),
        ({"baseline": 100, "target": 200}, 450, 150, 3.0),  # not clamped
        ({"baseline": 24, "target": 2}, 10, 12.2, 0.1),  # lower is better
        ({"target": 50, "direction": "maximise"}, 30, 20, 0.2),  # from 0 on
        ({"worst": 0, "best": 40, "baseline": 10, "target": 20}, 12, 10, 0.05),
        ({"worst": 48, "best": 0}, 24, 36, 0.25),
        ({"worst": 10, "target": 20}, 12, 11, 0.1),
        ({"baseline": 100, "target": {"change": "+50%"}}, 110, 105, 0.1),
        ({"curve": [[10, 0.8], [20, 1], [30, 1.2]]}, 14, 12, 0.1),
        ({"curve": [[10, 1.1], [40, 0.7], [60, 0.1]]}, 30, 20, -0.2),
        ({"scale": "binary", "baseline": 20, "target": 40}, 35, 30, 0.25),
        ({"scale": "binary", "baseline": 40, "target": 20}, 35, 30, -0.25),
        ({"unit": "yes-no", "target": "yes"}, 1, 0, 1.0),
        ({"unit": "yes-no", "target": "no"}, 1, 0, -1.0),
        ({"range": [8, 12], "worst": [2, 20]}, 5, 2, 0.5),  # the side below is 6 long
        ({"range": [8, 12], "worst": [2, 20]}, 16, 20, 0.5),  # the side above 8
        ({"range": [8, 12], "worst": [2, 20]}, 14, 5, 0.25),  # from half of one side to a quarter of the other
        ({"range": [8, 12], "worst": [2, 20]}, 12, 8, 0.0),
        ({"range": [8, 12], "worst": [2, 20]}, 28, 10, -2.0),
    ],
)
def test_in_lengths_of_the_scale(kpi: dict[str, Any], value: float, before: float, expected: float) -> None:
    assert _trend(kpi, value, before) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    "kpi",
    [
        {},
        {"direction": "none", "baseline": 1, "target": 2},
        {"direction": "maximise"},
        {"target": {"change": "+10%"}},  # nothing to change from
        {"scale": "binary", "target": 20, "direction": "minimise"},  # no road to it
        {"worst": 5, "target": {"kpi": "other"}, "direction": "maximise"},
    ],
)
def test_without_a_scale_there_is_no_judgement(kpi: dict[str, Any]) -> None:
    assert _trend(kpi, 2.0, 1.0) is None


def test_without_one_of_the_values_there_is_none() -> None:
    kpi = {"baseline": 100, "target": 200}
    assert _trend(kpi, None, 1.0) is None
    assert _trend(kpi, 1.0, None) is None


def test_another_kpi_as_the_bar() -> None:
    kpi = {"worst": 90, "target": {"kpi": "other"}, "direction": "minimise"}
    assert _trend(kpi, 80.0, 85.0, other=40.0) == pytest.approx(0.1, abs=1e-12)
    assert _trend(kpi, 80.0, 85.0, other=95.0) is None  # beyond worst
    moving = {"scale": "binary", "baseline": 50, "target": {"kpi": "other"}, "direction": "maximise"}
    assert _trend(moving, 30.0, 20.0, other=40.0) == pytest.approx(1.0, abs=1e-12)  # up is better all the same
    assert _trend(moving, 30.0, 20.0, other=50.0) is None


def test_outside_a_range() -> None:
    worst, good = (2.0, 20.0), (8.0, 12.0)
    assert [outside(value, worst, good) for value in (-4, 2, 5, 8, 10, 12, 14, 20, 28)] == [
        *(2.0, 1.0, 0.5),
        *(0.0, 0.0, 0.0),
        *(0.25, 1.0, 2.0),
    ]


@pytest.mark.parametrize(
    ("change", "same", "word"),
    [
        (0.02, 0.02, "better"),
        (0.02 - 5e-10, 0.02, "better"),
        (0.02 - 2e-9, 0.02, "same"),
        (0.0, 0.02, "same"),
        (-0.02 + 2e-9, 0.02, "same"),
        (-0.02 + 5e-10, 0.02, "worse"),
        (-0.02, 0.02, "worse"),
        (0.0, 0.0, "same"),
        (5e-10, 0.0, "same"),
        (2e-9, 0.0, "better"),
        (-2e-9, 0.0, "worse"),
    ],
)
def test_word(change: float, same: float, word: TrendWord) -> None:
    assert trend_word(change, same) == word


_SCALES = [
    {"baseline": 10, "target": 90},
    {"baseline": 90, "target": 10},
    {"worst": 0, "best": 100},
    {"worst": 100, "target": 20},
    {"scale": "binary", "baseline": 20, "target": 50},
    {"scale": "binary", "baseline": 50, "target": 20},
    {"unit": "yes-no", "target": "yes"},
    {"unit": "yes-no", "target": "no"},
    {"curve": [[0, 0], [50, 0.8], [100, 1.2]]},
    {"curve": [[10, 1.1], [40, 0.7], [80, 0.1]]},
    {"range": [40, 60], "worst": [20, 90]},
]
_VALUES = st.floats(-50, 150)


@given(st.sampled_from(_SCALES), _VALUES, _VALUES)
def test_a_performance_never_falls_while_the_trend_rises(kpi: dict[str, Any], value: float, before: float) -> None:
    scale = scale_of(Kpi.model_validate(kpi))
    moved = _trend(kpi, value, before)
    now, then = (judge(scale, figure, date(2026, 6, 30)).performance for figure in (value, before))
    assert moved is not None
    assert now is not None
    assert then is not None
    assert now >= then - 1e-12 if moved > 0 else now <= then + 1e-12
    assert _trend(kpi, before, value) == -moved
