"""Targets that are named for periods."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given

from scorecard.period import Rhythm, named_days, parse_period, period_before, period_of, window
from scorecard.propagation.dated_target import due_share, target_in_force
from tests.test_period import DAYS, MONTHS, RHYTHMS

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
    ("period", "figure"),
    [
        ("2025-03", None),
        ("2025-04", 365.0),
        ("2026-02", 365.0),
        ("2026-03", 365.0),
        ("2026-04", 730.0),
        ("2026-Q1", 365.0),
        ("2026-06", 730.0),
        ("2026-07", 99.0),  # 2026-Q2, which begins later than the year
    ],
)
def test_beside_a_window_of_the_business_year_names_are_those_of_that_year(period: str, figure: float | None) -> None:
    """From April to March."""
    targets = {parse_period(name): value for name, value in {"2025": 365.0, "2026": 730.0, "2026-Q2": 99.0}.items()}
    found = target_in_force(targets, parse_period(period), "year-to-date", 4)
    assert (found and found[1]) == figure


def test_beside_any_other_window_they_are_those_of_the_calendar() -> None:
    targets = {parse_period("2025"): 365.0, parse_period("2026"): 730.0}
    for found in (
        target_in_force(targets, parse_period("2026-02"), None, 4),
        target_in_force(targets, parse_period("2026-02"), "last-12-months", 4),
    ):
        assert found == (parse_period("2026"), 730.0)


@pytest.mark.parametrize(
    ("days", "as_of", "longer", "share"),
    [
        ("2026-01", "2026-01-31", None, 1.0),
        ("2026-01", "2026-05-31", None, 1.0),
        ("2026-01", "2026-01-10", None, 10 / 31),
        ("2026-01", "2025-12-10", None, 1 / 31),
        ("2026-01", "2026-12-31", "2026", 31 / 365),
        ("2026-01", "2026-01-10", "2026", 10 / 365),
        ("2026-Q1", "2026-12-31", "2026", 90 / 365),
        ("2026", "2026-12-31", "2026", 1.0),
        ("2026", "2026-12-31", "2026-01", 1.0),
        ("2028-02", "2028-02-29", "2028", 29 / 366),
        ("2026-W01", "2026-01-04", "2026", 7 / 365),  # from the 29th of December on
    ],
)
def test_how_much_is_due(days: str, as_of: str, longer: str | None, share: float) -> None:
    whole = None if longer is None else window(parse_period(longer), None)
    assert due_share(window(parse_period(days), None), date.fromisoformat(as_of), whole) == share


def test_the_year_to_date_in_a_leap_year() -> None:
    to_date = window(parse_period("2028-02"), "year-to-date")
    assert due_share(to_date, to_date.end, window(parse_period("2028"), None)) == 60 / 366


@given(DAYS, RHYTHMS)
def test_periods_that_follow_each_other_share_out_the_whole(day: date, rhythm: Rhythm) -> None:
    assume(rhythm != "week")  # one may lie in two years
    whole = window(period_of(day, "year"), None)
    parts, period = [], period_of(whole.end, rhythm)
    while period.start >= whole.start:
        parts.append(due_share(window(period, None), whole.end, whole))
        period = period_before(period)
    assert sum(parts) == pytest.approx(1, abs=1e-12)


@given(DAYS, MONTHS)
def test_all_of_a_target_is_due_when_its_business_year_ends(day: date, year_starts: int) -> None:
    year = window(period_of(day, "day"), "year", year_starts)
    last = period_of(year.end, "month")
    targets = {parse_period(f"{year.start.year + step}"): float(step) for step in (-1, 0, 1)}
    named, figure = target_in_force(targets, last, "year-to-date", year_starts) or (last, None)
    assert figure == 0.0
    assert named_days(named, "year-to-date", year_starts) == year
    shares = [
        due_share(window(month, "year-to-date", year_starts), year.end, year)
        for month in (last, period_before(last), period_before(last, 11))
    ]
    assert shares[0] == 1.0
    assert shares == sorted(shares, reverse=True)
    assert shares[2] == pytest.approx(window(period_before(last, 11), None).length / year.length)


@given(DAYS, RHYTHMS, DAYS, RHYTHMS)
def test_a_share_is_one(day: date, rhythm: Rhythm, as_of: date, other: Rhythm) -> None:
    days = window(period_of(day, rhythm), None)
    assert 0 < due_share(days, as_of, window(period_of(days.end, other), None)) <= due_share(days, as_of) <= 1
    assert due_share(days, max(as_of, days.end)) == 1
