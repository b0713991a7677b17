"""The figures that a scorecard is made from, apart from the map that says what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.period import Period

DimensionValues: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of dimension and value, ``(("network", "instagram"),)``; empty for the whole."""

FigureKey: TypeAlias = tuple[str, Period | None, DimensionValues]
"""KPI id, period and dimension values; the period ``None`` means undated: in force at every period."""


MissingReason: TypeAlias = Literal["no-value"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One measured value in the KPI's unit, or the ``reason`` why there is none."""

    value: float | None = None
    reason: MissingReason | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Actuals:
    """All figures known of a map."""

    figures: Mapping[FigureKey, Figure]
