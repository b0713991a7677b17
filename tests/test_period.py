"""Periods of the calendar."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.period import (
    Days,
    Over,
    Rhythm,
    day_a_year_before,
    days_around,
    is_longer,
    named_days,
    parse_period,
    period_after,
    period_before,
    period_of,
    window,
    year_before,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = st.integers(1, 12)
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


@given(DAYS, RHYTHMS)
def test_after_is_the_opposite_of_before(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)
    assert period_before(period_after(period)) == period
    assert period_after(period).start == period.end + timedelta(days=1)


def test_days_are_counted_with_both_ends() -> None:
    assert Days(date(2028, 2, 28), date(2028, 3, 1)).length == 3
    assert Days(date(2028, 2, 29), date(2028, 2, 29)).length == 1


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2026", "2025"),
        ("2026-Q3", "2025-Q3"),
        ("2026-07", "2025-07"),
        ("2028-02", "2027-02"),
        ("2026-W31", "2025-W31"),
        ("2020-W53", "2019-W52"),
        ("2026-W53", "2025-W52"),
        ("2021-W52", "2020-W52"),  # there was a W53, but it is not asked for
        ("2021-W01", "2020-W01"),
        ("2026-07-14", "2025-07-14"),
        ("2028-02-29", "2027-02-28"),
        ("2028-02-28", "2027-02-28"),
        ("2029-02-28", "2028-02-28"),
        ("2028-03-01", "2027-03-01"),
    ],
)
def test_the_same_period_a_year_before(period: str, before: str) -> None:
    assert str(year_before(parse_period(period))) == before


def test_a_year_without_week_53() -> None:
    assert parse_period("2020-W53").end == date(2021, 1, 3)
    with pytest.raises(ValueError):  # noqa: PT011 - the message is datetime's
        parse_period("2021-W53")


@given(DAYS, RHYTHMS)
def test_a_year_before_is_a_year_before(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)
    before = year_before(period)
    assert before.rhythm == rhythm
    year, rest = str(before).split("-", 1) if "-" in str(before) else (str(before), "")
    assert int(year) == int(str(period)[:4]) - 1
    assert rest == str(period)[5:] or (str(period)[4:], rest) in [("-W53", "W52"), ("-02-29", "02-28")]
    assert day_a_year_before(day) == year_before(period_of(day, "day")).start


@pytest.mark.parametrize(
    ("period", "over", "year_starts", "start", "end"),
    [
        ("2026-05", None, 1, "2026-05-01", "2026-05-31"),
        ("2026-W53", None, 1, "2026-12-28", "2027-01-03"),
        ("2026-05", "quarter", 1, "2026-04-01", "2026-06-30"),
        ("2026-05", "quarter-to-date", 1, "2026-04-01", "2026-05-31"),
        ("2026-05", "year", 1, "2026-01-01", "2026-12-31"),
        ("2026-05", "year-to-date", 1, "2026-01-01", "2026-05-31"),
        ("2026-Q2", "quarter", 1, "2026-04-01", "2026-06-30"),
        ("2026-Q2", "quarter", 2, "2026-05-01", "2026-07-31"),
        ("2026", "year", 4, "2026-04-01", "2027-03-31"),
        ("2026", "year-to-date", 4, "2026-04-01", "2026-12-31"),
        # a year from April to March
        ("2026-03", "year-to-date", 4, "2025-04-01", "2026-03-31"),
        ("2026-04", "year-to-date", 4, "2026-04-01", "2026-04-30"),
        ("2026-02", "year", 4, "2025-04-01", "2026-03-31"),
        ("2026-02", "quarter", 4, "2026-01-01", "2026-03-31"),
        ("2026-05", "quarter-to-date", 4, "2026-04-01", "2026-05-31"),
        # a year from February, and one from December, whose quarters run over the turn of the year
        ("2026-01", "quarter", 2, "2025-11-01", "2026-01-31"),
        ("2026-12", "quarter-to-date", 12, "2026-12-01", "2026-12-31"),
        ("2026-01", "quarter", 12, "2025-12-01", "2026-02-28"),
        ("2026-11", "year", 12, "2025-12-01", "2026-11-30"),
        # a week belongs where it ends
        ("2026-W01", "year-to-date", 1, "2026-01-01", "2026-01-04"),
        ("2026-W53", "quarter", 1, "2027-01-01", "2027-03-31"),
        # February
        ("2028-02", "last-12-months", 1, "2027-03-01", "2028-02-29"),
        ("2029-02", "last-12-months", 1, "2028-03-01", "2029-02-28"),
        ("2029-01", "last-12-months", 1, "2028-02-01", "2029-01-31"),
        ("2028-02-28", "last-12-months", 1, "2027-03-01", "2028-02-28"),
        ("2028-02-29", "last-12-months", 1, "2027-03-01", "2028-02-29"),
        ("2028-03-01", "last-12-months", 1, "2027-03-02", "2028-03-01"),
        ("2029-02-27", "last-12-months", 1, "2028-02-28", "2029-02-27"),
        ("2029-02-28", "last-12-months", 1, "2028-03-01", "2029-02-28"),
        ("2026", "last-12-months", 7, "2026-01-01", "2026-12-31"),
        ("2026-W31", "last-12-months", 1, "2025-08-03", "2026-08-02"),
        ("2028-02", "year-to-date", 1, "2028-01-01", "2028-02-29"),
    ],
)
def test_windows(period: str, over: Over | None, year_starts: int, start: str, end: str) -> None:
    expected = Days(date.fromisoformat(start), date.fromisoformat(end))
    assert window(parse_period(period), over, year_starts) == expected


def _inside(days: Days, others: Days) -> bool:
    return others.start <= days.start and days.end <= others.end


@given(DAYS, RHYTHMS, MONTHS)
def test_windows_hold_each_other(day: date, rhythm: Rhythm, year_starts: int) -> None:
    period = period_of(day, rhythm)
    quarter, year = window(period, "quarter", year_starts), window(period, "year", year_starts)
    quarter_to_date = window(period, "quarter-to-date", year_starts)
    year_to_date = window(period, "year-to-date", year_starts)
    assert quarter_to_date == Days(quarter.start, period.end)
    assert year_to_date == Days(year.start, period.end)
    assert _inside(quarter_to_date, quarter)
    assert _inside(quarter, year)
    assert _inside(year_to_date, year)
    assert (year.start.month, year.start.day, quarter.start.day) == (year_starts, 1, 1)
    assert year.length in (365, 366)
    assert quarter.length in range(89, 93)
    assert (quarter.start.month - year_starts) % 3 == 0


@given(DAYS, MONTHS)
def test_every_day_of_a_year_has_that_year(day: date, year_starts: int) -> None:
    wholes: tuple[Over, Over] = ("quarter", "year")
    for over in wholes:
        whole = window(period_of(day, "day"), over, year_starts)
        first, last = (period_of(end, "day") for end in whole)
        assert window(first, over, year_starts) == window(last, over, year_starts) == whole
        assert window(period_after(last), over, year_starts).start == period_after(last).start


@given(DAYS, RHYTHMS)
def test_twelve_months_hold_no_day_of_the_year_twice(day: date, rhythm: Rhythm) -> None:
    period = period_of(day, rhythm)
    months = window(period, "last-12-months")
    assert months.end == period.end
    days = [months.start + timedelta(days=index) for index in range(months.length)]
    assert len({(each.month, each.day) for each in days}) == len(days) >= 365
    assert window(period_of(period.end, "month"), "last-12-months").length in (365, 366)


@pytest.mark.parametrize(
    ("named", "over", "year_starts", "start", "end"),
    [
        ("2026", "year-to-date", 4, "2026-04-01", "2027-03-31"),
        ("2026", "year", 1, "2026-01-01", "2026-12-31"),
        ("2026-Q2", "quarter", 4, "2026-07-01", "2026-09-30"),
        ("2026-Q4", "quarter-to-date", 4, "2027-01-01", "2027-03-31"),
        ("2026-Q1", "year-to-date", 12, "2026-12-01", "2027-02-28"),
        ("2026", None, 4, "2026-01-01", "2026-12-31"),
        ("2026-Q2", "last-12-months", 4, "2026-04-01", "2026-06-30"),
        ("2026-05", "year-to-date", 4, "2026-05-01", "2026-05-31"),
        ("2026-W53", "year-to-date", 4, "2026-12-28", "2027-01-03"),
        ("9998-Q4", "quarter", 12, "9999-09-01", "9999-11-30"),
        ("9999-Q3", "quarter", 12, "9999-07-01", "9999-09-30"),  # the calendar ends before a later one
    ],
)
def test_what_a_name_means(named: str, over: Over | None, year_starts: int, start: str, end: str) -> None:
    expected = Days(date.fromisoformat(start), date.fromisoformat(end))
    assert named_days(parse_period(named), over, year_starts) == expected


BUSINESS = st.sampled_from(["quarter", "year", "quarter-to-date", "year-to-date"])


@given(DAYS, BUSINESS, MONTHS)
def test_years_that_are_named_follow_each_other_and_their_quarters_fill_them(
    day: date, over: Over, year_starts: int
) -> None:
    year = period_of(day, "year")
    days = named_days(year, over, year_starts)
    assert days.start == date(year.start.year, year_starts, 1)
    assert named_days(period_after(year), over, year_starts).start == days.end + timedelta(days=1)
    quarters = [named_days(parse_period(f"{year}-Q{number}"), over, year_starts) for number in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[3].end) == days
    assert all(one.end + timedelta(days=1) == two.start for one, two in pairwise(quarters))


@given(DAYS, RHYTHMS, st.one_of(st.none(), st.just("last-12-months"), BUSINESS), MONTHS)
def test_the_days_around_a_day_are_those_of_the_period_that_is_named(
    day: date, rhythm: Rhythm, over: Over | None, year_starts: int
) -> None:
    around = days_around(day, rhythm, over, year_starts)
    assert around.start <= day <= around.end
    holding = period_of(day, rhythm)
    candidates = [period_before(holding, steps) for steps in range(5)]
    assert around in [named_days(period, over, year_starts) for period in candidates]
    if over in ("quarter", "year"):
        assert days_around(day, over, over, year_starts) == window(period_of(day, "day"), over, year_starts)


@given(DAYS, RHYTHMS, RHYTHMS)
def test_longer_periods_have_more_days(day: date, one: Rhythm, other: Rhythm) -> None:
    lengths = [window(period_of(day, rhythm), None).length for rhythm in (one, other)]
    assert is_longer(one, other) == (lengths[0] > lengths[1])
