"""Both engines are held to small maps that were worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from inspect import cleandoc
from math import isnan
from typing import Any

import pytest
import yaml

from scorecard import scoring
from scorecard.actuals import Actuals, Figure, FigureKey
from scorecard.checking import check
from scorecard.model import StrategyMap
from scorecard.period import parse_period
from scorecard.propagation.sweep import STATUSES, Numbers, Swept, sweep
from scorecard.propagation.sweep_sums import Floats
from scorecard.result import Scorecard
from scorecard.scoring.compiled import compiled
from scorecard.scoring.figures import figures_in
from scorecard.scoring.rows import on_arrays
from tests.scoring.hand_cases import drivers, results, scales
from tests.scoring.hand_cases.case import PERIODS, Case, Expected

CASES = [*results.CASES, *drivers.CASES, *scales.CASES]
EXACT = 1e-12
each_case = pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])


def map_of(case: Case) -> StrategyMap:
    """The map, which has no errors; a KPI without a scale goes from 0 to 1."""
    data = yaml.safe_load(cleandoc(case.text))
    scales_said = data.get("kpis", {})
    data["kpis"] = {kpi: scales_said.get(kpi, {"worst": 0, "best": 1}) for kpi in case.figures}
    strategy_map = StrategyMap.model_validate(data)
    assert [problem for problem in check(strategy_map, warnings=False) if problem.severity == "error"] == []
    return strategy_map


def periods_of(case: Case) -> Sequence[str]:
    return PERIODS[-len(next(iter(case.figures.values()))) :]


def actuals_of(case: Case) -> Actuals:
    """The figures of each KPI in each period."""
    periods = [parse_period(name) for name in periods_of(case)]
    figures: dict[FigureKey, Figure] = {
        (kpi, period, ()): Figure(reason="no-value") if value is None else Figure(value=value)
        for kpi, values in case.figures.items()
        for period, value in zip(periods, values, strict=True)
    }
    return Actuals(figures=figures)


def cards(case: Case) -> list[Scorecard]:
    """The readable engine: the card of each period."""
    strategy_map, periods = map_of(case), [parse_period(name) for name in periods_of(case)]
    return [scoring.score(strategy_map, actuals_of(case), period, periods[-1].end) for period in periods]


def performances_of(case: Case) -> Floats:
    """The judge on arrays: the performance of each KPI in each period, NaN is none."""
    strategy_map, actuals = map_of(case), actuals_of(case)
    periods = [parse_period(name) for name in periods_of(case)]
    figures = figures_in(actuals, strategy_map.kpis, periods)
    return on_arrays(strategy_map, actuals, figures, periods, periods[-1].end, {})


def by_hand(case: Case, kpi: str) -> Expected | Sequence[float | None]:
    """The performances of a KPI: with a scale of its own as worked out, else its values."""
    return case.performances.get(kpi, case.figures[kpi])


def assert_is(found: float | str | None, expected: Any, said: str) -> None:
    if expected is None or isinstance(expected, str):
        assert found == expected, said
    else:
        assert found == pytest.approx(float(expected), abs=EXACT, rel=0), said


@each_case
def test_the_readable_engine(case: Case) -> None:
    for place, card in enumerate(cards(case)):
        items: dict[str, Any] = {"index": card.index}
        items |= {goal.id: goal for goal in card.goals} | {part.id: part for part in card.perspectives}
        for kpi in card.kpis:
            assert_is(kpi.performance, by_hand(case, kpi.id)[place], f"{kpi.id} in {card.period}")
        for name, expected in case.expected.items():
            item, _, number = name.partition(".")
            found: Any = items[item]
            for step in number.split("."):
                found = getattr(found, step)
            assert_is(found, expected[place], f"{name} in {card.period}")


@each_case
def test_the_engine_on_arrays(case: Case) -> None:
    strategy_map = map_of(case)
    performances = performances_of(case)
    for kpi, row in zip(case.figures, performances.tolist(), strict=True):
        for found, worked_out, period in zip(row, by_hand(case, kpi), periods_of(case), strict=True):
            assert_is(None if isnan(found) else found, worked_out, f"{kpi} in {period}")
    swept = sweep(compiled(strategy_map), performances)
    for name, expected in case.expected.items():
        for place in range(len(expected)):
            assert_is(
                of_arrays(strategy_map, swept, name, place), expected[place], f"{name} in {periods_of(case)[place]}"
            )


def of_arrays(strategy_map: StrategyMap, swept: Swept, name: str, place: int) -> float | str | None:
    """The number or status of that name in a period."""
    item, _, number = name.partition(".")
    arrays, codes, row = _where(strategy_map, swept, item)
    if number == "status":
        return STATUSES[codes[row, place]]
    is_coverage = number.startswith("coverage.")
    found = getattr(arrays, number.removeprefix("coverage."))
    value = float((found.coverage if is_coverage else found.value)[row, place])
    return None if isnan(value) else value


def _where(strategy_map: StrategyMap, swept: Swept, item: str) -> tuple[Numbers, Any, int]:
    if item == "index":
        return swept.index, swept.index_status, 0
    if item in strategy_map.goals:
        return swept.goals, swept.status, list(strategy_map.goals).index(item)
    return swept.perspectives, swept.perspective_status, list(strategy_map.perspectives).index(item)


def test_there_are_thirty_of_different_names() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 30


@each_case
def test_every_period_has_an_expectation(case: Case) -> None:
    lengths = {len(values) for values in (*case.figures.values(), *case.expected.values(), *case.performances.values())}
    assert lengths == {len(periods_of(case))}
