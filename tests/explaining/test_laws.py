"""Explanations add up, on random maps: loops, missing figures, delays, two periods, an edited map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.explaining import explain
from scorecard.explanation import Explanation, NumberChange, NumberName, WholeKind
from scorecard.model import StrategyMap
from scorecard.period import period_before
from scorecard.propagation.outlook_system import outlook_system
from scorecard.result import Scorecard
from tests.maps import Case, cases

EXACT, LOOPS = 1e-12, 1e-9
NUMBERS: tuple[NumberName, ...] = ("performance", "lagging", "leading", "outlook")


def cards_of(case: Case) -> tuple[Scorecard, Scorecard]:
    """The card of a case and that of the period before, as they are scored on the same day."""
    strategy_map = StrategyMap.model_validate(case.data)
    actuals = case.actuals(strategy_map)
    now = scoring.score(strategy_map, actuals, case.period, case.as_of)
    return now, scoring.score(strategy_map, actuals, period_before(case.period), case.as_of)


def wholes(card: Scorecard) -> Iterator[tuple[WholeKind, str]]:
    yield from (("goal", goal.id) for goal in card.goals)
    yield from (("perspective", item.id) for item in card.perspectives)
    yield "index", "index"


def loops(card: Scorecard) -> bool:
    return any(len(component) > 1 for component in outlook_system(card).components)


def every(card: Scorecard, most: int = 20, earlier: Scorecard | None = None) -> Iterator[Explanation]:
    for kind, item_id in wholes(card):
        for number in NUMBERS:
            yield explain(card, kind, item_id, number, most=most, earlier=earlier)


@settings(max_examples=40)
@given(cases())
def test_paths_and_the_rest_add_up_to_the_number_and_so_do_the_totals(case: Case) -> None:
    card, _ = cards_of(case)
    near = LOOPS if loops(card) else EXACT
    for found in every(card, most=5):
        if found.value is None:
            assert (found.paths, found.totals, found.more, found.rest) == ((), (), 0, 0.0)
            continue
        assert fsum([*(path.product for path in found.paths), found.rest]) == pytest.approx(found.value, abs=near)
        assert fsum(total.product for total in found.totals) == pytest.approx(found.value, abs=near)
        assert fsum(total.share for total in found.totals) == pytest.approx(1, abs=near)
        assert list(found.paths) == sorted(found.paths, key=lambda path: -path.product)
        assert found.rest >= -near
        assert found.rest_share >= -near


@settings(max_examples=40)
@given(cases(loops=False))
def test_without_loops_all_paths_are_counted_and_the_listed_are_the_largest(case: Case) -> None:
    card, _ = cards_of(case)
    for few, everything in zip(every(card, most=3), every(card, most=10**6), strict=True):
        assert everything.more == 0
        assert few.more is not None
        assert len(few.paths) + few.more == len(everything.paths)
        assert fsum(path.product for path in everything.paths) == pytest.approx(everything.value or 0.0, abs=EXACT)
        largest = [path.product for path in everything.paths[: len(few.paths)]]
        assert [path.product for path in few.paths] == pytest.approx(largest, abs=EXACT)
        ways = [tuple((step.kind, step.id) for step in path.steps) for path in everything.paths]
        assert len(set(ways)) == len(ways)


@settings(max_examples=40)
@given(cases())
def test_the_products_of_the_shares_on_a_path_are_its_share(case: Case) -> None:
    card, _ = cards_of(case)
    for found in every(card):
        for path in found.paths:
            share = 1.0
            for step in path.steps:
                share *= step.share
            assert path.share == pytest.approx(share, abs=EXACT)
            assert path.product == pytest.approx(path.share * path.value, abs=EXACT)


@settings(max_examples=40)
@given(cases())
def test_what_is_missing_is_the_whole_less_the_coverage(case: Case) -> None:
    card, _ = cards_of(case)
    for found in every(card):
        unknown = fsum(row.of_whole for row in found.missing)
        declares = found.totals or found.missing
        assert unknown == pytest.approx(1 - found.coverage if declares else 0.0, abs=LOOPS)


def adds_up(change: NumberChange, near: float) -> None:
    if change.change is None:
        assert change.before is None or change.now is None
        assert not change.moves
        assert not change.splits
        return
    assert fsum([*(move.change for move in change.moves), change.rest]) == pytest.approx(change.change, abs=near)
    for move in change.moves:
        if move.by_value is not None and move.by_terms is not None:
            assert move.by_value + move.by_terms == pytest.approx(move.change, abs=near)
            assert move.terms or move.by_terms == pytest.approx(0, abs=near)
    for split in change.splits:
        parts = [number for part in split.parts for number in (part.by_value, part.by_share)]
        assert fsum([*parts, split.rest]) == pytest.approx(split.change, abs=near)
        by_share = fsum(part.by_share for part in split.parts)
        assert split.by_data + split.by_weights == pytest.approx(by_share, abs=near)


@settings(max_examples=40)
@given(cases())
def test_the_moves_and_every_split_add_up_to_the_change(case: Case) -> None:
    now, before = cards_of(case)
    near = LOOPS if loops(now) else EXACT
    for found in every(now, most=1, earlier=before):
        assert found.change is not None
        adds_up(found.change, near)
        assert all(move.what in ("performance", "data") for move in found.change.moves)


@settings(max_examples=40)
@given(cases(), cases())
def test_they_add_up_between_any_two_maps(case: Case, other: Case) -> None:
    now, before = cards_of(case)[0], cards_of(other)[0]
    near = LOOPS if loops(now) or loops(before) else EXACT
    for found in every(now, most=1, earlier=before):
        assert found.change is not None
        adds_up(found.change, near)


@settings(max_examples=40)
@given(cases(), st.integers(1, 200))
def test_a_plan_that_only_moves_on_moves_no_value(case: Case, days: int) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    undated = Case(case.data, {}, case.as_of)
    actuals = undated.actuals(strategy_map)
    before = scoring.score(strategy_map, actuals, case.period, case.as_of)
    later = case.as_of + timedelta(days)
    now = scoring.score(strategy_map, actuals, period_before(case.period, 0), later)
    for found in every(now, most=1, earlier=before):
        for move in found.change.moves if found.change else ():
            assert (move.by_value or 0.0) == pytest.approx(0, abs=EXACT)
