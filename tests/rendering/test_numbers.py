from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.rendering import numbers
from scorecard.rendering.numbers import amount, amount_of, amount_range, parts_percent, percent, plain_number, points
from scorecard.result import Limits

LIMITS = Limits(at_risk=0.5, on_track=0.8)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, "no data"),
        (0.874, "87 %"),
        (0.796, "79.6 %"),
        (0.79996, "79.996 %"),
        (0.8, "80 %"),
        (0.8 - 1e-12, "80 %"),
        (0.4999, "49.99 %"),
        (-0.004, "0 %"),
        (-0.12, "−12 %"),
        (1.25, "125 %"),
    ],
)
def test_rounding_never_shows_a_limit_that_was_not_reached(share: float | None, text: str) -> None:
    assert percent(share, LIMITS) == text


def test_a_share_that_is_not_whole_never_reads_100() -> None:
    assert percent(0.997, numbers.WHOLE) == "99.7 %"
    assert percent(1.0, numbers.WHOLE) == "100 %"


@pytest.mark.parametrize(
    ("value", "text"),
    [(12280.4, "12,280"), (4.123, "4.12"), (7.0, "7"), (0.05, "0.05"), (123.46, "123.5"), (-1500, "−1,500")],
)
def test_plain_numbers(value: float, text: str) -> None:
    assert plain_number(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.101, "%", "10.1 %"),
        (9500, "money", "EUR 9,500"),
        (9500, "USD", "USD 9,500"),
        (3.5, "hours", "3.5 hours"),
        (1, "yes-no", "yes"),
        (0, "yes-no", "no"),
        (12, "count", "12"),
        (12, None, "12"),
        (None, "count", "no data"),
    ],
)
def test_amounts_carry_their_unit(value: float | None, unit: str | None, text: str) -> None:
    assert amount(value, unit, "EUR") == text


def test_a_value_stands_beside_its_goal_with_the_unit_once() -> None:
    assert amount_of(396, 450, "count", None) == "396 / 450"
    assert amount_of(9500, 12000, "money", "EUR") == "EUR 9,500 / 12,000"
    assert amount_of(None, 0.9, "%", None) == "– / 90 %"
    assert amount_of(22, (20, 26), "posts", None) == "22 / 20–26 posts"
    assert amount_range(20, 26, "posts", None, " and ") == "20 and 26 posts"


@pytest.mark.parametrize("parts", [[1 / 3] * 3, [0.57, 0.43], [1 / 7] * 7, [0.5, 0.123456, 0.376544], [1.0]])
def test_parts_are_seen_to_add_up(parts: list[float]) -> None:
    shown = [float(text.removesuffix(" %")) for text in parts_percent(parts, sum(parts))]
    assert round(sum(shown), 2) == 100.0
    assert all(abs(seen - part * 100) < 0.01 for seen, part in zip(shown, parts, strict=True))


def test_no_parts_are_no_texts() -> None:
    assert parts_percent([], 0.0) == []


def test_days_are_english_everywhere() -> None:
    assert numbers.day(date(2026, 12, 31)) == "31 December 2026"


@pytest.mark.parametrize(
    ("change", "text"),
    [(0.051, "+5"), (-0.034, "−3"), (0.0, "±0"), (0.004, "±0"), (-0.004, "±0"), (1.2, "+120"), (-1.0, "−100")],
)
def test_points_carry_their_sign(change: float, text: str) -> None:
    assert points(change) == text


@pytest.mark.parametrize(
    ("before", "now", "texts"),
    [
        (0.63, 0.65, ("63 %", "65 %", "+2")),
        (0.634, 0.646, ("63.4 %", "64.6 %", "+1.2")),
        (0.646, 0.634, ("64.6 %", "63.4 %", "−1.2")),
        (0.634, 0.636, ("63.4 %", "63.6 %", "+0.2")),
        (0.5, 0.5, ("50 %", "50 %", "±0")),
    ],
)
def test_two_shares_and_their_change_do_not_contradict_each_other(
    before: float, now: float, texts: tuple[str, str, str]
) -> None:
    assert numbers.from_to(before, now) == texts


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_shown_of_a_change_adds_up(before: float, now: float) -> None:
    first, last, change = (float(text.replace("−", "-").strip(" %±")) for text in numbers.from_to(before, now))
    assert last - first == pytest.approx(change, abs=1e-6)
    assert change == pytest.approx((now - before) * 100, abs=0.51)
