"""Periods of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.period import Rhythm, parse_period, period_before, period_of

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
RHYTHMS = st.sampled_from(["day", "week", "month", "quarter", "year"])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-W01", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        ("2026-07-14", date(2026, 7, 14), date(2026, 7, 14)),
    ],
)
def test_first_and_last_day(text: str, start: date, end: date) -> None:
    period = parse_period(text)
    assert (period.start, period.end) == (start, end)
    assert str(period) == text


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-Q5", "2026-W54", "2025-W53", "2026-02-30", "2026-7", "July 2026", "٢٠٢٦"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is datetime's in half of the cases
        parse_period(text)


@given(DAYS, RHYTHMS)
def test_a_day_lies_in_its_period_and_the_one_before_ends_the_day_before(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)
    assert period.start <= day <= period.end
    assert period_before(period).end == period.start - timedelta(days=1)
    assert parse_period(str(period)) == period


def test_several_periods_before() -> None:
    assert str(period_before(parse_period("2026-Q1"), 5)) == "2024-Q4"
