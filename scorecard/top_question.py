"""What was asked when the rows of a source were ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scorecard.period import Period


@dataclass(frozen=True, kw_only=True, slots=True)
class TopQuestion:
    """The ``count`` rows of ``source`` in a period with the highest, or ``lowest``, figure ``by``.

    Kept apart ``per`` the values of a column; with ``group`` the values of that column are ranked instead of rows.
    """

    source: str
    by: str
    period: Period
    as_of: date
    count: int
    lowest: bool = False
    per: str | None = None
    group: str | None = None

    @property
    def closed(self) -> bool:
        """Whether the period is over on the day."""
        return self.period.end <= self.as_of
