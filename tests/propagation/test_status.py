"""Limits count as reached within 1e-9, on either side of every band."""

from __future__ import annotations

import pytest

from scorecard.propagation.status import covered, covered_status, heading, status
from scorecard.result import Limits, Status

LIMITS = Limits(at_risk=0.5, on_track=0.8)


@pytest.mark.parametrize(
    ("coverage", "enough"),
    [(0.6, True), (0.5, True), (0.5 - 5e-10, True), (0.5 - 2e-9, False), (0.4, False)],
)
def test_enough_is_known_from_the_least_coverage_on(coverage: float, enough: bool) -> None:
    assert covered(coverage, 0.5) is enough
    assert covered_status(0.9, coverage, LIMITS, 0.5) == ("on-track" if enough else "no-data")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0.8, "on-track"),
        (0.8 - 5e-10, "on-track"),
        (0.8 - 2e-9, "at-risk"),
        (0.5, "at-risk"),
        (0.5 - 5e-10, "at-risk"),
        (0.5 - 2e-9, "off-track"),
        (0.0, "off-track"),
        (None, "no-data"),
    ],
)
def test_a_limit_belongs_to_the_band_above_it(number: float | None, expected: Status) -> None:
    assert status(number, LIMITS) == expected


@pytest.mark.parametrize(
    ("outlook", "expected"),
    [
        (0.55 + 5e-10, "steady"),
        (0.55 + 2e-9, "rising"),
        (0.45 - 5e-10, "steady"),
        (0.45 - 2e-9, "falling"),
        (None, None),
    ],
)
def test_five_points_are_steady(outlook: float | None, expected: str | None) -> None:
    assert heading(outlook, 0.5) == expected
    assert heading(0.5, None) is None
