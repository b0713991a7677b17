"""All KPIs in all periods at once are judged as each value by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import isnan, nan

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model import Kpi
from scorecard.propagation.judged import performances
from scorecard.propagation.scale import Scale, judge, scale_of
from scorecard.propagation.stacked import stacked
from tests.maps import kpi

DAYS = [date(2026, 1, 31) + timedelta(days=30 * number) for number in range(13)]
figures = st.one_of(st.none(), st.floats(-50, 150), st.sampled_from([10.0, 20.0, 40.0, 50.0, 60.0, 80.0, 90.0]))


def at_once(scales: list[list[Scale]], days: list[date], values: list[list[float | None]]) -> list[list[float]]:
    history = numpy.array([[nan if value is None else value for value in row] for row in values])
    found: list[list[float]] = performances(stacked(scales, days), history).tolist()
    return found


def assert_judged_alike(scales: list[list[Scale]], days: list[date], values: list[list[float | None]]) -> None:
    for of_kpi, row, found in zip(scales, values, at_once(scales, days, values), strict=True):
        of_periods = of_kpi * len(days) if len(of_kpi) == 1 else of_kpi
        for scale, day, value, performance in zip(of_periods, days, row, found, strict=True):
            expected = judge(scale, value, day).performance
            assert isnan(performance) == (expected is None), (scale, value, day)
            assert expected is None or performance == pytest.approx(expected, abs=1e-12, rel=0), (scale, value, day)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    written = draw(kpi(0))
    return scale_of(Kpi.model_validate(written))


def moved(scale: Scale, by: float, flawed: bool) -> Scale:
    """The same kind of scale some way further on, as targets are that change by period."""
    if flawed:
        return replace(scale, flaw="no-target")
    worst = scale.worst
    return replace(
        scale,
        baseline=None if scale.baseline is None else scale.baseline + by,
        target=None if scale.target is None else scale.target + by,
        worst=(worst[0] + by, worst[1] + by) if isinstance(worst, tuple) else None if worst is None else worst + by,
        best=None if scale.best is None else scale.best + by,
        range=None if scale.range is None else (scale.range[0] + by, scale.range[1] + by),
        curve=tuple((value + by, performance) for value, performance in scale.curve),
    )


@given(st.lists(scales(), min_size=1, max_size=6), st.lists(st.sampled_from(DAYS), min_size=1, max_size=5), st.data())
def test_as_each_value_by_itself(found: list[Scale], days: list[date], choice: st.DataObject) -> None:
    row = st.lists(figures, min_size=len(days), max_size=len(days))
    assert_judged_alike([[scale] for scale in found], days, [choice.draw(row) for _ in found])


@given(st.lists(scales(), min_size=1, max_size=6), st.lists(st.sampled_from(DAYS), min_size=1, max_size=5), st.data())
def test_with_a_scale_for_each_period(found: list[Scale], days: list[date], choice: st.DataObject) -> None:
    """Of some KPIs; the others have one scale for all periods."""
    row = st.lists(figures, min_size=len(days), max_size=len(days))
    moves = st.tuples(st.floats(-20, 20), st.booleans())
    by_period = [
        [moved(scale, *choice.draw(moves)) for _ in days] if choice.draw(st.booleans()) else [scale] for scale in found
    ]
    assert_judged_alike(by_period, days, [choice.draw(row) for _ in found])


def test_by_hand() -> None:
    """22 on 15..80, progress 0.5 where 181 of 365 days have passed, a binary one that is not due, a range, a curve."""
    written = [
        {"worst": 15, "best": 80},
        {"baseline": 0, "target": 100, "since": "2026-01-01", "by": "2026-12-31"},
        {"scale": "binary", "target": 50, "direction": "maximise", "by": "2026-12-31"},
        {"range": [40, 60], "worst": [20, 90]},
        {"curve": [[10, 0.8], [20, 1.0], [25, 1.2]]},
        {"direction": "none"},
    ]
    known = [[scale_of(Kpi.model_validate(kpi))] for kpi in written]
    values: list[list[float | None]] = [[22.0], [20.0], [49.0], [75.0], [22.5], [1.0]]
    found = [row[0] for row in at_once(known, [date(2026, 6, 30)], values)]
    expected = [7 / 65, 1 - (181 / 365 - 0.2), nan, 0.5, 1.1, nan]
    assert found == pytest.approx(expected, abs=1e-12, nan_ok=True)


def test_no_kpi_at_all() -> None:
    assert performances(stacked([], DAYS), numpy.empty((0, len(DAYS)))).shape == (0, len(DAYS))
