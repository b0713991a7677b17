"""The plan: elapsed days, the value on plan and the pace."""

from __future__ import annotations

from datetime import date

import pytest

from scorecard.propagation.plan import expected, pace, planned_value

FIRST, LAST = date(2026, 1, 1), date(2026, 4, 10)  # 31 + 28 + 31 + 10 = 100 days


@pytest.mark.parametrize(
    ("day", "elapsed"),
    [
        (date(2025, 12, 31), 0.0),
        (date(2026, 1, 1), 0.01),
        (date(2026, 1, 10), 0.1),
        (date(2026, 2, 19), 0.5),
        (date(2026, 4, 9), 0.99),
        (date(2026, 4, 10), 1.0),
        (date(2027, 1, 1), 1.0),
    ],
)
def test_days_are_counted_at_their_end(day: date, elapsed: float) -> None:
    assert expected(FIRST, LAST, day) == pytest.approx(elapsed, abs=1e-12)


def test_a_pace_is_told_from_ten_per_cent_of_the_time_on() -> None:
    """On the tenth of a hundred days, 5 % of the road is half the pace; a day before nothing is said."""
    assert pace(0.05, expected(FIRST, LAST, date(2026, 1, 10))) == pytest.approx(0.5, abs=1e-12)
    assert pace(0.05, expected(FIRST, LAST, date(2026, 1, 9))) is None
    assert pace(0.05, 0.0) is None


def test_the_value_on_plan_lies_on_a_straight_line() -> None:
    assert planned_value(0.25, 80, 120) == 90
    assert planned_value(0.25, 24, 4) == 19
