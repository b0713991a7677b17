"""Targets that are named for periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from scorecard.period import Days, Rhythm, parse_period, period_before, period_of, window
from scorecard.propagation.dated_target import elapsed_share, target_in_force
from tests.test_period import DAYS, RHYTHMS

TARGETS = {parse_period(name): figure for name, figure in {"2026-07": 2.5, "2026": 40.0, "2026-01": 2.0}.items()}


@pytest.mark.parametrize(
    ("period", "named", "figure"),
    [
        ("2025-12", None, None),
        ("2025-W52", None, None),
        ("2026-01", "2026-01", 2.0),  # the year begins on the same day, and is the longer one
        ("2026-06", "2026-01", 2.0),
        ("2026-07", "2026-07", 2.5),
        ("2026-Q2", "2026-01", 2.0),
        ("2026-Q3", "2026-07", 2.5),
        ("2026-W27", "2026-07", 2.5),  # ends on the 5th of July
        ("2026", "2026-07", 2.5),
        ("2030-01", "2026-07", 2.5),
    ],
)
def test_the_last_one_named_holds(period: str, named: str | None, figure: float | None) -> None:
    found = target_in_force(TARGETS, parse_period(period))
    assert found == (None if named is None else (parse_period(named), figure))


def test_a_target_for_a_longer_period() -> None:
    year = parse_period("2026")
    assert target_in_force({year: 400.0}, parse_period("2026-03")) == (year, 400.0)
    assert target_in_force({}, year) is None


@pytest.mark.parametrize(
    ("days", "share"),
    [
        ("2026-01", 31 / 365),
        ("2026-Q1", 90 / 365),
        ("2026", 1.0),
        ("2025-12", 0.0),
        ("2027-01", 0.0),
        ("2026-W01", 4 / 365),  # from the 29th of December to the 4th of January
    ],
)
def test_elapsed_share_of_a_year(days: str, share: float) -> None:
    period = parse_period(days)
    assert elapsed_share(Days(period.start, period.end), window(parse_period("2026"), None)) == share


def test_the_year_to_date_in_a_leap_year() -> None:
    to_date = window(parse_period("2028-02"), "year-to-date")
    assert elapsed_share(to_date, window(parse_period("2028"), None)) == 60 / 366


@given(DAYS, RHYTHMS)
def test_periods_that_follow_each_other_share_out_a_whole(day: date, rhythm: Rhythm) -> None:
    whole = window(period_of(day, "year"), None)
    parts, period = [], period_of(whole.end, rhythm)
    for _ in range(400):
        parts.append(elapsed_share(window(period, None), whole))
        period = period_before(period)
    assert sum(parts) == pytest.approx(1, abs=1e-12)
