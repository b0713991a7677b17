"""A change arrives when the arrows say it does, and ends where the outlook ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.model import StrategyMap
from scorecard.propagation.outlook_system import OutlookSystem, SystemPart, causes_of, kpis_of, outlook_system
from scorecard.propagation.over_time import Hindrance, carried, hindered, hindrance_share
from scorecard.propagation.system import solve
from tests.maps import Case, cases


def chain() -> OutlookSystem:
    """a → b (a period later) → c (two periods later), and a KPI of c of its own that shows a period later."""
    return OutlookSystem(
        parts={
            "a": (SystemPart("kpi", "x", 1.0, 0),),
            "b": (SystemPart("goal", "a", 0.5, 1), SystemPart("kpi", "y", 0.5, 0)),
            "c": (SystemPart("goal", "b", 0.4, 2), SystemPart("kpi", "z", 0.6, 1)),
        },
        components=(("a",), ("b",), ("c",)),
    )


def test_a_ripple_arrives_when_the_arrows_say() -> None:
    steps = carried(chain(), [{"x": 0.1}] * 5)
    assert [step["a"] for step in steps] == pytest.approx([0.1] * 5)
    assert [step["b"] for step in steps] == pytest.approx([0, 0.05, 0.05, 0.05, 0.05])
    assert [step["c"] for step in steps] == pytest.approx([0, 0, 0, 0.02, 0.02])


def test_a_push_that_ends_ends_everywhere() -> None:
    steps = carried(chain(), [{"x": 0.1, "z": 0.2}, {}, {}, {}, {}])
    assert [step["b"] for step in steps] == pytest.approx([0, 0.05, 0, 0, 0])
    assert [step["c"] for step in steps] == pytest.approx([0, 0.12, 0, 0.02, 0])


def test_a_hindrance_takes_once_and_is_carried_on() -> None:
    """a hinders b a period later, and b hinders a: that second one finds nothing that a hindrance left."""
    share = hindrance_share(0.5, 1.0, 3.0, 1.0)
    assert share == 0.125
    system = chain()
    steps = carried(system, [{"x": 0.8}] * 5)
    back = [Hindrance("a", "b", share, 1), Hindrance("b", "a", share, 0)]
    found = hindered(system, steps, back)
    assert [step["a"] for step in found] == pytest.approx([0, -0.05, -0.05, -0.05, -0.05])
    assert [step["b"] for step in found] == pytest.approx([0, -0.1, -0.125, -0.125, -0.125])
    assert [step["c"] for step in found] == pytest.approx([0, 0, 0, -0.04, -0.05])


def test_a_loop_without_delay_is_refused() -> None:
    parts = {"a": (SystemPart("goal", "b", 1.0, 0),), "b": (SystemPart("goal", "a", 1.0, 0),)}
    with pytest.raises(ValueError, match="without any delay: a, b"):
        carried(OutlookSystem(parts=parts, components=(("a", "b"),)), [{}])


@given(cases(), st.floats(-1, 1))
def test_it_tends_to_the_change_of_the_outlook(case: Case, change: float) -> None:
    strategy_map = StrategyMap.model_validate(case.data)
    card = scoring.score(strategy_map, case.actuals(strategy_map), case.period, case.as_of)
    system = outlook_system(card)
    moved = {kpi.id: change for kpi in card.kpis[:3]}
    own = {
        goal: sum(share * moved.get(kpi, 0.0) for kpi, share in row.items()) for goal, row in kpis_of(system).items()
    }
    end = solve(causes_of(system), own, system.components)
    loop = any(len(component) > 1 for component in system.components)
    steps = carried(system, [moved] * (400 if loop else 60))
    for goal, expected in end.items():
        gap = abs(steps[-1][goal] - expected)
        # a loop closes a part of what is left in each round; it never gets further away
        assert gap <= (abs(steps[0][goal] - expected) + 1e-9 if loop else 1e-9)
