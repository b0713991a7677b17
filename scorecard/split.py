"""Figures of one period, split by the values of a dimension."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scorecard.actuals import MissingReason
from scorecard.model import Kind
from scorecard.period import Period


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitCell:
    """A figure of a part or of the whole, in ``unit``; without a value ``reason`` says why.

    ``at_most``: its parts overlap, so it is an upper bound. ``used`` is the id of what stood in for it, whose unit is
    meant then; ``lacks`` names the dimension values that had rows in the period before and have none now.
    """

    value: float | None = None
    unit: str | None = None
    reason: MissingReason | None = None
    at_most: bool = False
    used: str | None = None
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SplitRow:
    """A KPI or measure with a cell for every column, and its total, which is worked out over all rows.

    ``splits`` tells whether any part of it was ever known by itself. ``rest`` is what the total has beyond the sum of
    the parts, None where there is no difference or where parts do not add up.
    """

    id: str
    name: str
    kind: Kind | None
    splits: bool
    parts: tuple[SplitCell, ...]
    total: SplitCell
    rest: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """The figures of a map for a period, one column for each value of ``dimension``.

    ``name`` and ``currency`` are those of the map; ``closed``: the period is over on the day ``as_of``.
    """

    name: str
    currency: str | None
    dimension: str
    period: Period
    as_of: date
    closed: bool
    columns: tuple[str, ...]
    rows: tuple[SplitRow, ...]
