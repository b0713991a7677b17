"""The total relation as CSV."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.influence import Influence
from scorecard.rendering.csv_table import Field, csv_table


def influence_csv(found: Influence) -> str:
    """A row for each goal that influences, a column for each that is influenced, then prominence and net."""
    rows: list[Sequence[Field]] = [
        (one.id, *row, one.prominence, one.net) for one, row in zip(found.standings, found.total, strict=True)
    ]
    return csv_table(("cause", *found.goals, "prominence", "net"), rows)
