"""From the first number of a series to the last: which two compare, and what changed in between."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scorecard.history import Compared
from scorecard.period import parse_period
from scorecard.scoring.series import compared

MONTHS = [parse_period(f"2026-{month:02}") for month in range(1, 13)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1.0, 2.0, 4.0], Compared(0, 2, 3.0)),
        ([None, 4.0, None, 1.0, None], Compared(1, 3, -3.0)),
        ([5.0, None, 5.0], Compared(0, 2, 0.0)),
        ([None, 4.0, None], Compared(1, 1, None)),
        ([0.0, None, 0.0, None], Compared(0, 2, 0.0)),
        ([None, None], None),
    ],
)
def test_the_first_and_the_last_known_value(values: Sequence[float | None], expected: Compared | None) -> None:
    assert compared(values, MONTHS[: len(values)]) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([100.0, 120.0, 30.0], Compared(0, 1, 20.0)),
        ([100.0, None, 30.0], Compared(0, 0, None)),
        ([100.0, 120.0, None], Compared(0, 1, 20.0)),
        ([None, None, 30.0], Compared(2, 2, None)),
        ([30.0], Compared(0, 0, None)),
        ([None, None, None], None),
    ],
)
def test_a_sum_that_is_still_growing_is_left_out(values: Sequence[float | None], expected: Compared | None) -> None:
    """Where it is the only known one there is nothing else to show."""
    assert compared(values, MONTHS[: len(values)], growing=True) == expected


@pytest.mark.parametrize(
    ("values", "begun", "comparable"),
    [
        ([1.0, 2.0, 3.0], "2026-02", False),
        ([1.0, 2.0, 3.0], "2026-03-14", False),
        ([1.0, 2.0, 3.0], "2026-01", True),
        ([1.0, 2.0, 3.0], "2026-01-14", True),
        ([None, 2.0, 3.0], "2026-02", True),
        ([1.0, 2.0, None], "2026-03", True),
    ],
)
def test_across_a_break_nothing_compares(values: Sequence[float | None], begun: str, comparable: bool) -> None:
    """January to March; the period in which a break begins is the first after it."""
    found = compared(values, MONTHS[:3], [(parse_period(begun), "counted anew")])
    assert found is not None
    assert (found.comparable, found.change is not None) == (comparable, comparable)


def test_a_break_between_two_periods_that_are_apart() -> None:
    """January and June, of closed periods nothing else is known."""
    found = compared([1.0, 2.0], [MONTHS[0], MONTHS[5]], [(parse_period("2026-03"), "counted anew")])
    assert found == Compared(0, 1, None, comparable=False)
