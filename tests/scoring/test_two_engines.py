"""The engine on the graph, which explains one period, and the one on arrays, which scores all at once, are equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import isnan, nan
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard import scoring
from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.model import StrategyMap
from scorecard.period import Period, period_before, period_of
from scorecard.propagation import sweep_loops, sweep_sums
from scorecard.propagation.sweep import STATUSES, Numbers, Swept, sweep
from scorecard.reading import read_file
from scorecard.result import GoalScore, IndexScore, PerspectiveScore, Scorecard
from scorecard.scoring.compiled import compiled
from tests.maps import map_data, values

EXACT = 1e-12
TOLERANCE = 1e-9
ROOT = Path(__file__).resolve().parents[2]
LAST = date(2026, 6, 30)


class History(NamedTuple):
    """A map and the value of each of its KPIs in consecutive periods, oldest first."""

    strategy_map: StrategyMap
    values: Sequence[Sequence[float | None]]

    def periods(self) -> list[Period]:
        """The periods; the last one holds the 30th of June 2026."""
        last = period_of(LAST, self.strategy_map.period)
        return [period_before(last, ago) for ago in reversed(range(len(self.values[0])))]

    def cards(self) -> list[Scorecard]:
        """The card of every period, each scored by itself."""
        periods = self.periods()
        figures: dict[FigureKey, Figure] = {
            (kpi, period, ()): Figure(reason="no-value") if value is None else Figure(value=value)
            for kpi, row in zip(self.strategy_map.kpis, self.values, strict=True)
            for period, value in zip(periods, row, strict=True)
        }
        actuals, day = Actuals(figures=figures), periods[-1].end
        return [scoring.score(self.strategy_map, actuals, period, day) for period in periods]


def swept(strategy_map: StrategyMap, cards: Sequence[Scorecard]) -> Swept:
    """All periods at once, from the performances that the cards give the KPIs."""
    performances = [[_or_nan(card.kpis[row].performance) for card in cards] for row in range(len(strategy_map.kpis))]
    return sweep(compiled(strategy_map), numpy.array(performances))


def _or_nan(number: float | None) -> float:
    return nan if number is None else number


def numbers_of(item: GoalScore | PerspectiveScore | IndexScore) -> list[tuple[str, float | None, float]]:
    return [
        ("performance", item.performance, item.performance_coverage),
        ("lagging", item.lagging, item.coverage.lagging),
        ("leading", item.leading, item.coverage.leading),
        ("outlook", item.outlook, item.coverage.outlook),
    ]


def pairs(card: Scorecard, found: Swept, column: int) -> Iterator[tuple[str, float | None, float, float, float]]:
    """Every number of a card: its name, value and coverage there, and value and coverage of the arrays."""
    sides: list[tuple[Sequence[GoalScore | PerspectiveScore | IndexScore], Numbers]] = [
        (card.goals, found.goals),
        (card.perspectives, found.perspectives),
        ([card.index], found.index),
    ]
    for items, arrays in sides:
        for row, item in enumerate(items):
            for name, value, coverage in numbers_of(item):
                number = getattr(arrays, name)
                yield f"{item}.{name}", value, coverage, number.value[row, column], number.coverage[row, column]


def assert_equal(cards: Sequence[Scorecard], found: Swept, tolerance: float = EXACT) -> None:
    """Values, coverages and statuses of all goals, perspectives and the index in all periods."""
    for column, card in enumerate(cards):
        for name, value, coverage, value_there, coverage_there in pairs(card, found, column):
            assert isnan(value_there) == (value is None), name
            assert value is None or value_there == pytest.approx(value, abs=tolerance, rel=0), name
            assert coverage_there == pytest.approx(coverage, abs=tolerance, rel=0), name
            assert (coverage_there == 0) == (value is None), name
        assert_same_words(card, found, column)


def assert_same_words(card: Scorecard, found: Swept, column: int) -> None:
    for row, goal in enumerate(card.goals):
        words = [
            (goal.status, goal.performance, found.status),
            (goal.lagging_status, goal.lagging, found.lagging_status),
            (goal.leading_status, goal.leading, found.leading_status),
        ]
        for word, number, codes in words:
            if away(number, (goal.limits.at_risk, goal.limits.on_track)):
                assert STATUSES[codes[row, column]] == word, goal.id
    limits = (card.limits.at_risk, card.limits.on_track)
    for row, perspective in enumerate(card.perspectives):
        if away(perspective.performance, limits):
            assert STATUSES[found.perspective_status[row, column]] == perspective.status, perspective.id
    if away(card.index.performance, limits):
        assert STATUSES[found.index_status[0, column]] == card.index.status


def away(number: float | None, limits: Sequence[float]) -> bool:
    """Whether no rounding could carry a number over a limit, which counts as reached from 1e-9 below it on."""
    return number is None or all(abs(number - limit + TOLERANCE) > EXACT for limit in limits)


@st.composite
def histories(draw: st.DrawFn) -> History:
    strategy_map = StrategyMap.model_validate(draw(map_data()))
    periods = draw(st.integers(1, 5))
    row = st.lists(values, min_size=periods, max_size=periods)
    return History(strategy_map, [draw(row) for _ in strategy_map.kpis])


@given(histories())
def test_both_engines_are_equal_in_every_period(history: History) -> None:
    cards = history.cards()
    assert_equal(cards, swept(history.strategy_map, cards))


@given(histories(), st.integers(1, 60))
def test_work_in_small_pieces_is_the_same(history: History, at_once: int) -> None:
    cards = history.cards()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sweep_sums, "_AT_ONCE", at_once)
        patch.setattr(sweep_loops, "_AT_ONCE", at_once)
        assert_equal(cards, swept(history.strategy_map, cards))


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "maps").glob("*.yaml")), *sorted((ROOT / "templates").glob("*/strategy.yaml"))],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_both_engines_are_equal_on_our_own_maps(path: Path) -> None:
    strategy_map = read_file(path).strategy_map
    assert strategy_map is not None
    chosen = Random(7)
    rows = [
        [None if chosen.random() < 0.15 else (kpi.value or 1.0) * chosen.uniform(0.5, 1.5) for _ in range(14)]
        for kpi in strategy_map.kpis.values()
    ]
    cards = History(strategy_map, rows).cards()
    assert any(goal.leading is not None for goal in cards[-1].goals)
    assert_equal(cards, swept(strategy_map, cards))


def map_of(goals: dict[str, dict[str, Any]], kpis: Sequence[str], **more: Any) -> StrategyMap:
    """Goals of one perspective; the value of each KPI is its performance."""
    data = {
        "goals": {goal: {"perspective": "financial", **settings} for goal, settings in goals.items()},
        "kpis": {kpi: {"worst": 0, "best": 1} for kpi in kpis},
    }
    return StrategyMap.model_validate(data | more)


def outlooks(strategy_map: StrategyMap, performances: list[list[float]]) -> numpy.typing.NDArray[numpy.float64]:
    return sweep(compiled(strategy_map), numpy.array(performances)).goals.outlook.value


def test_the_worked_example() -> None:
    """A -> B -> C; in the second period B has no lagging value, in the third nothing has any."""
    strategy_map = map_of(
        {
            "a": {"lagging": ["ka"]},
            "b": {"lagging": ["kb"], "leading": ["lb"], "driven_by": ["a"]},
            "c": {"lagging": ["kc"], "driven_by": ["b"]},
        },
        ["ka", "kb", "lb", "kc"],
    )
    history = [[0.9, 0.9, nan], [0.2, nan, nan], [0.5, 0.5, nan], [0.6, 0.6, nan]]
    goals = sweep(compiled(strategy_map), numpy.array(history)).goals
    none = pytest.approx([nan] * 3, nan_ok=True)
    assert goals.lagging.value.T.tolist()[2] == none
    assert goals.leading.value[1:, 0] == pytest.approx([0.7, 0.2], abs=EXACT)
    assert isnan(goals.leading.value[2, 1])
    assert goals.outlook.value[:, 0] == pytest.approx([0.9, 0.45, 0.525], abs=EXACT)
    assert goals.outlook.value[:, 1] == pytest.approx([0.9, 0.7, 0.65], abs=EXACT)
    assert goals.outlook.value.T.tolist()[2] == none
    assert goals.outlook.coverage[:, 1] == pytest.approx([1, 0.5, 0.75], abs=EXACT)
    assert goals.outlook.coverage[:, 2].tolist() == [0, 0, 0]


def test_a_delay_longer_than_the_history_reaches_no_data() -> None:
    strategy_map = map_of(
        {
            "cause": {"lagging": ["k"]},
            "effect": {"leading": [{"early": {"delay": 2}}], "driven_by": [{"cause": {"delay": 1000}}]},
        },
        ["k", "early"],
    )
    leading = sweep(compiled(strategy_map), numpy.array([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]])).goals.leading
    assert leading.value[1].tolist() == pytest.approx([nan, nan, 0.4], nan_ok=True)
    assert leading.coverage[1].tolist() == [0, 0, 0.5]


def test_a_map_without_kpis_has_no_numbers() -> None:
    strategy_map = map_of({"cause": {}, "effect": {"driven_by": ["cause"]}}, [])
    found = sweep(compiled(strategy_map), numpy.empty((0, 2)))
    assert numpy.isnan(found.goals.outlook.value).all()
    assert STATUSES[found.index_status[0, 0]] == "no-data"


def back_to_the_first(size: int) -> StrategyMap:
    """Each goal is driven at 1000 by the first and at 0.001 by the next, the last at 0.001 by the only KPI."""
    names = [f"g{number}" for number in range(size)]
    back = {names[0]: {"weight": 1000, "delay": 1}}
    goals: dict[str, dict[str, Any]] = {name: {"driven_by": [back, {after: 0.001}]} for name, after in pairwise(names)}
    return map_of({**goals, names[-1]: {"driven_by": [back], "leading": [{"k": 0.001}]}}, ["k"])


def all_to_all(size: int) -> StrategyMap:
    """Each goal is driven at 1000 by all earlier ones and at 0.001 by the next, the last at 0.001 by the only KPI."""
    names = [f"g{number}" for number in range(size)]
    goals: dict[str, dict[str, Any]] = {
        name: {"driven_by": [{earlier: {"weight": 1000, "delay": 1}} for earlier in names[:number]]}
        for number, name in enumerate(names)
    }
    for name, after in pairwise(names):
        goals[name]["driven_by"].append({after: 0.001})
    goals[names[-1]]["leading"] = [{"k": 0.001}]
    return map_of(goals, ["k"])


def ring(size: int) -> StrategyMap:
    """Goals in a circle, the first with a KPI."""
    goals: dict[str, dict[str, Any]] = {
        f"g{number}": {"driven_by": [{f"g{(number or size) - 1}": {"delay": 1}}]} for number in range(size)
    }
    goals["g0"]["leading"] = ["k"]
    return map_of(goals, ["k"])


@pytest.mark.parametrize(
    "strategy_map", [back_to_the_first(8), all_to_all(6), all_to_all(40), ring(1), ring(2), ring(500)]
)
def test_the_only_figure_decides_the_whole_loop_however_small_its_share(strategy_map: StrategyMap) -> None:
    """Every other way leads back into the loop; in a period without the figure no goal of it has an outlook."""
    found = outlooks(strategy_map, [[0.5, nan, 0.25]])
    assert found[:, [0, 2]].tolist() == [pytest.approx([0.5, 0.25], abs=EXACT, rel=0)] * len(found)
    assert numpy.isnan(found[:, 1]).all()


def exact_outlooks(strategy_map: StrategyMap, performances: dict[str, float]) -> list[float]:
    """By Gaussian elimination on fractions; every KPI has a performance, no goal has lagging KPIs."""
    goals = list(strategy_map.goals)
    rows = []
    for name, goal in strategy_map.goals.items():
        whole = sum(Fraction(driver.weight) for driver in (*goal.leading, *goal.driven_by))
        row = [Fraction(int(name == other)) for other in goals]
        for driver in goal.driven_by:
            row[goals.index(driver.id)] -= Fraction(driver.weight) / whole
        own = sum((Fraction(entry.weight) * Fraction(performances[entry.id]) for entry in goal.leading), Fraction(0))
        rows.append([*row, own / whole])
    for first in range(len(rows)):
        rows[first] = [number / rows[first][first] for number in rows[first]]
        for other in range(len(rows)):
            if other != first:
                factor = rows[other][first]
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[first], strict=True)]
    return [float(row[-1]) for row in rows]


@pytest.mark.parametrize("seed", range(5))
def test_loops_of_extreme_weights_are_exact(seed: int) -> None:
    """Weights of 0.001 and 1,000 in turn, in a loop into which figures enter at two goals."""
    chosen = Random(seed)
    names = [f"g{number}" for number in range(7)]
    goals: dict[str, dict[str, Any]] = {
        name: {
            "driven_by": [
                {cause: {"weight": chosen.choice([0.001, 1000]), "delay": 1}}
                for cause in sorted({names[number - 1], *chosen.sample(names, 3)} - {name})
            ]
        }
        for number, name in enumerate(names)
    }
    goals["g2"]["leading"] = [{"low": 0.001}]
    goals["g5"]["leading"] = [{"high": 0.002}]
    strategy_map = map_of(goals, ["low", "high"])
    expected = exact_outlooks(strategy_map, {"low": 0.1, "high": 0.9})
    assert outlooks(strategy_map, [[0.1], [0.9]])[:, 0] == pytest.approx(expected, abs=EXACT, rel=0)
