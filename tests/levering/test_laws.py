"""Levers are what scoring would say: finite differences, targets reached, and the smallest change that turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.actuals import Actuals
from scorecard.lever import Lever, Levers
from scorecard.levering import levers, total_effects
from scorecard.model import OtherKpi, StrategyMap
from scorecard.model.target import Change
from scorecard.propagation.outlook_system import kpis_of, outlook_system
from scorecard.propagation.sensitivity import outlook_shares, sensitivities
from scorecard.rendering.levers.phrases import enough
from scorecard.result import Scorecard
from tests.maps import Case, cases

CLOSE = 1e-7


class World:
    """A case, scored, and scored again with another value of a KPI."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.strategy_map = StrategyMap.model_validate(case.data)
        self.actuals = case.actuals(self.strategy_map)
        self.card = self.scored(self.actuals)

    def scored(self, actuals: Actuals) -> Scorecard:
        return scoring.score(self.strategy_map, actuals, self.case.period, self.case.as_of)

    def with_value(self, kpi: str, value: float) -> Scorecard:
        figures = {
            key: replace(figure, value=value)
            if key[0] == kpi and key[1] in (None, self.case.period) and figure.value is not None
            else figure
            for key, figure in self.actuals.figures.items()
        }
        return self.scored(replace(self.actuals, figures=figures))

    def alone(self, lever: Lever) -> bool:
        """Whether nothing else is measured by this KPI, and its figure is of the scored period."""
        for other in self.strategy_map.kpis.values():
            if isinstance(other.target, OtherKpi) or (isinstance(other.target, Change) and other.target.against):
                return False
        return self.with_value(lever.id, lever.value + 1.0) != self.card


def found(world: World, place: int) -> Levers:
    goals = world.card.goals
    goal = goals[place % len(goals)]
    kind, item = (("goal", goal.id), ("perspective", goal.perspective), ("index", "index"))[place % 3]
    return levers(world.card, kind, item)  # type: ignore[arg-type]


def outlook(card: Scorecard, asked: Levers) -> float | None:
    return levers(card, asked.kind, asked.id).outlook


@given(cases(), st.integers(0, 30))
def test_a_lever_is_a_finite_difference(case: Case, place: int) -> None:
    world = World(case)
    asked = found(world, place)
    assert sum(lever.share for lever in asked.levers) == pytest.approx(1.0 if asked.levers else 0.0, abs=1e-9)
    for lever in asked.levers[:4]:
        if not world.alone(lever) or lever.slope is None or asked.outlook is None:
            continue
        kpi = next(kpi for kpi in world.card.kpis if kpi.id == lever.id)
        step = 1e-5 * (lever.better or 1)
        after = outlook(world.with_value(lever.id, lever.value + step), asked)
        assert after is not None
        at_a_jump = kpi.scale == "curve" and kpi.performance == 0
        if not at_a_jump:
            assert (after - asked.outlook) / 1e-5 == pytest.approx(lever.slope, abs=1e-4)


@given(cases(), st.integers(0, 30))
def test_reaching_the_target_adds_what_is_said(case: Case, place: int) -> None:
    world = World(case)
    asked = found(world, place)
    assume(asked.levers)
    for lever in asked.levers[:4]:
        if lever.reach is None or not world.alone(lever) or lever.gain == 0 or asked.outlook is None:
            continue
        after = world.with_value(lever.id, lever.reach)
        assert outlook(after, asked) == pytest.approx(asked.outlook + lever.gain, abs=CLOSE)
        if lever.result_gain is not None:
            was, now = asked.performance, levers(after, asked.kind, asked.id).performance
            assert was is not None
            leading = any(goal.basis == "leading" for goal in world.card.goals)
            delayed = any(note.delay for goal in world.card.goals for note in goal.kpi_notes)
            if not leading and not delayed:
                assert now == pytest.approx(was + lever.result_gain, abs=CLOSE)


@given(cases(), st.integers(0, 30))
def test_the_smallest_change_turns_the_outlook_and_a_hair_less_does_not(case: Case, place: int) -> None:
    world = World(case)
    asked = found(world, place)
    for lever in asked.levers[:4]:
        if lever.turn is None or not world.alone(lever):
            continue
        value, reached = lever.turn
        shown = enough(lever)
        if value is None:
            assert reached < asked.limits.on_track
            continue
        after = levers(world.with_value(lever.id, value), asked.kind, asked.id)
        assert after.outlook_status == "on-track"
        assert shown is not None
        assert levers(world.with_value(lever.id, shown), asked.kind, asked.id).outlook_status == "on-track"
        if lever.slope is not None:
            short = value - (value - lever.value) * 1e-3
            before = levers(world.with_value(lever.id, short), asked.kind, asked.id)
            assert before.outlook_status != "on-track" or abs(value - lever.value) < 1e-4


@given(cases())
def test_total_effects_times_own_parts_are_the_outlooks(case: Case) -> None:
    world = World(case)
    matrix = total_effects(world.card)
    system = outlook_system(world.card)
    performance = {kpi.id: kpi.performance or 0.0 for kpi in world.card.kpis}
    own = {goal: sum(share * performance[kpi] for kpi, share in row.items()) for goal, row in kpis_of(system).items()}
    for goal, row in zip(world.card.goals, matrix.rows, strict=True):
        if goal.outlook is None:
            assert set(row) == {None}
            continue
        total = sum((effect or 0.0) * own.get(cause, 0.0) for cause, effect in zip(matrix.goals, row, strict=True))
        assert total == pytest.approx(goal.outlook, abs=1e-9)


@given(cases())
def test_one_reverse_sweep_is_the_forward_sweep_of_the_index(case: Case) -> None:
    world = World(case)
    card = world.card
    assume(card.index.outlook is not None)
    found = sensitivities(outlook_system(card), outlook_shares(card, "index", "index")).kpis
    performance = {kpi.id: kpi.performance or 0.0 for kpi in card.kpis}
    assert sum(share * performance[kpi] for kpi, share in found.items()) == pytest.approx(card.index.outlook, abs=1e-9)
