"""Figures inside sentences."""

from __future__ import annotations

import pytest

from scorecard.checking._figures import listed, share, written


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (80000.0, None, "80000"),
        (1e15, "count", "1000000000000000"),
        (-2.5, "hours", "-2.5"),
        (0.045, "%", "4.5%"),
        (0.07, "%", "7%"),
        (1.0, "yes-no", "yes"),
        (0.0, "yes-no", "no"),
        (0.5, "yes-no", "0.5"),
    ],
)
def test_values_as_their_author_writes_them(value: float, unit: str | None, text: str) -> None:
    assert written(value, unit) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.8, "80 %"), (0.79999, "79.9 %"), (0.725, "72.5 %"), (0.29, "29 %"), (0.0, "0 %"), (1.0, "100 %")],
)
def test_shares_are_rounded_down(value: float, text: str) -> None:
    assert share(value) == text


def test_lists() -> None:
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]
