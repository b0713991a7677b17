"""A series as a row of small bars, one cell for each period."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scorecard.history import Series
from scorecard.period import Period
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import STATUS_STYLE

LEVELS = "▁▂▃▄▅▆▇█"
GAP = "∙"
_TOLERANCE = 1e-9
BREAK = "│"
SCALE_LINE = (
    "Sparklines: values of KPIs and measures between their lowest and their highest, everything else from 0 to 100 %."
)
"""Printed once below every table that has sparklines."""


def levels(series: Series) -> str:
    """The bars of all periods, ``∙`` for no data: a value between the lowest and the highest of the series, any other
    number between 0 and 100 %."""
    known = [value for value in series.values if value is not None]
    low, high = (min(known, default=0.0), max(known, default=0.0)) if series.number == "value" else (0.0, 1.0)
    return "".join(GAP if value is None else _level(value, low, high) for value in series.values)


def _level(value: float, low: float, high: float) -> str:
    share = share_between(value, low, high)
    if share is None:
        return LEVELS[len(LEVELS) // 2 - 1]
    highest = len(LEVELS) - 1  # reached at 100 % and only there
    return LEVELS[min(max(int(share * highest + _TOLERANCE), 0), highest)]


def share_between(value: float, low: float, high: float) -> float | None:
    """How far up a value lies between the lowest and the highest; None where these are one, or as good as one."""
    # Halves first: the difference of two very large numbers may be too large for a number.
    room = high / 2 - low / 2
    return (value / 2 - low / 2) / room if room else None


def break_places(series: Series, periods: Sequence[Period]) -> tuple[int, ...]:
    """The places of the periods in which breaks begin."""
    found = []
    for when, _ in series.breaks:
        found += [place for place, period in enumerate(periods) if period.start <= when.start <= period.end]
    return tuple(dict.fromkeys(found))


def sparkline(series: Series, periods: Sequence[Period], parted: Collection[int], newest: int) -> Line:
    """The bars of the ``newest`` periods, each in the colour of its status.

    Before the places ``parted`` there is a cell for a break, so that the same periods stand below each other.
    """
    own = break_places(series, periods)
    spans: list[Span] = []
    for place, bar in list(enumerate(levels(series)))[-newest:]:
        if place in parted:
            spans.append(Span(BREAK if place in own else " ", "muted"))
        style = STATUS_STYLE[series.statuses[place]] if series.statuses and bar != GAP else "muted"
        spans.append(Span(bar, style))
    return tuple(spans)
