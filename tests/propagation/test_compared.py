"""A window is compared with one that ran as long."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.period import Over, Rhythm, parse_period, period_before, period_of, window
from scorecard.propagation.compared import compared_with

days = st.dates(date(2001, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("period", "over", "expected"),
    [
        ("2026-10", None, "2026-09"),
        ("2026-10", "last-12-months", "2026-09"),
        ("2026-W01", None, "2025-W52"),
        ("2026-05", "quarter-to-date", "2026-02"),
        ("2026-08", "quarter", "2026-05"),
        ("2026-01", "quarter-to-date", "2025-10"),
        ("2026-Q3", "quarter-to-date", "2026-Q2"),
        ("2026-05-31", "quarter-to-date", "2026-02-28"),
        ("2026-10", "year-to-date", "2025-10"),
        ("2028-02-29", "year", "2027-02-28"),
        ("2026-W53", "year-to-date", "2025-W52"),
        ("2026", "year", "2025"),
    ],
)
def test_the_earlier_period(period: str, over: Over | None, expected: str) -> None:
    assert str(compared_with(parse_period(period), over)) == expected


@given(days, st.sampled_from(["day", "month", "quarter"]))
def test_a_quarter_to_date_ran_about_as_long_and_ended_before_this_one_began(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)
    now = window(period, "quarter-to-date")
    then = window(compared_with(period, "quarter-to-date"), "quarter-to-date")
    assert then.end < now.start
    assert abs(then.length - now.length) <= 4


@given(days)
def test_a_week_is_compared_with_one_of_the_quarter_before(day: date) -> None:
    week = period_of(day, "week")
    quarter = period_before(period_of(week.end, "quarter"))
    found = compared_with(week, "quarter-to-date")
    assert found < week
    assert abs((found.end - quarter.start).days - (week.end - period_of(week.end, "quarter").start).days) <= 10


@given(days, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_without_a_window_it_is_the_one_before(day: date, rhythm: Rhythm) -> None:
    assert compared_with(period_of(day, rhythm), None) == period_before(period_of(day, rhythm))
