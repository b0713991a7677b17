"""A series as a small line: gaps where nothing is known, a stroke where values stop comparing."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.history import Series
from scorecard.period import Period
from scorecard.rendering.history.series_words import NOTHING, change, ends
from scorecard.rendering.history.sparkline import break_places, share_between
from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.strokes import Point, runs, written

_WIDTH, _HEIGHT, _EDGE = 96.0, 26.0, 4.0


def sparkline(series: Series | None, periods: Sequence[Period], currency: str | None) -> Html | str:
    """A value from its lowest to its highest, any other number from 0 to 100 %, the last point as a dot; in words for
    those who cannot see it."""
    known = [value for value in series.values if value is not None] if series else []
    if series is None or len(known) < 2:
        return NOTHING
    points = _points(series)
    parted = break_places(series, periods)
    lines = [
        el("polyline", points=written(run), class_="line") if len(run) > 1 else _dot(run[0], "alone")
        for run in runs(points, parted)
    ]
    last = next(point for point in reversed(points) if point is not None)
    words = spoken(series, periods, currency)
    breaks = [_break(points, place) for place in parted if place]
    return el(
        "svg",
        el("title", words),
        *breaks,
        *lines,
        _dot(last, "now"),
        class_="spark",
        viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}",
        role="img",
        aria_label=words,
    )


def spoken(series: Series, periods: Sequence[Period], currency: str | None) -> str:
    """From when to when, from which value to which, and the change: ``2025-10 to 2026-10: 5,400 to 6,500, +1,100``."""
    way = series.compared
    if way is None:
        return "no data"
    first, last = ends(series, currency)
    moved = change(series, currency)
    words = f"{periods[way.first]} to {periods[way.last]}: {first} to {last}"
    return words if moved == NOTHING else f"{words}, {moved}"


def _points(series: Series) -> list[Point | None]:
    known = [value for value in series.values if value is not None]
    low, high = (min(known), max(known)) if series.number == "value" else (0.0, max(1.0, *known))
    step = (_WIDTH - 2 * _EDGE) / max(len(series.values) - 1, 1)
    return [
        None if value is None else Point(_EDGE + place * step, _height(value, low, high))
        for place, value in enumerate(series.values)
    ]


def _height(value: float, low: float, high: float) -> float:
    share = share_between(value, low, high)
    return _HEIGHT / 2 if share is None else _HEIGHT - _EDGE - share * (_HEIGHT - 2 * _EDGE)


def _dot(point: Point, kind: str) -> Html:
    return el("circle", cx=round(point.x, 1), cy=round(point.y, 1), r=2.6 if kind == "now" else 1.8, class_=kind)


def _break(points: Sequence[Point | None], place: int) -> Html:
    step = (_WIDTH - 2 * _EDGE) / max(len(points) - 1, 1)
    x = round(_EDGE + (place - 0.5) * step, 1)
    return joined([el("line", x1=x, x2=x, y1=0, y2=_HEIGHT, class_="break")])
