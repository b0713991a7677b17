"""The history tells the same as the cards of its periods, and what was closed is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.actuals import Actuals
from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.history import History, Series
from scorecard.measuring import measure
from scorecard.model import StrategyMap
from scorecard.period import Period, parse_period
from scorecard.result import GoalScore, IndexScore, PerspectiveScore, Scorecard
from scorecard.scoring.history import history
from tests.maps import Case, cases

EXACT = 1e-12
DAY = date(2026, 10, 31)

COFFEE = """\
name: Coffee
period: month
currency: EUR
events: {2026-02-14: "Valentine's Day", 2020: Before anything}
goals:
  loyal: {perspective: customer, lagging: [followers, csat], leading: [{shares: {delay: 2}}],
          driven_by: [{answers: {delay: 1}}]}
  answers: {perspective: internal, lagging: [hours, growth], driven_by: [{loyal: {delay: 3}}]}
  idea: {perspective: learning}
measures:
  spend: {unit: money, formula: hours * 2}
kpis:
  followers: {unit: count, kind: stock, baseline: 8000, target: 12000, since: 2026-01-01, by: 2026-12-31,
              breaks: {2026-03: counted anew}}
  csat: {unit: "%", cadence: quarter, baseline: 50%, target: 90%, since: 2026-01-01, by: 2026-12-31}
  shares: {unit: count, kind: flow, target: {2026-01: 100, 2026-07: 150}, direction: maximise}
  hours: {unit: hours, kind: rate, direction: minimise, worst: 48, target: {change: -10%,
          against: same-period-last-year}}
  growth: {unit: "%", formula: change(followers), direction: maximise, target: 5%, baseline: 0}
  budget: {unit: money, value: 70, baseline: 0, target: 100, since: 2026-01-01, by: 2026-12-31}
"""


def coffee(folder: Path, text: str = COFFEE) -> StrategyMap:
    """The map above with two years of recorded figures in its folder; shares stop in September."""
    rows = ["date,kpi,value,n"]
    for number in range(24):
        year, month = divmod(2024 * 12 + 10 + number, 12)
        rows.append(f"{year}-{month + 1:02},followers,{8000 + number * 150},")
        rows.append(f"{year}-{month + 1:02},hours,{30 - number * 0.5 + number % 3},4")
        if number < 23:
            rows.append(f"{year}-{month + 1:02},shares,{80 + number * 3},")
    rows += [
        f"{quarter},csat,{value},40" for quarter, value in (("2026-Q1", "60%"), ("2026-Q2", "65%"), ("2026-Q3", "70%"))
    ]
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/actuals.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return StrategyMap.model_validate(yaml.safe_load(text))


def known(strategy_map: StrategyMap, folder: Path, as_of: date) -> Actuals:
    measured = measure(strategy_map, folder, as_of)
    assert measured.problems == ()
    return measured.actuals


def found(told: History, kind: str, item_id: str, number: str) -> Series:
    return next(series for series in told.series if (series.kind, series.id, series.number) == (kind, item_id, number))


def numbers_of(card: Scorecard) -> Iterator[tuple[str, str, str, float | None]]:
    items: list[tuple[str, str, GoalScore | PerspectiveScore | IndexScore]] = [
        *(("goal", goal.id, goal) for goal in card.goals),
        *(("perspective", perspective.id, perspective) for perspective in card.perspectives),
        ("index", "index", card.index),
    ]
    for kind, item_id, item in items:
        for number in ("performance", "lagging", "leading", "outlook"):
            yield kind, item_id, number, getattr(item, number)
    for kpi in card.kpis:
        yield "kpi", kpi.id, "value", kpi.value
        yield "kpi", kpi.id, "performance", kpi.performance
    for figure in card.measures:
        yield "measure", figure.id, "value", figure.value


def assert_tells(told: History, place: int, card: Scorecard) -> None:
    """A column of the history holds every number of a card."""
    columns: dict[tuple[str, str, str], Series] = {
        (series.kind, series.id, series.number): series for series in told.series
    }
    expected = list(numbers_of(card))
    assert len(expected) == len(columns) == len(told.series)
    for kind, item_id, number, value in expected:
        there = columns[kind, item_id, number].values[place]
        assert (there is None) == (value is None), (kind, item_id, number)
        assert value is None or there == pytest.approx(value, abs=EXACT, rel=0), (kind, item_id, number)
    reasons = {kpi.id: kpi.reason for kpi in card.kpis}
    assert {item_id: found(told, "kpi", item_id, "value").reasons[place] for item_id in reasons} == reasons
    for goal in card.goals:
        series = found(told, "goal", goal.id, "performance")
        assert (series.statuses[place], series.reasons[place], series.limits) == (
            goal.status,
            goal.reason,
            goal.limits,
        )


@pytest.mark.parametrize("as_of", ["2026-10-31", "2026-10-12", "2026-02-28", "2025-01-31"])
@pytest.mark.parametrize("last", [1, 5, 12, 1000])
def test_every_column_is_the_card_of_its_period(as_of: str, last: int, tmp_path: Path) -> None:
    strategy_map, day = coffee(tmp_path), date.fromisoformat(as_of)
    actuals = known(strategy_map, tmp_path, day)
    told = history(strategy_map, actuals, day, last=last)
    assert len(told.periods) == min(last, len(actuals.periods))
    assert told.over == tuple(period.end <= day for period in told.periods)
    assert told.reported == (False,) * len(told.periods)
    for place, period in enumerate(told.periods):
        assert_tells(told, place, scoring.score(strategy_map, actuals, period, day))


@given(cases(), st.integers(1, 6))
def test_on_random_maps_too(case: Case, last: int) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    actuals = case.actuals(strategy_map)
    told = history(strategy_map, actuals, case.as_of, last=last)
    for place, period in enumerate(told.periods):
        assert_tells(told, place, scoring.score(strategy_map, actuals, period, case.as_of))


def reported(card: Scorecard, shift: float = 0.0, of_kpis: float = 0.0) -> ClosedPeriod:
    """A card as its closed file says it; every number that is known is moved by ``shift``, or ``of_kpis``."""

    def numbers(item: GoalScore | PerspectiveScore | IndexScore) -> ClosedNumbers:
        return ClosedNumbers(
            performance=moved(item.performance, shift),
            lagging=moved(item.lagging, shift),
            leading=moved(item.leading, shift),
            outlook=moved(item.outlook, shift),
            lagging_coverage=item.coverage.lagging,
            status=item.status,
        )

    def moved(number: float | None, by: float) -> float | None:
        return None if number is None else number + by

    return ClosedPeriod(
        period=card.period,
        values={kpi.id: moved(kpi.value, of_kpis) for kpi in card.kpis},
        performances={kpi.id: moved(kpi.performance, of_kpis) for kpi in card.kpis},
        goals={goal.id: numbers(goal) for goal in card.goals},
        perspectives={perspective.id: numbers(perspective) for perspective in card.perspectives},
        index=numbers(card.index),
        map_text="",
    )


shifts = st.sampled_from([0.0, 0.125])


@given(cases(), st.sets(st.integers(0, 4)), shifts, shifts)
@settings(max_examples=150)
def test_closed_columns_are_the_reports_and_the_others_the_cards(
    case: Case, ago: set[int], shift: float, of_kpis: float
) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    actuals = case.actuals(strategy_map)
    all_of_it = history(strategy_map, actuals, case.as_of, last=6)
    chosen = [period for place, period in enumerate(reversed(all_of_it.periods)) if place in ago]
    closed = {
        period: reported(scoring.score(strategy_map, actuals, period, case.as_of), shift, of_kpis) for period in chosen
    }
    told = history(strategy_map, actuals, case.as_of, closed=closed, last=6)
    for place, period in enumerate(told.periods):
        assert told.reported[place] == (period in closed)
        if period in closed:
            assert_reports(told, place, closed[period])
        else:
            assert_tells(told, place, scoring.score(strategy_map, actuals, period, case.as_of, closed=closed))


def assert_reports(told: History, place: int, report: ClosedPeriod) -> None:
    items: list[tuple[str, Mapping[str, ClosedNumbers]]] = [
        ("goal", report.goals),
        ("perspective", report.perspectives),
        ("index", {"index": report.index}),
    ]
    for kind, numbers in items:
        for item_id, said in numbers.items():
            for number in ("performance", "lagging", "leading", "outlook"):
                series = found(told, kind, item_id, number)
                assert series.values[place] == getattr(said, number)
                assert series.statuses[place] == said.status
    for kpi_id in report.values:
        assert found(told, "kpi", kpi_id, "value").values[place] == report.values[kpi_id]
        assert found(told, "kpi", kpi_id, "performance").values[place] == report.performances[kpi_id]


def test_a_closed_period_is_not_scored_again(tmp_path: Path) -> None:
    """September is taken from its file although its figures have changed since, and October looks back on it."""
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    september = parse_period("2026-09")
    card = scoring.score(strategy_map, actuals, september, DAY)
    closed: dict[Period, ClosedPeriod] = {september: reported(card, -0.25, -0.25)}
    told = history(strategy_map, actuals, DAY, closed=closed, last=2)
    assert told.reported == (True, False)
    assert_reports(told, 0, closed[september])
    assert_tells(told, 1, scoring.score(strategy_map, actuals, told.periods[1], DAY, closed=closed))
    fresh = history(strategy_map, actuals, DAY, last=2)
    assert found(told, "goal", "loyal", "leading").values[1] != found(fresh, "goal", "loyal", "leading").values[1]
    assert {change.kpi for change in told.restated} == {"followers", "csat", "shares", "hours", "growth"}
    assert {change.period for change in told.restated} == {september}


def test_reported_results_reach_on_although_the_figures_are_the_same(tmp_path: Path) -> None:
    """The weights were others in September, say: the results of answers that loyal takes a month later are not those
    of today's map."""
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    september, october = parse_period("2026-09"), parse_period("2026-10")
    closed = {september: reported(scoring.score(strategy_map, actuals, september, DAY), -0.25)}
    told = history(strategy_map, actuals, DAY, closed=closed, last=1)
    fresh = history(strategy_map, actuals, DAY, last=1)
    before, now = (found(one, "goal", "loyal", "leading").values[0] for one in (fresh, told))
    assert before is not None
    assert now is not None
    assert now < before
    assert_tells(told, 0, scoring.score(strategy_map, actuals, october, DAY, closed=closed))


def test_a_flow_of_the_open_period_is_still_growing(tmp_path: Path) -> None:
    strategy_map, day = coffee(tmp_path), date(2026, 9, 12)
    told = history(strategy_map, known(strategy_map, tmp_path, day), day)
    assert {series.id for series in told.series if series.growing} == {"shares"}
    assert not found(told, "kpi", "shares", "performance").growing
    closed = history(strategy_map, known(strategy_map, tmp_path, DAY), DAY)
    assert not any(series.growing for series in closed.series)


def test_what_came_into_the_map_later_has_no_data_in_a_closed_period(tmp_path: Path) -> None:
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    september = parse_period("2026-09")
    empty = ClosedNumbers(
        performance=None, lagging=None, leading=None, outlook=None, lagging_coverage=0.0, status="no-data"
    )
    nothing = ClosedPeriod(
        period=september, values={}, performances={}, goals={}, perspectives={}, index=empty, map_text=""
    )
    told = history(strategy_map, actuals, DAY, closed={september: nothing}, last=2)
    assert all(series.values[0] is None for series in told.series if series.kind != "measure")
    assert found(told, "kpi", "followers", "value").reasons[0] == "no-value"


def test_an_old_closed_period_begins_the_history(tmp_path: Path) -> None:
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    old = parse_period("2024-06")
    report = reported(scoring.score(strategy_map, actuals, parse_period("2026-09"), DAY))
    told = history(strategy_map, actuals, DAY, closed={old: report}, last=1000)
    assert [str(period) for period in told.periods[:3]] == ["2024-06", "2024-07", "2024-08"]
    assert told.reported[:2] == (True, False)
    assert found(told, "index", "index", "performance").values[1] is None


def test_a_map_without_dates_knows_its_closed_periods_and_today() -> None:
    text = "goals: {g: {perspective: customer, lagging: [k]}}\nkpis: {k: {value: 5, target: 10, direction: maximise}}"
    strategy_map = StrategyMap.model_validate(yaml.safe_load(text))
    actuals = measure(strategy_map, None, DAY).actuals
    alone = history(strategy_map, actuals, DAY)
    assert [str(period) for period in alone.periods] == ["2026-10"]
    june = parse_period("2026-06")
    report = reported(scoring.score(strategy_map, actuals, june, DAY), -0.25)
    told = history(strategy_map, actuals, DAY, closed={june: report})
    assert [str(period) for period in told.periods] == ["2026-06", "2026-10"]
    assert found(told, "goal", "g", "performance").values == (0.25, 0.5)


def test_the_period_of_the_day_is_shown_once_it_has_a_figure(tmp_path: Path) -> None:
    strategy_map = coffee(tmp_path)
    after = date(2026, 11, 5)
    told = history(strategy_map, known(strategy_map, tmp_path, after), after, last=2)
    assert [str(period) for period in told.periods] == ["2026-09", "2026-10"]
    with (tmp_path / "data/actuals.csv").open("a", encoding="utf-8") as file:
        file.write("2026-11,followers,12000,\n")
    told = history(strategy_map, known(strategy_map, tmp_path, after), after, last=2)
    assert [str(period) for period in told.periods] == ["2026-10", "2026-11"]
    assert told.over == (True, False)


def test_breaks_and_events_are_those_of_the_shown_time(tmp_path: Path) -> None:
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    told = history(strategy_map, actuals, DAY, last=9)
    assert told.events == ((parse_period("2026-02-14"), "Valentine's Day"),)
    assert found(told, "kpi", "followers", "value").breaks == ((parse_period("2026-03"), "counted anew"),)
    shorter = history(strategy_map, actuals, DAY, last=7)
    assert (shorter.events, found(shorter, "kpi", "followers", "value").breaks) == ((), ())


def test_delays_reach_back_before_the_first_shown_period(tmp_path: Path) -> None:
    strategy_map = coffee(tmp_path)
    actuals = known(strategy_map, tmp_path, DAY)
    short, long = (history(strategy_map, actuals, DAY, last=last) for last in (1, 12))
    assert found(short, "goal", "loyal", "leading").values[0] is not None
    assert [series.values[-1] for series in short.series] == [series.values[-1] for series in long.series]
