"""The figure of a KPI or a measure that is in force in a period."""

from __future__ import annotations

from scorecard.actuals import Actuals, DimensionValues, Figure
from scorecard.period import Period

MISSING = Figure(reason="no-value")


def figure_of(actuals: Actuals, item_id: str, period: Period, part: DimensionValues = ()) -> Figure:
    """The figure for a period, of the whole or of a part: the dated one, else the undated one."""
    figures = actuals.figures
    return figures.get((item_id, period, part)) or figures.get((item_id, None, part)) or MISSING
