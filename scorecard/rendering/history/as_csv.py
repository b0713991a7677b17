"""The history as CSV: one row for each number in each period."""

from __future__ import annotations

from scorecard.history import History
from scorecard.rendering.csv_table import csv_table

COLUMNS = ("period", "kind", "id", "name", "number", "value", "unit", "reason")


def history_csv(history: History) -> str:
    """Scores are fractions (1.0 = 100 %), values are in their units (a percentage is a fraction), no data is an empty
    field."""
    return csv_table(
        COLUMNS,
        (
            (
                str(period),
                series.kind,
                series.id,
                series.name,
                series.number,
                series.values[place],
                series.unit,
                series.reasons[place] if series.reasons else None,
            )
            for series in history.series
            for place, period in enumerate(history.periods)
        ),
    )
