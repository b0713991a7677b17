"""The laws of scoring on random maps with loops, delays, missing values, figures of several periods and hindrances."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import numpy
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.checking import check
from scorecard.explaining import outlook_by_kpi
from scorecard.model import StrategyMap
from scorecard.result import Contribution, GoalScore, IndexScore, PerspectiveScore, Scorecard
from tests.maps import LONGEST_DELAY, Case, cases

EXACT = 1e-12
LOOPS = 1e-9
shares = st.floats(0, 1).map(lambda share: round(share, 9))


def map_of(case: Case) -> StrategyMap:
    return StrategyMap.model_validate(case.data)


def card_of(case: Case) -> Scorecard:
    strategy_map = map_of(case)
    return scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)


def scores(card: Scorecard) -> tuple[GoalScore | PerspectiveScore | IndexScore, ...]:
    return (*card.goals, *card.perspectives, card.index)


def coverages(card: Scorecard) -> Iterator[tuple[str, float | None, float]]:
    """The name of every number, the number and its coverage."""
    for item in scores(card):
        name = "index" if isinstance(item, IndexScore) else item.id
        yield f"{name}.performance", item.performance, item.performance_coverage
        yield f"{name}.lagging", item.lagging, item.coverage.lagging
        yield f"{name}.leading", item.leading, item.coverage.leading
        yield f"{name}.outlook", item.outlook, item.coverage.outlook


def numbers(card: Scorecard) -> dict[str, float | None]:
    return {name: number for name, number, _ in coverages(card)}


def assert_same(card: Scorecard, other: Scorecard) -> None:
    """All numbers and coverages of two cards agree."""
    after = {name: found for name, *found in coverages(other)}
    for name, number, coverage in coverages(card):
        expected = None if number is None else pytest.approx(number, abs=LOOPS)
        assert after[name] == [expected, pytest.approx(coverage, abs=LOOPS)], name


def free_kpis(case: Case) -> list[str]:
    """KPIs that are no other's target, so that a figure of theirs is no other's reference."""
    targets = [kpi.get("target") for kpi in case.data["kpis"].values()]
    named = {target["kpi"] for target in targets if isinstance(target, dict) and "kpi" in target}
    return [kpi for kpi in case.data["kpis"] if kpi not in named]


def with_performance(case: Case, kpi: str, performance: float, ago: int | None = None) -> Case:
    """The map with a KPI whose performance is said: that of an earlier period, or the undated one."""
    data = copy.deepcopy(case.data)
    old = data["kpis"][kpi]
    undated = old["value"] / 100 if "value" in old else None
    dated = {key: value / 100 if key[0] == kpi and value is not None else value for key, value in case.dated.items()}
    if ago is None:
        undated = performance
    else:
        dated[kpi, ago] = performance
    data["kpis"][kpi] = {"worst": 0, "best": 1, **({} if undated is None else {"value": undated})}
    return case._replace(data=data, dated=dated)


@given(cases())
def test_the_random_maps_have_no_errors(case: Case) -> None:
    assert check(map_of(case), warnings=False) == []


@given(cases(), st.data())
def test_a_performance_raised_lowers_no_number(case: Case, choice: st.DataObject) -> None:
    free = free_kpis(case)
    assume(free)
    kpi = choice.draw(st.sampled_from(free))
    ago = choice.draw(st.none() | st.integers(0, LONGEST_DELAY))
    low, high = sorted(choice.draw(st.tuples(shares, shares)))
    lower = numbers(card_of(with_performance(case, kpi, low, ago)))
    for name, number in numbers(card_of(with_performance(case, kpi, high, ago))).items():
        least = lower[name]
        assert (number is None) == (least is None)
        assert number is None or least is None or number >= least - LOOPS, name


def sums_of_weights(data: dict[str, Any]) -> list[list[tuple[dict[str, Any], str]]]:
    """Where the weights of each sum stand: results and drivers of each goal, goals of each perspective, the map."""
    found = []
    for goal in data["goals"].values():
        found.append([(entry, kpi) for entry in goal["lagging"] for kpi in entry])
        drivers = [*goal["leading"], *goal["driven_by"]]
        found.append([(entry, "weight") for driver in drivers for entry in driver.values()])
    for perspective in data["perspectives"]:
        found.append([(goal, "weight") for goal in data["goals"].values() if goal["perspective"] == perspective])
    found.append([(perspective, "weight") for perspective in data["perspectives"].values()])
    return [found_sum for found_sum in found if found_sum]


@given(cases(), st.data(), st.floats(1, 1000))
def test_all_weights_of_one_sum_times_k_change_nothing(case: Case, choice: st.DataObject, k: float) -> None:
    """k is at least 1, because no weight may be below 0.001."""
    scaled = case._replace(data=copy.deepcopy(case.data))
    for place, key in choice.draw(st.sampled_from(sums_of_weights(scaled.data)).map(tuple)):
        place[key] *= k
    assert_same(card_of(case), card_of(scaled))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_siblings_changes_nothing(case: Case, random: Any) -> None:
    """Only which perspective stands highest of those with goals means something."""
    card = card_of(case)
    shuffled = case._replace(data=copy.deepcopy(case.data))
    for goal in shuffled.data["goals"].values():
        for entries in ("lagging", "leading", "driven_by", "hindered_by"):
            random.shuffle(goal[entries])
    for section in ("perspectives", "goals", "kpis"):
        items = list(shuffled.data[section].items())
        random.shuffle(items)
        shuffled.data[section] = dict(sorted(items, key=lambda item: item[0] != card.top))
    after = card_of(shuffled)
    assert after.top == card.top
    assert_same(card, after)
    assume(all(away_from_limits(goal) for goal in card.goals))
    assert words(after) == words(card)


def words(card: Scorecard) -> dict[str, Any]:
    return {goal.id: (goal.status, goal.diagnosis, goal.outlook_status, set(goal.flags)) for goal in card.goals}


def away_from_limits(goal: GoalScore) -> bool:
    """Whether no rounding could carry a number of the goal over a limit (the tolerance itself lies 1e-9 below it)."""
    found = [number for number in (goal.performance, goal.lagging, goal.leading, goal.outlook) if number is not None]
    return all(
        abs(number - limit + 1e-9) > EXACT for number in found for limit in (goal.limits.at_risk, goal.limits.on_track)
    )


def sums(card: Scorecard) -> Iterator[tuple[str, float | None, tuple[Contribution, ...]]]:
    for item in scores(card):
        for number in ("performance", "lagging", "leading", "outlook"):
            yield number, getattr(item, number), getattr(item.contributions, number)


def assert_adds_up(number: float | None, parts: tuple[Contribution, ...], tolerance: float) -> None:
    known = [part for part in parts if part.share is not None]
    for part in parts:
        assert (part.share is None) == (part.value is None) == (part.product is None)
    if number is None:
        assert known == []
        return
    values = [part.value for part in known if part.value is not None]
    assert sum(part.share or 0 for part in known) == pytest.approx(1, abs=EXACT)
    assert sum(part.product or 0 for part in known) == pytest.approx(number, abs=tolerance)
    assert min(values) - tolerance <= number <= max(values) + tolerance


@given(cases(loops=False))
def test_contributions_sum_to_the_number(case: Case) -> None:
    for _, number, parts in sums(card_of(case)):
        assert_adds_up(number, parts, EXACT)


@given(cases())
def test_contributions_sum_to_the_number_in_loops_too(case: Case) -> None:
    for kind, number, parts in sums(card_of(case)):
        assert_adds_up(number, parts, LOOPS if kind == "outlook" else EXACT)


@given(cases(loops=False))
def test_outlooks_are_the_solution_of_their_linear_system(case: Case) -> None:
    """Walked in topological order, they are what numpy finds for ``x = A·x + b`` of the shares that the card shows."""
    goals = {goal.id: goal for goal in card_of(case).goals if goal.outlook is not None}
    assume(goals)
    place = {goal: number for number, goal in enumerate(goals)}
    matrix, own = numpy.eye(len(goals)), numpy.zeros(len(goals))
    for goal in goals.values():
        for part in goal.contributions.outlook:
            if part.share is not None and part.kind == "goal":
                matrix[place[goal.id], place[part.id]] -= part.share
            elif part.product is not None:
                own[place[goal.id]] += part.product
    found = numpy.linalg.solve(matrix, own)
    assert [goal.outlook for goal in goals.values()] == pytest.approx(found.tolist(), abs=EXACT)


@given(cases())
def test_coverage_is_zero_exactly_for_no_data(case: Case) -> None:
    for name, number, coverage in coverages(card_of(case)):
        assert (coverage == 0) == (number is None), name
        assert 0 <= coverage <= 1, name


@given(cases())
def test_without_any_value_there_is_no_number(case: Case) -> None:
    for kpi in case.data["kpis"].values():
        kpi.pop("value", None)
    card = card_of(case._replace(dated={}))
    assert set(numbers(card).values()) == {None}
    assert card.index.counts.no_data == len(card.goals)


@given(cases())
def test_a_figure_that_no_delay_reaches_changes_no_number(case: Case) -> None:
    """Not even where all other figures are undated, and the past was as now."""
    far = {(kpi, LONGEST_DELAY + 1): 50.0 for kpi in case.data["kpis"]}
    assert numbers(card_of(case._replace(dated={**case.dated, **far}))) == numbers(card_of(case))


@given(cases())
def test_scoring_twice_is_equal(case: Case) -> None:
    assert card_of(case) == card_of(case)


@given(cases())
def test_a_map_through_json_is_equal(case: Case) -> None:
    strategy_map = map_of(case)
    again = StrategyMap.model_validate_json(strategy_map.model_dump_json())
    assert again == strategy_map
    assert scoring.score(again, case.actuals(again), case.period, case.as_of) == card_of(case)


@given(cases())
def test_an_outlook_unrolls_to_its_kpis(case: Case) -> None:
    card = card_of(case)
    for goal in card.goals:
        rows = outlook_by_kpi(card, goal.id)
        if goal.outlook is None:
            assert rows == ()
        else:
            assert sum(row.share or 0 for row in rows) == pytest.approx(1, abs=LOOPS)
            assert sum(row.product or 0 for row in rows) == pytest.approx(goal.outlook, abs=LOOPS)


@given(cases(), st.data())
@settings(max_examples=60)
def test_coefficients_are_finite_differences(case: Case, choice: st.DataObject) -> None:
    free = free_kpis(case)
    assume(free)
    kpi = choice.draw(st.sampled_from(free))
    low, high = with_performance(case, kpi, 0.4, 0), with_performance(case, kpi, 0.6, 0)
    card, raised = card_of(low), card_of(high)
    for goal, after in zip(card.goals, raised.goals, strict=True):
        rows = outlook_by_kpi(card, goal.id)
        share = {row.id: row.share for row in rows}.get(kpi, 0)
        assert (goal.outlook is None) == (after.outlook is None)
        if goal.outlook is not None and after.outlook is not None:
            assert (after.outlook - goal.outlook) / 0.2 == pytest.approx(share, abs=1e-8)


@given(cases())
def test_hindrances_take_no_share_in_any_number(case: Case) -> None:
    free = case._replace(data=copy.deepcopy(case.data))
    for goal in free.data["goals"].values():
        goal["hindered_by"] = []
    assert numbers(card_of(free)) == numbers(card_of(case))
