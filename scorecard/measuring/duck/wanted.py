"""What is wanted of the files of a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.measuring.fence import ColumnKind

DAY = " day"
FILE = " file"
ROW = " row"
WINDOW = " window"
"""Columns of our own: names that begin with a blank, as no heading does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """The ``columns`` by their names and kinds, and the column of the ``date``, which may be one of them."""

    date: str
    columns: Mapping[str, ColumnKind]

    @property
    def all(self) -> Mapping[str, ColumnKind]:
        """The columns and the date."""
        return {self.date: "date", **self.columns}
