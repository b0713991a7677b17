"""The row that leads where another one led, on a page that was made anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scorecard.rendering.meeting.rows import Place, Row


def same_row(rows: Sequence[Row], row: Row) -> int | None:
    """The row that leads where another one led, among the points of business where that was one."""
    if row.place is None:
        return None
    same = [number for number, one in enumerate(rows) if one.place is not None and _same(one.place, row.place)]
    return next((number for number in same if rows[number].business == row.business), same[0] if same else None)


def _same(one: Place, other: Place) -> bool:
    if one.decision is None or other.decision is None:
        return one == other
    return replace(one.decision, line=0, done=False) == replace(other.decision, line=0, done=False)
