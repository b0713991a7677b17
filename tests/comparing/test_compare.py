"""Two periods side by side, by hand, and the laws on random maps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from scorecard import scoring
from scorecard.actuals import Figure
from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.comparing import compare, of_card, of_report
from scorecard.comparison import Change, Comparison, KpiChange, MovedPart, ScoreChange
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before
from scorecard.result import Scorecard
from tests.maps import Case, cases
from tests.scoring.by_hand import APRIL, FULL, JUNE, MAY, Figures, card_of, figures_of

DATA: dict[str, Any] = {
    "goals": {
        "top": {"perspective": "financial", "lagging": ["sales"], "driven_by": ["fans"]},
        "fans": {"perspective": "customer", "lagging": [{"likes": 3}, "shares"]},
    },
    "kpis": {"sales": FULL, "likes": FULL, "shares": FULL},
}
FIGURES = {
    **figures_of("sales", may=0.9, june=0.9),
    **figures_of("likes", may=0.8, june=0.4),
    **figures_of("shares", may=0.4, june=0.6),
}
"""fans: May (3 × 0.8 + 0.4) / 4 = 0.7, June (3 × 0.4 + 0.6) / 4 = 0.45."""


def compared(data: dict[str, Any], figures: Figures, before: Period = MAY) -> Comparison:
    cards = {period: card_of(data, figures=figures, period=period) for period in (before, JUNE)}
    return compare(StrategyMap.model_validate(data), cards[JUNE], of_card(cards[before]))


def goal(comparison: Comparison, goal_id: str) -> ScoreChange:
    return next(goal for goal in comparison.goals if goal.id == goal_id)


def kpi(comparison: Comparison, kpi_id: str) -> KpiChange:
    return next(kpi for kpi in comparison.kpis if kpi.id == kpi_id)


def moves(change: Change) -> dict[str, Any]:
    return {part.id: pytest.approx(part.move, abs=1e-12) for part in change.parts}


def test_what_a_part_brought_is_its_product_now_less_its_product_then() -> None:
    fans = goal(compared(DATA, FIGURES), "fans")
    assert fans.lagging.change == pytest.approx(-0.25)
    assert moves(fans.lagging) == {"likes": -0.3, "shares": 0.05}
    assert [part.id for part in fans.lagging.parts] == ["likes", "shares"]
    assert fans.lagging.rest == 0.0


def test_the_goal_above_names_the_goal_that_it_comes_from() -> None:
    top = goal(compared(DATA, FIGURES), "top")
    (part,) = top.leading.parts
    assert part == MovedPart("goal", "fans", part.move)
    assert part.move == pytest.approx(-0.25)
    assert (top.lagging.change, top.lagging.parts) == (0.0, ())
    assert top.outlook.change == pytest.approx(-0.125)
    assert moves(top.outlook) == {"fans": -0.125}


def test_perspectives_and_index() -> None:
    comparison = compared(DATA, FIGURES)
    by_id = {item.id: item for item in comparison.perspectives}
    assert moves(by_id["customer"].performance) == {"fans": -0.25}
    assert (by_id["financial"].performance.change, by_id["financial"].moved) == (0.0, True)  # its outlook fell
    assert by_id["internal"].performance == Change(before=None, now=None, change=None)
    assert not by_id["internal"].moved
    assert comparison.index.performance.change == pytest.approx(-0.125)
    assert moves(comparison.index.performance) == {"customer": -0.125}


def test_another_status_comes_first_then_the_largest_change() -> None:
    comparison = compared(DATA, FIGURES)
    assert [goal.id for goal in comparison.goals] == ["fans", "top"]
    fans, top = comparison.goals
    assert (fans.status_before, fans.status_now, fans.is_new_status) == ("at-risk", "off-track", True)
    assert (top.is_new_status, top.moved) == (False, True)
    assert [kpi.id for kpi in comparison.kpis] == ["likes", "shares", "sales"]
    assert [kpi.moved for kpi in comparison.kpis] == [True, True, False]
    assert [kpi.word for kpi in comparison.kpis] == ["worse", "better", "same"]


def test_points_below_the_trend_are_the_same() -> None:
    figures = FIGURES | figures_of("likes", may=0.5, june=0.515)
    assert kpi(compared(DATA, figures), "likes").word == "same"
    assert kpi(compared(DATA | {"trend_same": 0.01}, figures), "likes").word == "better"


@pytest.mark.parametrize(
    ("settings", "word"),
    [({"direction": "maximise"}, "better"), ({"direction": "minimise"}, "worse"), ({"direction": "none"}, None)],
)
def test_without_a_scale_the_direction_tells(settings: dict[str, str], word: str | None) -> None:
    data = DATA | {"kpis": {"sales": FULL, "likes": settings, "shares": FULL}}
    found = kpi(compared(data, FIGURES | figures_of("likes", may=4.0, june=5.0)), "likes")
    assert (found.word, found.performance.change, found.moved) == (word, None, True)


def test_a_break_between_the_periods_is_no_comparison() -> None:
    broken = {**FULL, "breaks": {"2026-06": "views instead of impressions"}}
    data = DATA | {"kpis": {**DATA["kpis"], "likes": broken}}
    found = kpi(compared(data, FIGURES), "likes")
    assert (found.obstacle, found.why, found.word) == ("break", "views instead of impressions", None)
    assert (found.performance.change, found.value_before, found.value_now) == (None, 0.8, 0.4)
    assert compared(data, FIGURES).kpis[-1].id == "likes"
    older = FIGURES | figures_of("likes", april=0.1, may=0.8)
    earlier = compare(
        StrategyMap.model_validate(data),
        card_of(data, figures=older, period=MAY),
        of_card(card_of(data, figures=older, period=APRIL)),
    )
    assert kpi(earlier, "likes").obstacle is None


@pytest.mark.parametrize(
    ("june", "expected"),
    [
        (Figure(value=0.4, used="shares"), ("substitute", "shares")),
        (Figure(value=0.4, lacks=("facebook",), reason="partial"), ("partial", "facebook")),
        (Figure(value=0.4), (None, None)),
    ],
)
def test_other_figures_are_no_comparison(june: Figure, expected: tuple[str | None, str | None]) -> None:
    found = kpi(compared(DATA, FIGURES | figures_of("likes", may=0.8, june=june)), "likes")
    assert (found.obstacle, found.why) == expected
    assert (found.word is None) == (expected[0] is not None)


def test_kpis_with_data_in_one_period_only_are_not_alike() -> None:
    comparison = compared(DATA, FIGURES | figures_of("shares", may=None, june=0.6))
    assert comparison.unlike == ("shares",)
    fans = goal(comparison, "fans")
    assert fans.lagging.change == pytest.approx(0.45 - 0.8)
    assert moves(fans.lagging) == {"likes": -0.5, "shares": 0.15}


def test_a_goal_that_was_not_there_is_new() -> None:
    small = {**DATA, "goals": {"fans": DATA["goals"]["fans"]}}
    comparison = compare(
        StrategyMap.model_validate(DATA),
        card_of(DATA, figures=FIGURES),
        of_card(card_of(small, figures=FIGURES, period=MAY)),
    )
    top = goal(comparison, "top")
    assert (top.status_before, top.performance.change, top.moved) == (None, None, True)
    assert not top.is_new_status


def numbers(performance: float | None, **given: Any) -> ClosedNumbers:
    fields: dict[str, Any] = {
        "performance": performance,
        "lagging": performance,
        "leading": None,
        "outlook": performance,
    }
    return ClosedNumbers(**fields | {"lagging_coverage": 1.0, "status": "at-risk"} | given)


def report(**performances: float | None) -> ClosedPeriod:
    """What was reported of May."""
    return ClosedPeriod(
        period=MAY,
        values=performances,
        performances=performances,
        goals={"fans": numbers(0.7), "top": numbers(0.9, leading=0.7, outlook=0.8, status="on-track")},
        perspectives={"customer": numbers(0.7), "financial": numbers(0.9)},
        index=numbers(0.8),
        map_text="",
    )


def test_a_closed_period_is_taken_as_it_was_reported() -> None:
    """The figures of May say 0.8 for likes today; 0.8 was not what was reported."""
    reported = of_report(report(sales=0.9, likes=0.9, shares=0.1))
    comparison = compare(StrategyMap.model_validate(DATA), card_of(DATA, figures=FIGURES), reported)
    assert comparison.reported
    assert kpi(comparison, "likes").performance.before == 0.9
    fans = goal(comparison, "fans")
    assert fans.lagging.before == 0.7
    assert moves(fans.lagging) == {"likes": 0.75 * -0.5, "shares": 0.25 * 0.5}
    assert fans.lagging.rest == 0.0
    assert moves(goal(comparison, "top").leading) == {"fans": -0.25}
    assert moves(comparison.index.performance) == {"customer": -0.125}


def test_what_a_report_does_not_explain_is_the_rest() -> None:
    reported = of_report(report(sales=0.9, likes=0.5, shares=0.1))
    comparison = compare(StrategyMap.model_validate(DATA), card_of(DATA, figures=FIGURES), reported)
    fans = goal(comparison, "fans").lagging
    assert sum(part.move for part in fans.parts) + fans.rest == pytest.approx(fans.change or 0.0, abs=1e-12)
    assert fans.rest == pytest.approx(-0.25 + 0.075 - 0.125)


def test_a_delayed_driver_of_a_report_is_the_rest() -> None:
    """What fans were before May is in no report of May."""
    late = {**DATA["goals"]["top"], "driven_by": [{"fans": {"delay": 1}}]}
    data = {**DATA, "goals": {**DATA["goals"], "top": late}}
    reported = replace(report(likes=0.8, shares=0.4), goals={"top": numbers(0.9, leading=0.5)})
    comparison = compare(StrategyMap.model_validate(data), card_of(data, figures=FIGURES), of_report(reported))
    leading = goal(comparison, "top").leading
    assert leading.parts == ()
    assert leading.change == leading.rest == pytest.approx(0.7 - 0.5)


def card_of_case(case: Case, strategy_map: StrategyMap, period: Period) -> Scorecard:
    return scoring.score(strategy_map, case.actuals(strategy_map), period, case.as_of)


@given(cases())
def test_parts_add_up_to_the_change(case: Case) -> None:
    """The moves of the parts of two cards add up to the change of every number, and nothing is left."""
    strategy_map = StrategyMap.model_validate(case.data)
    now = card_of_case(case, strategy_map, case.period)
    before = card_of_case(case, strategy_map, period_before(case.period))
    comparison = compare(strategy_map, now, of_card(before))
    for score in (*comparison.goals, *comparison.perspectives, comparison.index):
        for change in (score.performance, score.lagging, score.leading, score.outlook):
            if change.change is None:
                assert (change.parts, change.rest) == ((), 0.0)
                assert change.before is None or change.now is None
            else:
                moved = sum(part.move for part in change.parts)
                assert moved + change.rest == pytest.approx(change.change, abs=1e-9)
                assert change.rest == pytest.approx(0.0, abs=1e-9)
    assert {goal.id for goal in comparison.goals} == {goal.id for goal in now.goals}


@given(cases())
def test_nothing_moves_from_a_card_to_itself(case: Case) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    card = card_of_case(case, strategy_map, case.period)
    comparison = compare(strategy_map, card, of_card(card))
    assert not any(kpi.moved for kpi in comparison.kpis)
    assert not any(score.moved for score in (*comparison.goals, *comparison.perspectives, comparison.index))
    assert comparison.unlike == ()


def test_the_period_and_the_day_are_named() -> None:
    comparison = compared(DATA, FIGURES)
    assert (comparison.before, comparison.period) == (MAY, JUNE)
    assert (comparison.as_of, comparison.closed, comparison.reported) == (date(2026, 6, 30), True, False)
