"""The effects of edits add up to the whole change."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from scorecard import diff
from scorecard.model import StrategyMap
from tests.maps import Case, cases

DAY = date(2026, 6, 30)


@settings(max_examples=25, deadline=None)
@given(cases(), cases())
def test_steps_lead_from_one_index_to_the_other(one: Case, other: Case) -> None:
    found = diff(StrategyMap.model_validate(one.data), StrategyMap.model_validate(other.data), DAY)
    steps = [(step.before, step.after) for step in found.steps]
    if steps:
        assert (steps[0][0], steps[-1][1]) == (found.index_before, found.index_after)
    assert all(one[1] == other[0] for one, other in pairwise(steps))
    assert sorted(place for step in found.steps for place in step.edits) == [
        place for place, edit in enumerate(found.edits) if edit.step is not None
    ]
    if not steps:
        for before, after in zip(found.index_before[:2], found.index_after[:2], strict=True):
            assert (before is None) == (after is None)
            assert before is None or after == pytest.approx(before, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_a_map_and_itself(case: Case) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    found = diff(strategy_map, strategy_map, DAY)
    assert (found.edits, found.steps, found.goals) == ((), (), ())
    assert found.index_before == found.index_after
