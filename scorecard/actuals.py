"""The figures that a scorecard is made from, apart from the map that says what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from scorecard.model import Kind
from scorecard.period import Period

DimensionValues: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of dimension and value, ``(("network", "instagram"),)``; empty for the whole."""

FigureKey: TypeAlias = tuple[str, Period | None, DimensionValues]
"""Id of a KPI or measure, period and dimension values; the period ``None`` means undated: in force at every period."""


MissingReason: TypeAlias = Literal["no-value", "missing", "stale", "partial", "small-sample"]
"""Why a figure cannot be scored: there is none and never was (``no-value``), none for this period (``missing``), only
one that is too old (``stale``); it lacks a part that was there before (``partial``), or stands on too few rows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One measured value in the KPI's unit, and the ``reason`` why it is not scored, or why there is none.

    ``end`` is the last day it was measured over, ``age`` how many periods of the map have passed since that one;
    ``n`` its sample size; ``used`` the id of the KPI or measure that stood in; ``lacks`` the dimension values that
    had rows in the period before and have none now; ``at_most``: the parts overlap, so it is an upper bound.
    """

    value: float | None = None
    reason: MissingReason | None = None
    end: date | None = None
    age: int = 0
    n: float | None = None
    used: str | None = None
    lacks: tuple[str, ...] = ()
    at_most: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Actuals:
    """All figures known of a map on a day.

    ``figures`` are those in force in each period. ``before`` holds, per KPI and period, the value that a trend is
    measured from where that is not the figure of the period before, and ``references`` the value that a relative
    target is a step from. ``kinds`` says how the figures of each KPI and measure add up, ``periods`` which periods
    were measured, oldest first, and ``parts`` which values each dimension has. ``until`` is the last day with a row
    of the sources that have many of them; ``replaced`` counts, per source, the rows that a later one with the same
    key replaced.
    """

    figures: Mapping[FigureKey, Figure]
    before: Mapping[tuple[str, Period], float | None] = field(default_factory=dict)
    references: Mapping[tuple[str, Period], float | None] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    until: Mapping[str, date] = field(default_factory=dict)
    replaced: Mapping[str, int] = field(default_factory=dict)
