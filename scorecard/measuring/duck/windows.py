"""The number of the window in which a row lies, as SQL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from scorecard.measuring.duck.wanted import DAY, WINDOW
from scorecard.measuring.sql_text import identifier
from scorecard.period import Days

_DAY, _WINDOW = identifier(DAY), identifier(WINDOW)


def overlap(windows: Iterable[Days]) -> bool:
    """Whether a day may lie in two windows."""
    ordered = sorted(windows)
    return any(after.start <= before.end for before, after in pairwise(ordered))


def windowed(table: str, windows: Sequence[Days]) -> str:
    """All rows of a table with the number of their window (none outside of all), a row once for each of its windows.

    A window that ends before it starts has no days.
    """
    numbered = {number: window for number, window in enumerate(windows) if window.start <= window.end}
    if not numbered:
        return f"SELECT *, CAST(NULL AS INTEGER) AS {_WINDOW} FROM {table}"
    if overlap(numbered.values()):
        return (
            f"SELECT t.*, w.number AS {_WINDOW} FROM {table} AS t "
            f"LEFT JOIN ({_calendar(numbered)}) AS w ON t.{_DAY} = w.day"
        )
    first = min(window.start for window in numbered.values())
    return f"SELECT *, {_looked_up(numbered, first)} AS {_WINDOW} FROM {table}"


def _calendar(windows: Mapping[int, Days]) -> str:
    """Every day of every window."""
    rows = ", ".join(f"({number}, {_sql(window.start)}, {_sql(window.end)})" for number, window in windows.items())
    days = "CAST(unnest(generate_series(first, last, INTERVAL 1 DAY)) AS DATE)"
    return f"SELECT number, {days} AS day FROM (VALUES {rows}) AS v(number, first, last)"


def _looked_up(windows: Mapping[int, Days], first: date) -> str:
    """The number of the window by the number of the day; of very long stretches by comparing."""
    last = max(window.end for window in windows.values())
    if (last - first).days > 40_000:
        cases = " ".join(
            f"WHEN {_DAY} BETWEEN {_sql(window.start)} AND {_sql(window.end)} THEN {number}"
            for number, window in windows.items()
        )
        return f"CASE {cases} END"
    numbers = ["NULL"] * ((last - first).days + 1)
    for number, window in windows.items():
        start = (window.start - first).days
        numbers[start : start + window.length] = [str(number)] * window.length
    return (
        f"CASE WHEN {_DAY} BETWEEN {_sql(first)} AND {_sql(last)} "
        f"THEN CAST([{', '.join(numbers)}][{_DAY} - {_sql(first)} + 1] AS INTEGER) END"
    )


def _sql(day: date) -> str:
    return f"DATE '{day.isoformat()}'"
