"""A goal over time: results and drivers between the limits of the status, with the events of the time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scorecard.history import History, NumberName, Series
from scorecard.rendering.history.series_words import known_text
from scorecard.rendering.numbers import limit_percent
from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.strokes import Point, runs, written
from scorecard.result import GoalScore, Limits, Status

_WIDTH, _HEIGHT = 560.0, 190.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 550.0, 16.0, 160.0
_LABELS = 7
_DRAWN: tuple[NumberName, ...] = ("lagging", "leading")
_NAME: Mapping[NumberName, str] = {"lagging": "Results", "leading": "Drivers"}
CHARTS = (
    "In the charts of goals the thick line is the results with the mark of their status, the dashed one the drivers. "
    "The grounds are those of the statuses, and a gap is a period without data."
)
EVENTS = "The numbers above are events:"


class _Scale(NamedTuple):
    """Where periods and shares lie in the picture."""

    periods: int
    high: float

    def x(self, place: float) -> float:
        return _LEFT + (place + 0.5) * (_RIGHT - _LEFT) / self.periods

    def y(self, share: float) -> float:
        return _BOTTOM - min(max(share, 0.0), self.high) / self.high * (_BOTTOM - _TOP)


def history_chart(found: Lookup, goal: GoalScore) -> Html | None:
    """Results as a line with the mark of each status, drivers as a thin one; None without a past."""
    drawing = chart(found, goal)
    return None if drawing is None else el("figure", drawing, el("figcaption", caption_words(found)))


def chart(found: Lookup, goal: GoalScore) -> Html | None:
    """The picture alone."""
    history = found.report.history
    drawn = goal_series(found, goal)
    if not found.has_past or not drawn:
        return None
    known = [value for series in drawn for value in series.values if value is not None]
    scale = _Scale(len(history.periods), max(1.0, *known))
    return el(
        "svg",
        *_bands(goal.limits, scale),
        *_axis(history, scale),
        *_events(history, scale),
        *(part for series in reversed(drawn) for part in _line(series, scale)),
        class_="chart",
        viewBox=f"0 0 {_WIDTH:g} {_HEIGHT:g}",
        role="img",
        aria_label=chart_words(found, goal),
    )


def caption_words(found: Lookup) -> str:
    """What the lines of a chart are."""
    events = ", numbers: events" if found.report.history.events else ""
    return f"Thick: results with their status; dashed: drivers{events}"


def chart_words(found: Lookup, goal: GoalScore) -> str:
    """Every number of a chart, for those who cannot see it."""
    words = (_words(found.report.history, series) for series in goal_series(found, goal))
    return f"{goal.name} by period. {' '.join(words)}"


def goal_series(found: Lookup, goal: GoalScore) -> list[Series]:
    """The series of a goal that have anything to show."""
    return [
        series
        for number in _DRAWN
        if (series := found.series.get(("goal", goal.id, number))) is not None
        and any(value is not None for value in series.values)
    ]


def _words(history: History, series: Series) -> str:
    """Every number of a line, for those who cannot see it."""
    numbers = (
        f"{period} {known_text(series, place, history.currency)}" for place, period in enumerate(history.periods)
    )
    return f"{_NAME[series.number]}: {', '.join(numbers)}."


def _bands(limits: Limits, scale: _Scale) -> Iterator[Html]:
    """The room of each status, and its lower limit."""
    floors: tuple[tuple[Status, float, float], ...] = (
        ("off-track", 0.0, limits.at_risk),
        ("at-risk", limits.at_risk, limits.on_track),
        ("on-track", limits.on_track, scale.high),
    )
    for status, low, high in floors:
        top, bottom = scale.y(high), scale.y(low)
        if bottom > top:
            yield el(
                "rect",
                x=_LEFT,
                y=round(top, 1),
                width=_RIGHT - _LEFT,
                height=round(bottom - top, 1),
                class_=f"zone f-{status}",
            )
    for share in dict.fromkeys((0.0, limits.at_risk, limits.on_track, 1.0)):
        y = round(scale.y(share), 1)
        yield el("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, class_="grid")
        if share not in (0.0, 1.0) or not _near(share, limits):
            yield el("text", limit_percent(share), x=_LEFT - 6, y=y + 3.5, text_anchor="end", class_="axis")


def _near(share: float, limits: Limits) -> bool:
    """Whether a limit stands so near that two labels would run into each other."""
    return any(limit != share and abs(limit - share) < 0.09 for limit in (limits.at_risk, limits.on_track))


def _axis(history: History, scale: _Scale) -> Iterator[Html]:
    """Names of periods, as many as there is room for, the last one always."""
    last = len(history.periods) - 1
    step = -(-len(history.periods) // _LABELS)
    for place, period in enumerate(history.periods):
        if (last - place) % step == 0:
            x = round(scale.x(place), 1)
            kind = "axis minor" if (last - place) // step % 2 else "axis"
            yield el("text", str(period), x=x, y=_BOTTOM + 18, text_anchor="middle", class_=kind)


def _events(history: History, scale: _Scale) -> Iterator[Html]:
    for place, period in enumerate(history.periods):
        names = [
            str(number)
            for number, (when, _) in enumerate(history.events, 1)
            if period.start <= max(when.start, history.periods[0].start) <= period.end
        ]
        if names:
            x = round(scale.x(place), 1)
            yield el("line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, class_="event")
            yield el("text", ",".join(names), x=x, y=_TOP - 5, text_anchor="middle", class_="axis")


def _line(series: Series, scale: _Scale) -> Iterator[Html]:
    points = [
        None if value is None else Point(scale.x(place), scale.y(value)) for place, value in enumerate(series.values)
    ]
    for run in runs(points, ()):
        yield el("polyline", points=written(run), class_=series.number)
    if series.number == "lagging":
        yield joined(_dots(points, series.statuses))


def _dots(points: Sequence[Point | None], statuses: Sequence[Status]) -> Iterator[Html]:
    for point, status in zip(points, statuses, strict=True):
        if point is not None:
            yield el(
                "use",
                href=f"#mark-{status}",
                x=round(point.x - 5.5, 1),
                y=round(point.y - 5.5, 1),
                width=11,
                height=11,
            )


def legend(found: Lookup) -> Html | None:
    """What the charts of goals show, and the events by their numbers."""
    history = found.report.history
    if not found.has_past:
        return None
    events = [el("li", f"{when} ", el("bdi", text)) for when, text in history.events]
    numbered = EVENTS if events else None
    return joined((el("p", CHARTS), el("p", numbered) if numbered else None, _listed(events)))


def _listed(events: Sequence[Html]) -> Html | None:
    return el("ol", joined(events), class_="events") if events else None
