"""The line of a KPI and the chart of a goal: gaps, breaks, frames, and words for those who cannot see them."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scorecard.history import Compared, History, Series
from scorecard.period import Period, period_before, period_of
from scorecard.rendering.report.history_chart import history_chart
from scorecard.rendering.report.lookup import Lookup, lookup
from scorecard.rendering.report.sparkline import sparkline
from scorecard.rendering.report.strokes import Point, runs, written
from scorecard.report import Report
from scorecard.result import Limits
from tests.cards import LIMITS, make_card, make_goal, status_of
from tests.reported import read

LAST = period_of(date(2026, 10, 31), "month")


def periods(count: int) -> tuple[Period, ...]:
    return tuple(period_before(LAST, steps) for steps in range(count - 1, -1, -1))


def series(values: list[float | None], *, breaks: tuple[tuple[Period, str], ...] = (), number: str = "value") -> Series:
    known = [place for place, value in enumerate(values) if value is not None]
    change = (values[known[-1]] or 0) - (values[known[0]] or 0) if len(known) > 1 and not breaks else None
    return Series(
        kind="kpi" if number == "value" else "goal",
        id="seen",
        name="Seen",
        number=number,  # type: ignore[arg-type]
        unit="count" if number == "value" else None,
        limits=None if number == "value" else LIMITS,
        values=tuple(values),
        statuses=tuple(status_of(value) for value in values),
        breaks=breaks,
        compared=Compared(known[0], known[-1], change, comparable=not breaks) if known else None,
    )


def test_runs_end_at_gaps_and_breaks() -> None:
    points = [Point(0, 0), Point(1, 1), None, Point(3, 3), Point(4, 4)]
    assert runs(points, ()) == [points[:2], points[3:]]
    assert runs(points, (4,)) == [points[:2], [points[3]], [points[4]]]
    assert runs([None, None], ()) == []
    assert written([Point(0.04, 1), Point(2.26, 3)]) == "0,1 2.3,3"


def test_a_line_has_a_gap_where_nothing_is_known() -> None:
    line = sparkline(series([1, 2, None, 4, 5]), periods(5), None)
    assert len(re.findall("<polyline", line)) == 2
    assert 'aria-label="2026-06 to 2026-10: 1 to 5, +4"' in line


def test_a_line_is_cut_by_a_break() -> None:
    line = sparkline(series([1, 2, 8, 9], breaks=((periods(4)[2], "counted anew"),)), periods(4), None)
    assert len(re.findall("<polyline", line)) == 2
    assert 'class="break"' in line
    assert "not comparable" in line


def test_one_value_makes_no_line() -> None:
    assert sparkline(series([None, 3]), periods(2), None) == "–"
    assert sparkline(None, periods(2), None) == "–"


@given(values=st.lists(st.one_of(st.none(), st.floats(-1e308, 1e308)), min_size=2, max_size=14))
def test_every_line_stays_in_its_frame(values: list[float | None]) -> None:
    line = sparkline(series(values), periods(len(values)), None)
    for points in re.findall('points="([^"]*)"', line):
        for x, y in (point.split(",") for point in points.split()):
            assert 0 <= float(x) <= 96
            assert 0 <= float(y) <= 26


def chart(lagging: list[float | None], leading: list[float | None], limits: Limits = LIMITS) -> str:
    goal = make_goal("seen", "top", lagging[-1], limits=limits)
    history = History(
        map="Map",
        currency=None,
        as_of=LAST.end,
        rhythm="month",
        scored=LAST,
        periods=periods(len(lagging)),
        over=(True,) * len(lagging),
        reported=(False,) * len(lagging),
        series=(series(lagging, number="lagging"), series(leading, number="leading")),
        events=((LAST, "An <b>event</b>"),),
    )
    found: Lookup = lookup(Report(card=make_card(["top"], [goal]), history=history))
    return history_chart(found, goal) or ""


def test_a_chart_says_every_number() -> None:
    drawn = chart([0.9, None, 0.6], [0.4, 0.5, 0.55])
    label = read(drawn).of("svg")[0]["aria-label"]
    assert label == (
        "Seen by period. Results: 2026-08 90 %, 2026-09 –, 2026-10 60 %. "
        "Drivers: 2026-08 40 %, 2026-09 50 %, 2026-10 55 %."
    )


def test_a_chart_marks_each_result_with_its_status_and_numbers_events() -> None:
    drawn = chart([0.9, None, 0.6], [0.4, 0.5, 0.55])
    assert re.findall('href="#mark-([a-z-]+)"', drawn) == ["on-track", "at-risk"]
    assert len(re.findall('<polyline[^>]*class="lagging"', drawn)) == 2
    assert len(re.findall('<polyline[^>]*class="leading"', drawn)) == 1
    assert 'class="event"' in drawn
    assert "<b>" not in drawn


def test_there_is_no_chart_without_a_past() -> None:
    assert chart([0.9], [0.4]) == ""
    assert chart([None, None], [None, None]) == ""


shares = st.one_of(st.none(), st.floats(0, 1.5))


@given(
    numbers=st.lists(st.tuples(shares, shares), min_size=2, max_size=13),
    low=st.floats(0.05, 0.5),
    high=st.floats(0.5, 1.2),
)
def test_every_chart_stays_in_its_frame(
    numbers: list[tuple[float | None, float | None]], low: float, high: float
) -> None:
    drawn = chart([one for one, _ in numbers], [other for _, other in numbers], Limits(at_risk=low, on_track=high))
    for points in re.findall('points="([^"]*)"', drawn):
        for x, y in (point.split(",") for point in points.split()):
            assert 40 <= float(x) <= 550
            assert 16 <= float(y) <= 160
    for y, height in re.findall('<rect x="40" y="([^"]*)" width="510" height="([^"]*)"', drawn):
        assert float(y) >= 16
        assert float(y) + float(height) <= 160.2
