"""The split as CSV: one row for each figure and value of the dimension, and one for its total."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rendering.csv_table import Field, csv_table
from scorecard.split import Split, SplitCell, SplitRow

COLUMNS = (
    *("as_of", "period", "figure", "name", "kind", "dimension", "part"),
    *("value", "unit", "at_most", "used", "lacks", "reason"),
)


def split_csv(split: Split) -> str:
    """Values in their units (a percentage is a fraction); ``part`` is empty in the rows of the totals.

    Figures that do not split have the row of their total only.
    """
    return csv_table(COLUMNS, (row for figure in split.rows for row in _rows(split, figure)))


def _rows(split: Split, figure: SplitRow) -> Iterator[tuple[Field, ...]]:
    if figure.splits:
        for column, cell in zip(split.columns, figure.parts, strict=True):
            yield _row(split, figure, column, cell)
    yield _row(split, figure, "", figure.total)


def _row(split: Split, figure: SplitRow, part: str, cell: SplitCell) -> tuple[Field, ...]:
    return (
        split.as_of,
        str(split.period),
        figure.id,
        figure.name,
        figure.kind,
        split.dimension,
        part,
        cell.value,
        cell.unit,
        cell.at_most,
        cell.used,
        ", ".join(cell.lacks),
        cell.reason,
    )
