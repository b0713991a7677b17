"""Weighted means over the parts that have data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Part(NamedTuple):
    """One part of a sum: its weight, its value (None: no data) and its coverage, 0 to 1."""

    weight: float
    value: float | None
    coverage: float


class Mean(NamedTuple):
    """A weighted mean and how much of the declared weight has data behind it; ``value`` None is no data."""

    value: float | None
    coverage: float


NOTHING = Mean(None, 0.0)


def weighted_mean(parts: Sequence[Part]) -> Mean:
    """``Σ w·x / Σ w`` over the parts with data, and ``Σ w·coverage(x) / Σ w`` over all of them."""
    declared = known = total = covered = 0.0
    for weight, value, coverage in parts:
        declared += weight
        if value is not None:
            known += weight
            total += weight * value
            covered += weight * coverage
    return Mean(total / known, covered / declared) if known else NOTHING
