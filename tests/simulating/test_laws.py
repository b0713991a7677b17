"""The laws of scenarios on random maps with loops, delays, missing values, dated figures and hindrances."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.api.simulate import simulated
from scorecard.model import StrategyMap
from scorecard.period import period_after
from scorecard.result import Scorecard
from scorecard.scenario import Dropped, Scenario, Setting, Step, Weighted
from scorecard.simulation import Outcome, Simulation
from tests.maps import LONGEST_DELAY, Case, cases, weights

LOOPS = 1e-9


def run(case: Case, *scenarios: Scenario, periods: int = 0) -> Simulation:
    strategy_map = StrategyMap.model_validate(case.data)
    actuals = case.actuals(strategy_map)
    before = scoring.score(strategy_map, actuals, case.period, case.as_of)
    return simulated(strategy_map, actuals, before, scenarios, periods=periods)


def outlooks(card: Scorecard) -> dict[str, float | None]:
    return {goal.id: goal.outlook for goal in card.goals}


@st.composite
def scenarios(draw: st.DrawFn, case: Case) -> Scenario:
    """Some KPIs set, in one step or two, some arrows dropped, some weights changed."""
    figures = st.floats(0, 100).map(lambda figure: round(figure, 9))
    found = []
    for kpi in draw(st.lists(st.sampled_from(sorted(case.data["kpis"])), unique=True)):
        steps = [Step("", value=draw(figures))]
        if draw(st.booleans()):
            later = case.period
            for _ in range(draw(st.integers(1, 3))):
                later = period_after(later)
            steps.append(Step("", value=draw(figures), since=later))
        found.append(Setting(kpi, tuple(steps)))
    goals = case.data["goals"]
    arrows = [(next(iter(entry)), goal_id) for goal_id, goal in goals.items() for entry in goal["driven_by"]]
    gone = draw(st.lists(st.sampled_from(arrows), unique=True)) if arrows else []
    other: list[Weighted] = [
        Weighted("goal", goal_id, None, draw(weights))
        for goal_id in draw(st.lists(st.sampled_from(sorted(goals)), unique=True))
    ]
    other += [Weighted("link", *ends, draw(weights)) for ends in arrows if ends not in gone and draw(st.booleans())]
    other += [
        Weighted("kpi", next(iter(entry)), goal_id, draw(weights))
        for goal_id, goal in goals.items()
        for entry in (*goal["lagging"], *goal["leading"])
        if draw(st.booleans())
    ]
    return Scenario(
        name="any",
        settings=tuple(found),
        dropped=tuple(Dropped(*ends) for ends in gone),
        weights=tuple(other),
    )


@st.composite
def supposed(draw: st.DrawFn, *, loops: bool = True) -> tuple[Case, Scenario]:
    case = draw(cases(loops=loops))
    return case, draw(scenarios(case))


@given(cases())
def test_without_a_change_it_is_the_status(case: Case) -> None:
    simulation = run(case, Scenario(name="nothing"), periods=3)
    (outcome,) = simulation.outcomes
    assert outcome.after == simulation.before
    for path in outcome.paths:
        assert all(value == pytest.approx(path.start, abs=LOOPS) for value in path.values if value is not None)
        assert not path.worse_first
        assert (path.on_track_from == simulation.periods[0]) == path.was_on_track
    assert all(not score.outlook.change and not score.hindered for score in outcome.scores)


@settings(max_examples=50)
@given(cases())
def test_kpis_set_to_the_value_they_have_change_no_goal(case: Case) -> None:
    before = run(case).before
    own = tuple(
        Setting(kpi.id, (Step("", value=kpi.value),))
        for kpi in before.kpis
        if kpi.value is not None and kpi.performance is not None
    )
    (outcome,) = run(case, Scenario(name="as it is", settings=own)).outcomes
    assert outcome.after.goals == before.goals
    assert outcome.after.index == before.index


@settings(max_examples=40)
@given(supposed(), st.randoms(use_true_random=False))
def test_the_order_of_changes_and_of_scenarios_is_no_change(pair: tuple[Case, Scenario], random: Any) -> None:
    case, scenario = pair
    other = Scenario(
        name="turned",
        settings=tuple(random.sample(scenario.settings, len(scenario.settings))),
        dropped=tuple(random.sample(scenario.dropped, len(scenario.dropped))),
        weights=tuple(random.sample(scenario.weights, len(scenario.weights))),
    )
    one, two = run(case, scenario, other, periods=2).outcomes
    three, four = run(case, other, scenario, periods=2).outcomes
    assert one.after == two.after == three.after == four.after
    assert (one.paths, one.scores) == (four.paths, four.scores)
    assert [path.values for path in one.paths] == [path.values for path in two.paths]


@settings(max_examples=50)
@given(supposed())
def test_weights_and_arrows_are_those_of_a_map_written_so(pair: tuple[Case, Scenario]) -> None:
    case, scenario = pair
    only = Scenario(name="edited", dropped=scenario.dropped, weights=scenario.weights)
    data = copy.deepcopy(case.data)
    goals = data["goals"]
    for cause, effect, _ in only.dropped:
        goals[effect]["driven_by"] = [entry for entry in goals[effect]["driven_by"] if cause not in entry]
    for one in only.weights:
        if one.kind == "goal":
            goals[one.id]["weight"] = one.weight
            continue
        lists = ["driven_by"] if one.kind == "link" else ["lagging", "leading"]
        for entry in (entry for name in lists for entry in goals[one.of][name] if one.id in entry):
            written = entry[one.id]
            entry[one.id] = {**written, "weight": one.weight} if isinstance(written, dict) else one.weight
    (outcome,) = run(case, only).outcomes
    assert outcome.after == run(case._replace(data=data)).before


def _ends_at(outcome: Outcome) -> None:
    """The last value of each path is the outlook after, with what hindrances take of it."""
    taken = {score.id: score.hindered for score in outcome.scores if score.kind == "goal"}
    last = {path.id: path.values[-1] for path in outcome.paths if path.kind == "goal"}
    for goal, outlook in outlooks(outcome.after).items():
        expected = None if outlook is None else pytest.approx(outlook + taken[goal], abs=LOOPS)
        assert last[goal] == expected


@given(supposed(loops=False))
@settings(max_examples=60)
def test_without_loops_the_way_ends_at_the_outlook_and_its_hindrances(pair: tuple[Case, Scenario]) -> None:
    case, scenario = pair
    longest = 3 + LONGEST_DELAY * (2 * len(case.data["goals"]) + 2)
    _ends_at(run(case, scenario, periods=longest).outcomes[0])


@settings(max_examples=50)
@given(supposed())
def test_a_path_begins_with_what_holds_at_once(pair: tuple[Case, Scenario]) -> None:
    """Without a KPI that is set, the whole effect of other weights and arrows is there in the first period."""
    case, scenario = pair
    only = Scenario(name="edited", dropped=scenario.dropped, weights=scenario.weights)
    (outcome,) = run(case, only, periods=2).outcomes
    after = outlooks(outcome.after)
    for path in outcome.paths:
        if path.kind == "goal":
            expected = None if after[path.id] is None else pytest.approx(after[path.id], abs=LOOPS)
            assert path.values == (expected,) * 3
