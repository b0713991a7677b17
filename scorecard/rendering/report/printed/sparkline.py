"""The way of a figure so far as a small line."""

from __future__ import annotations

from scorecard.history import NumberName, SeriesKind
from scorecard.rendering.report.element import Html
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.drawing import drawing
from scorecard.rendering.report.printed.markup import Child, Typst, call
from scorecard.rendering.report.sparkline import sparkline as drawn
from scorecard.rendering.report.sparkline import spoken


def sparkline(found: Lookup, kind: SeriesKind, item_id: str, number: NumberName = "value") -> Child:
    """The line of a figure's values, or of another ``number`` of anything, in words for those who cannot see it; ``–``
    where too little is known."""
    history = found.report.history
    series = found.series.get((kind, item_id, number))
    line = drawn(series, history.periods, history.currency)
    if series is None or not isinstance(line, Html):
        return line
    return call("picture", drawing(line), spoken(series, history.periods, history.currency), width=Typst("56pt"))
