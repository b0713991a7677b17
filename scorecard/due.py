"""What somebody still has to measure."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.actuals import DimensionValues
from scorecard.period import Period, Rhythm


@dataclass(frozen=True, kw_only=True, slots=True)
class DueKpi:
    """A KPI without a figure for ``period``; ``last_value`` (a percentage is a fraction) is that of ``last_period``.

    ``cadence`` is how often the KPI is measured. ``dimensions`` say of which part the figure is missing, where the KPI
    is recorded by parts, and the last value is that of the part; empty is the whole.
    """

    id: str
    name: str
    owner: str | None
    unit: str | None
    period: Period
    last_value: float | None
    last_period: Period | None
    cadence: Rhythm
    dimensions: DimensionValues = ()
