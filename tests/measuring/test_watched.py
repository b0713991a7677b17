"""Trend, alarms, doubts, trade-offs and what is not like for like, from dated figures."""

from __future__ import annotations

import json

import pytest

from scorecard.api.close import close
from tests.measuring.told import Told


def record(told: Told, kpi: str, *values: float | str | None, first: int = 1) -> None:
    """A figure for each month of 2026 from the ``first`` on, added to the file."""
    path = told.folder / "data/actuals.csv"
    rows = path.read_text(encoding="utf-8") if path.exists() else "date,kpi,value\n"
    rows += "".join(
        f"2026-{month:02},{kpi},{value}\n" for month, value in enumerate(values, first) if value is not None
    )
    told.write("data/actuals.csv", rows)


@pytest.mark.parametrize(
    ("scale", "before", "now", "trend", "word"),
    [
        ("baseline: 0, target: 100", 50, 60, 0.1, "better"),
        ("baseline: 0, target: 100", 50, 52, 0.02, "better"),
        ("baseline: 0, target: 100", 50, 51.9, 0.019, "same"),
        ("baseline: 0, target: 100", 50, 48.1, -0.019, "same"),
        ("baseline: 0, target: 100", 50, 40, -0.1, "worse"),
        ("baseline: 100, target: 50", 80, 70, 0.2, "better"),
        ("worst: 100, target: 50", 80, 90, -0.2, "worse"),
        ("worst: 0, best: 200, target: 100", 50, 60, 0.05, "better"),
        ("'range': [40, 60], worst: [20, 80]", 30, 35, 0.25, "better"),
        ("'range': [40, 60], worst: [20, 80]", 45, 55, 0, "same"),
        ("'range': [40, 60], worst: [20, 80]", 30, 70, 0, "same"),
        ("'range': [40, 60], worst: [20, 80]", 50, 65, -0.25, "worse"),
        ("curve: [[0, 0%], [10, 50%], [50, 120%]]", 10, 20, 0.2, "better"),
        ("curve: [[0, 120%], [50, 0%]]", 10, 20, -0.2, "worse"),
        ("scale: binary, baseline: 0, target: 10, direction: maximise", 4, 5, 0.1, "better"),
        ("direction: none", 4, 5, None, None),
        ("direction: maximise", 4, 5, None, None),
    ],
)
def test_the_trend_in_lengths_of_the_scale(
    scale: str, before: float, now: float, trend: float | None, word: str | None, told: Told
) -> None:
    """From September to October.

    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    told.path.write_text(told.path.read_text().replace("baseline: 0, target: 100", scale))
    record(told, "it", before, now, first=9)
    found = told.kpi("it", "2026-10")
    assert found.before == before
    assert found.trend == (None if trend is None else pytest.approx(trend))
    assert found.trend_word == word


def test_the_map_says_from_where_on_a_trend_is_one(told: Told) -> None:
    """Ten points.

    trend_same: 10%
    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    record(told, "it", 50, 59, 69, first=8)
    assert [told.kpi("it", period).trend_word for period in ("2026-09", "2026-10")] == ["same", "better"]


def test_today_s_scale_measures_the_trend(told: Told) -> None:
    """In October the target is 200.

    kpis:
      it: {unit: count, baseline: 0, target: {2026-01: 100, 2026-10: 200}}
    """
    record(told, "it", 50, 60, first=9)
    assert told.kpi("it", "2026-10").trend == pytest.approx(10 / 200)


def test_a_gap_has_no_trend(told: Told) -> None:
    """September has no figure, so October compares with none.

    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    record(told, "it", 50, None, 60, first=8)
    found = told.kpi("it", "2026-10")
    assert (found.before, found.trend, found.trend_word) == (None, None, None)


def test_the_trend_of_a_goal_is_that_of_its_performance(told: Told) -> None:
    """40 and 60 became 50 and 60.

    goals:
      goal: {perspective: financial, lagging: [a, b]}
      drivers: {perspective: learning, leading: [{a: {delay: 1}}]}
      undated: {perspective: learning, lagging: [c]}
    kpis:
      a: {unit: count, baseline: 0, target: 100}
      b: {unit: count, baseline: 0, target: 100}
      c: {unit: count, baseline: 0, target: 100, value: 50}
    """
    record(told, "a", 30, 40, 50, first=8)
    record(told, "b", 60, 60, 60, first=8)
    assert told.goal("goal", "2026-10").trend == pytest.approx(0.05)
    assert told.goal("goal", "2026-10").trend_word == "better"
    assert told.goal("drivers", "2026-10").trend == pytest.approx(0.1)
    assert told.goal("undated", "2026-10").trend is None, "what has no date does not move"


def test_a_closed_period_is_what_the_trend_is_measured_from(told: Told) -> None:
    """September is closed with 50; later its figure becomes 80.

    goals:
      goal: {perspective: financial, lagging: [it]}
    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    record(told, "it", 50, 60, first=9)
    close(told.map, told.path, told.card().as_of, "2026-09")
    told.write("data/actuals.csv", "date,kpi,value\n2026-09,it,80\n2026-10,it,60\n")
    found = told.kpi("it", "2026-10")
    assert [found.before, found.trend] == [50, pytest.approx(0.1)]
    assert told.goal("goal", "2026-10").trend == pytest.approx(0.1)
    (restated,) = told.card("2026-10").restated
    assert (str(restated.period), restated.kpi, restated.closed, restated.now) == ("2026-09", "it", 50, 80)


def test_the_trend_of_a_rarer_kpi_is_measured_from_a_closed_period_too(told: Told) -> None:
    """June is closed with the second quarter's 50 %; later that becomes 80 %.

    kpis:
      it: {unit: "%", cadence: quarter, baseline: 0, target: 100%}
    data/actuals.csv:
      date,kpi,value
      2026-Q2,it,50%
      2026-Q3,it,60%
    """
    close(told.map, told.path, told.card().as_of, "2026-06")
    told.write("data/actuals.csv", "date,kpi,value\n2026-Q2,it,80%\n2026-Q3,it,60%\n")
    for period in ("2026-09", "2026-10"):
        found = told.kpi("it", period)
        assert [found.before, found.trend] == [0.5, pytest.approx(0.1)]


def test_a_driver_with_a_delay_is_taken_from_a_closed_period(told: Told) -> None:
    """August is closed with 40 %; later its figure becomes 90.

    goals:
      goal: {perspective: financial, leading: [{it: {delay: 2}}]}
      effect: {perspective: financial, driven_by: [{cause: {delay: 2}}]}
      cause: {perspective: learning, lagging: [it]}
    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    record(told, "it", 40, 50, 60, first=8)
    close(told.map, told.path, told.card().as_of, "2026-08")
    told.write("data/actuals.csv", "date,kpi,value\n2026-08,it,90\n2026-09,it,50\n2026-10,it,60\n")
    assert told.goal("goal", "2026-10").leading == pytest.approx(0.4)
    assert told.goal("effect", "2026-10").leading == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("alarm", "values", "sounds"),
    [
        ("alarm: {above: 3}", [4], ["alarm"]),
        ("alarm: {above: 3}", [3], []),
        ("alarm: {above: 3}", [4, 2], []),
        ("alarm: {below: 3}", [2], ["alarm"]),
        ("alarm: {above: 5, below: 3}", [2], ["alarm"]),
        ("alarm: {above: 3, for: 2 of 3}", [4, 2, 4], ["alarm"]),
        ("alarm: {above: 3, for: 2 of 3}", [4, 4, 2], ["alarm"]),
        ("alarm: {above: 3, for: 2 of 3}", [4, 2, 2, 4], []),
        ("alarm: {above: 3, for: 2 of 3}", [4, None, 4], ["alarm"]),
        ("alarm: {above: 3, for: 2 of 3}", [4], []),
        ("alarm: {above: 3, for: 2 of 2}", [4, 4], ["alarm"]),
        ("alarm: {above: 3, for: 2 of 2}", [4, None, 4], []),
        ("warning: {above: 2}", [3], ["warning"]),
        ("alarm: {above: 3}, warning: {above: 2}", [4], ["alarm"]),
        ("alarm: {above: 3}, warning: {above: 2}", [3], ["warning"]),
        ("unstable_above: 30%", [1, 3, 1, 3], ["unstable"]),
        ("unstable_above: 30%", [1, 3, 3], []),
        ("unstable_above: 30%", [1, 100, 3, 3, 3, 3, 3, 3], []),
        ("unstable_above: 30%", [-2, 2, -2, 2], []),
        ("unstable_above: 30%", [1, 3, None, 1, 3], ["unstable"]),
    ],
)
def test_alarms(alarm: str, values: list[float | None], sounds: list[str], told: Told) -> None:
    """The last value is that of October.

    goals:
      goal: {perspective: financial, lagging: [other], guardrails: [it]}
    kpis:
      it: {unit: count, alarm: 1}
      other: {unit: count}
    """
    told.path.write_text(told.path.read_text().replace("alarm: 1", alarm))
    record(told, "it", *values, first=11 - len(values))
    record(told, "other", 1, first=10)
    assert [alert.kind for alert in told.kpi("it", "2026-10").alerts] == sounds
    flags = told.goal("goal", "2026-10").flags
    assert [(flag.kind, flag.kpi) for flag in flags] == [(kind, "it") for kind in sounds]


def test_an_alarm_waits_until_a_period_is_over(told: Told) -> None:
    """On the 20th of October September counts.

    as_of: 2026-10-20
    kpis:
      it: {unit: count, kind: stock, alarm: {above: 3}}
    data/actuals.csv:
      date,kpi,value
      2026-09-10,it,1
      2026-10-10,it,9
    """
    assert told.kpi("it", "2026-10").alerts == ()
    assert told.kpi("it", "2026-10", as_of="2026-10-31").alerts


def test_an_alarm_counts_each_measurement_once(told: Told) -> None:
    """A quarter is one, and what has no date is one, however long they hold.

    kpis:
      quarterly: {unit: count, cadence: quarter, alarm: {above: 3, for: 2 of 3}}
      undated: {unit: count, value: 4, alarm: {above: 3, for: 2 of 3}}
      once: {unit: count, value: 4, alarm: {above: 3}}
    data/actuals.csv:
      date,kpi,value
      2026-Q1,quarterly,1
      2026-Q2,quarterly,4
      2026-Q3,quarterly,1
    """
    card = told.card("2026-08")
    assert [kpi.alerts for kpi in card.kpis[:2]] == [(), ()]
    assert [alert.kind for alert in card.kpis[2].alerts] == ["alarm"]
    told.write(
        "data/actuals.csv", (told.folder / "data/actuals.csv").read_text().replace("Q3,quarterly,1", "Q3,quarterly,4")
    )
    assert [alert.kind for alert in told.card("2026-10").kpis[0].alerts] == ["alarm"]


def test_what_lacks_a_part_sounds_no_alarm(told: Told) -> None:
    """Half of the networks is no reason to be alarmed by a low figure.

    dimensions: [network]
    kpis:
      it: {unit: count, kind: flow, alarm: {below: 3}}
    data/actuals.csv:
      date,kpi,value,network
      2026-09,it,2,x
      2026-09,it,2,y
      2026-10,it,2,x
    """
    assert told.kpi("it", "2026-10").alerts == ()


@pytest.mark.parametrize(("day", "due"), [("2026-10-30", False), ("2026-10-31", False), ("2026-11-01", True)])
def test_a_kpi_is_to_be_looked_at_again(day: str, due: bool, told: Told) -> None:
    """After the last day of October.

    kpis:
      it: {unit: count, value: 3, review_by: 2026-10}
    """
    found = told.kpi("it", as_of=day)
    assert (found.review_due, str(found.review_by)) == (due, "2026-10-31")


@pytest.mark.parametrize(
    ("delay", "results", "drivers", "word"),
    [
        (0, [10, 10, 10], [90, 90, 90], "hypothesis-in-doubt"),
        (0, [90, 10, 10, 10], [90, 90, 90, 90], "hypothesis-in-doubt"),
        (0, [10, 10], [90, 90], "results-pending"),
        (0, [90, 10, 10], [90, 90, 90], "results-pending"),
        (0, [10, None, 10, 10], [90, 90, 90, 90], "results-pending"),
        (0, [10, 10, 10], [90, 60, 90], "results-pending"),
        (1, [10, 10, 10], [90, 90, 90], "results-pending"),  # the first driver reaches only the second result
        (1, [10, 10, 10, 10], [90, 90, 90, 10], "hypothesis-in-doubt"),
        (3, [10] * 6, [90] * 6, "results-pending"),  # four are needed, and three are reached by drivers
        (3, [10] * 7, [90] * 7, "hypothesis-in-doubt"),
    ],
)
def test_hypothesis_in_doubt(
    delay: int, results: list[float | None], drivers: list[float], word: str, told: Told
) -> None:
    """Drivers on track and results off track, up to October.

    goals:
      goal: {perspective: financial, lagging: [result], leading: [{driver: {delay: 1}}]}
    kpis:
      result: {unit: count, baseline: 0, target: 100}
      driver: {unit: count, baseline: 0, target: 100}
    """
    told.path.write_text(told.path.read_text().replace("delay: 1", f"delay: {delay}"))
    record(told, "result", *results, first=11 - len(results))
    record(told, "driver", *drivers, first=11 - len(drivers))
    assert told.goal("goal", "2026-10").diagnosis == word


def test_only_periods_that_are_over_can_raise_doubt(told: Told) -> None:
    """In November two are over.

    as_of: 2026-10-20
    goals:
      goal: {perspective: financial, lagging: [result], leading: [driver]}
    kpis:
      result: {unit: count, baseline: 0, target: 100}
      driver: {unit: count, baseline: 0, target: 100}
    """
    for kpi, value in (("result", 10), ("driver", 90)):
        record(told, kpi, value, value, value, first=8)
    assert told.goal("goal", "2026-10").diagnosis == "results-pending"
    assert told.goal("goal", "2026-10", as_of="2026-10-31").diagnosis == "hypothesis-in-doubt"


def test_undated_values_say_nothing_of_the_past(told: Told) -> None:
    """However long they stand in the map.

    goals:
      goal: {perspective: financial, lagging: [result], leading: [driver]}
    kpis:
      result: {unit: count, baseline: 0, target: 100, value: 10}
      driver: {unit: count, baseline: 0, target: 100, value: 90}
      dated: {unit: count}
    """
    record(told, "dated", 1, 1, 1, 1, first=7)
    assert told.goal("goal", "2026-10").diagnosis == "results-pending"


@pytest.mark.parametrize(
    ("rich", "good", "flagged"),
    [
        ([50, 60], [60, 50], True),
        ([50, 52], [60, 58], False),
        ([50, 53], [60, 57], True),
        ([50, 60], [60, 70], False),
        ([60, 50], [60, 50], False),
        ([None, 60], [60, 50], False),
    ],
)
def test_a_trade_off(rich: list[float | None], good: list[float | None], flagged: bool, told: Told) -> None:
    """The effect falls while what hinders it rises, by more than two points each.

    goals:
      good: {perspective: financial, lagging: [a], hindered_by: [rich]}
      rich: {perspective: financial, lagging: [b]}
    kpis:
      a: {unit: count, baseline: 0, target: 100}
      b: {unit: count, baseline: 0, target: 100}
    """
    record(told, "a", *good, first=9)
    record(told, "b", *rich, first=9)
    assert [flag.kind for flag in told.goal("good", "2026-10").flags] == ["trade-off"] * flagged
    assert told.goal("rich", "2026-10").flags == ()


def test_not_like_for_like(told: Told) -> None:
    """One came, one went, one is always there.

    kpis:
      came: {unit: count, baseline: 0, target: 100}
      went: {unit: count, baseline: 0, target: 100}
      stays: {unit: count, baseline: 0, target: 100}
      shown: {unit: count, direction: none}
    """
    record(told, "came", 50, first=10)
    record(told, "went", 50, first=9)
    record(told, "stays", 50, 50, first=9)
    record(told, "shown", 50, first=10)
    assert told.card("2026-10").unlike == ("came", "went")
    assert told.card("2026-09").unlike == ()


def test_events_of_the_period(told: Told) -> None:
    """A day, a period that reaches into it, and others.

    events: {2026-10-14: a day, 2026-Q4: a quarter, 2026: a year, 2026-09: a month, 2026-11-01: later}
    kpis:
      it: {unit: count, value: 3}
    """
    assert [text for _, text in told.card("2026-10").events] == ["a day", "a quarter", "a year"]


def test_the_card_is_the_same_twice(told: Told) -> None:
    """Closing writes it.

    kpis:
      it: {unit: count, baseline: 0, target: 100}
    """
    record(told, "it", 50, 60, first=9)
    first = close(told.map, told.path, told.card().as_of, "2026-10").path
    again = json.loads(first.read_text(encoding="utf-8"))["status"]
    close(told.map, told.path, told.card().as_of, "2026-10", reopen=True, because="to see")
    assert json.loads(first.read_text(encoding="utf-8"))["status"] == again
