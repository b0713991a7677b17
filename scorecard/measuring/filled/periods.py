"""Periods as they come back from a spreadsheet, which takes ``2026-10`` for a date and writes it in its own way."""

from __future__ import annotations

import re

from scorecard.measuring.recorded.figures import period_of_text
from scorecard.naming import month_number
from scorecard.period import Period, period_of

_MONTH_AND_YEAR = re.compile(r"([^\W\d]{3,9})\.?[ \-–/’']{0,2}([0-9]{4}|[0-9]{2})")


def filled_period(text: str, default: Period | None, *, is_date: bool) -> Period | None:
    """The period a cell means, ``Oct-26`` (October 2026) too; ``default`` for an empty one, None for another text.

    ``is_date``: a workbook keeps it as a day; the first day of a period of the default's rhythm stands for the period.
    """
    if not text:
        return default
    period = period_of_text(text)
    if period is None:
        month = _MONTH_AND_YEAR.fullmatch(text)
        number = month_number(month[1]) if month else None
        if month is None or number is None:
            return None
        year = month[2] if len(month[2]) == 4 else f"20{month[2]}"
        return period_of_text(f"{year}-{number:02}")
    if is_date and default is not None:
        longer = period_of(period.start, default.rhythm)
        return longer if longer.start == period.start else period
    return period
