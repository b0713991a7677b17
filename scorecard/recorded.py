"""Figures that people write down, one row of a table each, apart from the figures that come from raw rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from scorecard.actuals import DimensionValues
from scorecard.period import Period

COLUMNS = ("date", "kpi", "value", "n", "note")
"""The columns that a file of figures may have beside one for each dimension; the first three it must have."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """One figure as it stands in a file: the ``value`` is in the KPI's unit, a percentage is a fraction.

    ``period`` is what was written, a day or a longer period. ``n`` is the number of rows or answers behind the
    value. ``path`` is relative to the folder of the map, ``line`` counts from 1; a figure that is only to be recorded
    has neither, ``""`` and 0.
    """

    kpi: str
    period: Period
    value: float
    n: float | None = None
    note: str | None = None
    dimensions: DimensionValues = ()
    path: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class NewFigure:
    """A figure that is to be written down; ``unit`` is that of the KPI and decides how the value is written."""

    kpi: str
    period: Period
    value: float
    unit: str | None = None
    n: float | None = None
    note: str | None = None
    dimensions: DimensionValues = ()


def figure_text(value: float, unit: str | None) -> str:
    """A value as it is written in a file, so that it is read as the same number: ``12280``, ``2.5%``, ``yes``."""
    if unit == "yes-no" and value in (0, 1):
        return "yes" if value else "no"
    number = Decimal(repr(float(value))).normalize()
    if number == 0:
        return "0"
    return f"{number.scaleb(2):f}%" if unit in ("%", "percent") else f"{number:f}"


def one_line(text: str) -> str:
    """A text in one line: line breaks and control characters become a blank, none stand at its ends."""
    return _CONTROL.sub(" ", text).strip()
