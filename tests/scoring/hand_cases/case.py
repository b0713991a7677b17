"""What a case says: a small map, the figures of its KPIs, and what was worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Expected: TypeAlias = Sequence[Fraction | int | str | None]
"""A fraction, a status or no data, for each period; the oldest first."""

PERIODS = ("2026-03", "2026-04", "2026-05", "2026-06")


class Case(NamedTuple):
    """A map in YAML; a KPI whose scale is left out has its performance as its value.

    ``figures`` are the values of each KPI in as many periods as there are, June 2026 being the last. ``expected``
    names an item and its number (``goal.lagging``, ``index.performance``, ``goal.coverage.outlook``, ``goal.status``),
    ``performances`` are those of the KPIs that have a scale of their own.
    """

    name: str
    text: str
    figures: Mapping[str, Sequence[float | None]]
    expected: Mapping[str, Expected]
    performances: Mapping[str, Expected] = {}


def of(numerator: int, denominator: int = 1) -> Fraction:
    """A fraction as it is written by hand."""
    return Fraction(numerator, denominator)
