"""Setting the value of a KPI."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from textual.widget import Widget
from textual.widgets import Input

from scorecard.api.record import FigureError
from scorecard.meeting.dialog import Dialog, label

Record: TypeAlias = Callable[[str, str | None, float | None, str | None], str]


class FigureDialog(Dialog):
    """One figure of one KPI; ``standing`` says where it stands, ``record`` writes the figure down and says so."""

    def __init__(self, kpi: str, standing: str, period: str, record: Record) -> None:
        super().__init__(f"Value of {kpi}")
        self._standing = standing
        self._period = period
        self._record = record

    def fields(self) -> Iterable[Widget]:
        """The value, for when it is, what stands behind it."""
        yield label(self._standing)
        yield Input(id="value", placeholder="as in the map: 12280, 80k, 2.5%, yes")
        yield label("Period or day it is for")
        yield Input(self._period, id="period", placeholder="the last that is over")
        yield label("How many answers or rows stand behind it")
        yield Input(id="n", placeholder="not said")
        yield label("A word about it")
        yield Input(id="note", placeholder="none")

    def save(self) -> str:
        """Write the figure down."""
        value, period, n, note = (self.query_one(f"#{name}", Input).value for name in ("value", "period", "n", "note"))
        if not value.strip():
            raise FigureError("the value is missing")
        return self._record(value.strip(), period.strip() or None, _number(n.strip()), note.strip() or None)


def _number(text: str) -> float | None:
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1e15:
        raise FigureError(f"{text!r} is no number of answers")
    return number
