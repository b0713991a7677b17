"""The laws of scoring on random maps with loops, missing values and hindrances."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scorecard.api.score import score, unrolled
from scorecard.checking import check
from scorecard.model import StrategyMap
from scorecard.result import Contribution, GoalScore, IndexScore, PerspectiveScore, Scorecard
from tests.maps import map_data

EXACT = 1e-12
LOOPS = 1e-9
shares = st.floats(0, 1).map(lambda share: round(share, 9))


def card_of(data: dict[str, Any]) -> Scorecard:
    return score(StrategyMap.model_validate(data))


def scores(card: Scorecard) -> tuple[GoalScore | PerspectiveScore | IndexScore, ...]:
    return (*card.goals, *card.perspectives, card.index)


def numbers(card: Scorecard) -> Iterator[tuple[str, float | None]]:
    for item in scores(card):
        name = "index" if isinstance(item, IndexScore) else item.id
        for number in ("performance", "lagging", "leading", "outlook"):
            yield f"{name}.{number}", getattr(item, number)


def with_performance(data: dict[str, Any], kpi: str, performance: float) -> dict[str, Any]:
    """The map with one KPI at an exact performance."""
    changed = copy.deepcopy(data)
    changed["kpis"][kpi] = {"worst": 0, "best": 1, "value": performance}
    return changed


@given(map_data())
def test_the_random_maps_have_no_errors(data: dict[str, Any]) -> None:
    assert check(StrategyMap.model_validate(data), warnings=False) == []


@given(map_data(), st.data())
def test_a_performance_raised_lowers_no_number(data: dict[str, Any], choice: st.DataObject) -> None:
    before = card_of(data)
    known = [kpi.id for kpi in before.kpis if kpi.performance is not None]
    assume(known)
    kpi = choice.draw(st.sampled_from(known))
    low, high = sorted(choice.draw(st.tuples(shares, shares)))
    lower = dict(numbers(card_of(with_performance(data, kpi, low))))
    for name, number in numbers(card_of(with_performance(data, kpi, high))):
        least = lower[name]
        assert (number is None) == (least is None)
        assert number is None or least is None or number >= least - LOOPS, name


@given(map_data(), st.sampled_from([0.25, 2, 7]))
def test_all_weights_of_a_sum_times_k_change_nothing(data: dict[str, Any], k: float) -> None:
    scaled = copy.deepcopy(data)
    for goal in scaled["goals"].values():
        goal["lagging"] = [{kpi: weight * k for kpi, weight in entry.items()} for entry in goal["lagging"]]
        for drivers in ("leading", "driven_by"):
            for entry in goal[drivers]:
                for settings_ in entry.values():
                    settings_["weight"] *= k
        goal["weight"] *= k
    for perspective in scaled["perspectives"].values():
        perspective["weight"] *= k
    after = dict(numbers(card_of(scaled)))
    for name, number in numbers(card_of(data)):
        assert after[name] == (None if number is None else pytest.approx(number, abs=LOOPS)), name


@given(map_data(), st.randoms(use_true_random=False))
def test_the_order_of_siblings_changes_nothing(data: dict[str, Any], random: Any) -> None:
    shuffled = copy.deepcopy(data)
    for goal in shuffled["goals"].values():
        for entries in ("lagging", "leading", "driven_by", "hindered_by"):
            random.shuffle(goal[entries])
    for section in ("goals", "kpis"):
        items = list(shuffled[section].items())
        random.shuffle(items)
        shuffled[section] = dict(items)
    after = dict(numbers(card_of(shuffled)))
    for name, number in numbers(card_of(data)):
        assert after[name] == (None if number is None else pytest.approx(number, abs=LOOPS)), name


def sums(card: Scorecard) -> Iterator[tuple[float | None, tuple[Contribution, ...], str]]:
    for item in scores(card):
        for number in ("performance", "lagging", "leading", "outlook"):
            yield getattr(item, number), getattr(item.contributions, number), number


@given(map_data())
def test_shares_sum_to_one_and_contributions_to_the_number(data: dict[str, Any]) -> None:
    for number, parts, kind in sums(card_of(data)):
        known = [part for part in parts if part.share is not None]
        for part in parts:
            assert (part.share is None) == (part.value is None) == (part.product is None)
        if number is None:
            assert known == []
            continue
        tolerance = LOOPS if kind == "outlook" else EXACT
        assert sum(part.share or 0 for part in known) == pytest.approx(1, abs=EXACT)
        assert sum(part.product or 0 for part in known) == pytest.approx(number, abs=tolerance)
        values = [part.value for part in known if part.value is not None]
        assert min(values) - LOOPS <= number <= max(values) + LOOPS


def coverages(card: Scorecard) -> Iterator[tuple[float | None, float]]:
    for item in scores(card):
        yield item.performance, item.performance_coverage
        yield item.lagging, item.coverage.lagging
        yield item.leading, item.coverage.leading
        yield item.outlook, item.coverage.outlook


@given(map_data())
def test_coverage_is_zero_exactly_for_no_data(data: dict[str, Any]) -> None:
    for number, coverage in coverages(card_of(data)):
        assert (coverage == 0) == (number is None)
        assert 0 <= coverage <= 1


@given(map_data())
def test_without_any_value_there_is_no_number(data: dict[str, Any]) -> None:
    for kpi in data["kpis"].values():
        kpi.pop("value", None)
    card = card_of(data)
    assert {number for _, number in numbers(card)} == {None}
    assert card.index.counts.no_data == len(card.goals)


@given(map_data())
def test_scoring_twice_is_equal(data: dict[str, Any]) -> None:
    assert card_of(data) == card_of(data)


@given(map_data())
def test_model_to_json_and_back_is_equal(data: dict[str, Any]) -> None:
    strategy_map = StrategyMap.model_validate(data)
    again = StrategyMap.model_validate_json(strategy_map.model_dump_json())
    assert again == strategy_map
    assert score(again) == score(strategy_map)


@given(map_data())
def test_an_outlook_unrolls_to_its_kpis(data: dict[str, Any]) -> None:
    strategy_map = StrategyMap.model_validate(data)
    card = score(strategy_map)
    for goal in card.goals:
        rows = unrolled(strategy_map, card, goal.id)
        if goal.outlook is None:
            assert rows == ()
        else:
            assert sum(row.share or 0 for row in rows) == pytest.approx(1, abs=LOOPS)
            assert sum(row.product or 0 for row in rows) == pytest.approx(goal.outlook, abs=LOOPS)


@given(map_data(), st.data())
@settings(max_examples=60)
def test_coefficients_are_finite_differences(data: dict[str, Any], choice: st.DataObject) -> None:
    known = [kpi.id for kpi in card_of(data).kpis if kpi.performance is not None]
    assume(known)
    kpi = choice.draw(st.sampled_from(known))
    low, high = with_performance(data, kpi, 0.4), with_performance(data, kpi, 0.6)
    strategy_map = StrategyMap.model_validate(low)
    card, raised = score(strategy_map), card_of(high)
    for goal, after in zip(card.goals, raised.goals, strict=True):
        share = {row.id: row.share for row in unrolled(strategy_map, card, goal.id)}.get(kpi, 0)
        if goal.outlook is not None and after.outlook is not None:
            assert (after.outlook - goal.outlook) / 0.2 == pytest.approx(share, abs=1e-8)


@given(map_data())
def test_hindrances_take_no_share_in_any_number(data: dict[str, Any]) -> None:
    free = copy.deepcopy(data)
    for goal in free["goals"].values():
        goal["hindered_by"] = []
    assert dict(numbers(card_of(free))) == dict(numbers(card_of(data)))
