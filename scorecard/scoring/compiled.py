"""StrategyMap -> arrays, for the engine that scores all periods at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy

from scorecard.graph import causal_graph, components_of
from scorecard.model import Driver, Goal, StrategyMap
from scorecard.propagation.outlook import declared_shares
from scorecard.propagation.status import limits, map_limits
from scorecard.propagation.sweep import Band, Compiled, Delayed, Level, Loop
from scorecard.propagation.sweep_loops import planned
from scorecard.propagation.sweep_sums import grouped, indices
from scorecard.scoring.parts import scored

Parts: TypeAlias = list[tuple[int, float]]
"""Row and share of each part of a sum."""


class _Rows:
    """Where items stand in the block: as they are now, and behind them as they are taken some periods ago."""

    def __init__(self, items: Iterable[str], drivers: Sequence[Driver], first: int) -> None:
        self.now = {item: row for row, item in enumerate(items, first)}
        self.all = slice(first, first + len(self.now))
        ago: dict[int, list[str]] = {}
        for delay, item in dict.fromkeys((driver.delay, driver.id) for driver in drivers if driver.delay):
            ago.setdefault(delay, []).append(item)
        self._ago: dict[tuple[int, str], int] = {}
        self.end = self.all.stop
        self.delayed: list[Delayed] = []
        for delay, delayed in ago.items():
            behind = slice(self.end, self.end + len(delayed))
            self.delayed.append(Delayed(delay, indices([self.now[item] for item in delayed]), behind))
            self._ago.update(((delay, item), row) for row, item in enumerate(delayed, self.end))
            self.end = behind.stop

    def row(self, driver: Driver) -> int:
        """The row of a driver as it is taken."""
        return self._ago[driver.delay, driver.id] if driver.delay else self.now[driver.id]


class _Declared(NamedTuple):
    """The parts of the sums of one goal; those of its outlook are its KPIs and its causes."""

    lagging: Parts
    leading: Parts
    own: Parts
    causes: Parts


def compiled(strategy_map: StrategyMap) -> Compiled:
    """The arrays of a map that has no errors: which rows each sum is made of, and with which shares.

    KPIs with ``direction: none`` are rows like all others and no part of any sum.
    """
    written = list(strategy_map.goals.values())
    drivers = [driver for goal in written for driver in scored(strategy_map, goal.leading)]
    causes = [driver for goal in written for driver in goal.driven_by]
    kpis = _Rows(strategy_map.kpis, drivers, 0)
    lagging = _Rows(strategy_map.goals, causes, kpis.end)
    leading = _Rows(strategy_map.goals, (), lagging.end)
    outlook = _Rows(strategy_map.goals, (), leading.end)
    declared = {goal_id: _declared(strategy_map, goal_id, kpis, lagging, outlook) for goal_id in strategy_map.goals}
    map_wide = map_limits(strategy_map.thresholds)
    goal_limits = [limits(goal.thresholds, map_wide) for goal in written]
    bands = [_band(strategy_map, perspective) for perspective in strategy_map.perspectives]
    weights = [perspective.weight for perspective in strategy_map.perspectives.values()]
    inhabited = [weight if len(band.shares) else 0.0 for weight, band in zip(weights, bands, strict=True)]
    return Compiled(
        kpis=tuple(strategy_map.kpis),
        goals=tuple(strategy_map.goals),
        perspectives=tuple(strategy_map.perspectives),
        rows=outlook.end,
        lagging_rows=lagging.all,
        leading_rows=leading.all,
        outlook_rows=outlook.all,
        delayed_kpis=tuple(kpis.delayed),
        delayed_goals=tuple(lagging.delayed),
        lagging=grouped({lagging.now[goal_id]: goal.lagging for goal_id, goal in declared.items()}),
        leading=grouped({leading.now[goal_id]: goal.leading for goal_id, goal in declared.items()}),
        levels=_levels(
            [
                [outlook.now[goal_id] for goal_id in component]
                for component in components_of(causal_graph(strategy_map))
            ],
            {outlook.now[goal_id]: goal for goal_id, goal in declared.items()},
        ),
        by_leading=indices([number for number, goal in enumerate(written) if _is_by_leading(goal)]),
        bands=tuple(bands),
        perspective_shares=numpy.array(_shares(inhabited)),
        at_risk=numpy.array([[own.at_risk] for own in goal_limits]),
        on_track=numpy.array([[own.on_track] for own in goal_limits]),
        map_at_risk=map_wide.at_risk,
        map_on_track=map_wide.on_track,
        min_coverage=strategy_map.min_coverage,
    )


def _declared(strategy_map: StrategyMap, goal_id: str, kpis: _Rows, lagging: _Rows, outlook: _Rows) -> _Declared:
    goal = strategy_map.goals[goal_id]
    results, drivers = scored(strategy_map, goal.lagging), scored(strategy_map, goal.leading)
    weights = [entry.weight for entry in results]
    pulls = [entry.weight for entry in (*drivers, *goal.driven_by)]
    of_results, of_pulls = declared_shares(weights, pulls, strategy_map.outlook.drivers)
    result_rows = [kpis.now[entry.id] for entry in results]
    driver_rows = [kpis.now[entry.id] for entry in drivers]
    cause_rows = [outlook.now[entry.id] for entry in goal.driven_by]
    taken = [*map(kpis.row, drivers), *map(lagging.row, goal.driven_by)]
    return _Declared(
        lagging=list(zip(result_rows, _shares(weights), strict=True)),
        leading=list(zip(taken, _shares(pulls), strict=True)),
        own=list(zip([*result_rows, *driver_rows], [*of_results, *of_pulls[: len(drivers)]], strict=True)),
        causes=list(zip(cause_rows, of_pulls[len(drivers) :], strict=True)),
    )


def _shares(weights: Sequence[float]) -> list[float]:
    whole = sum(weights)
    return [weight / whole for weight in weights]


def _levels(components: Sequence[Sequence[int]], declared: Mapping[int, _Declared]) -> tuple[Level, ...]:
    """The outlooks, those of a level as far from their first cause as each other, by the longest way."""
    height: dict[int, int] = {}
    driven: dict[int, dict[int, Parts]] = {}
    loops: dict[int, list[Loop]] = {}
    for component in components:
        inside = set(component)
        outside = {row: [part for part in declared[row].causes if part[0] not in inside] for row in component}
        entering = {row: [*declared[row].own, *parts] for row, parts in outside.items()}
        level = max((height[cause] + 1 for parts in outside.values() for cause, _ in parts), default=0)
        height.update(dict.fromkeys(component, level))
        if len(outside[component[0]]) < len(declared[component[0]].causes):
            loops.setdefault(level, []).append(_loop(component, entering, declared))
        else:
            driven.setdefault(level, {}).update(entering)
    return tuple(
        Level(grouped(driven.get(level, {})), tuple(loops.get(level, ()))) for level in sorted(driven.keys() | loops)
    )


def _loop(component: Sequence[int], entering: Mapping[int, Parts], declared: Mapping[int, _Declared]) -> Loop:
    place = {row: number for number, row in enumerate(component)}
    inside = [{place[cause]: share for cause, share in declared[row].causes if cause in place} for row in component]
    return Loop(
        rows=indices(component),
        entering=grouped({place[row]: parts for row, parts in entering.items()}),
        leaks=numpy.array([[sum(share for _, share in entering[row])] for row in component], dtype=float),
        plan=planned(inside),
    )


def _band(strategy_map: StrategyMap, perspective: str) -> Band:
    written = list(strategy_map.goals.values())
    numbers = [number for number, goal in enumerate(written) if goal.perspective == perspective]
    shares = numpy.array(_shares([written[number].weight for number in numbers]))
    by_leading = numpy.array([_is_by_leading(written[number]) for number in numbers], dtype=bool)
    together = bool(numbers) and numbers[-1] - numbers[0] < len(numbers)
    return Band(
        goals=slice(numbers[0], numbers[-1] + 1) if together else indices(numbers),
        shares=shares,
        by_lagging=numpy.where(by_leading, 0.0, shares),
        by_leading=numpy.where(by_leading, shares, 0.0),
    )


def _is_by_leading(goal: Goal) -> bool:
    """Whether the performance of a goal is its leading number: it declares drivers of its own and no result."""
    return bool(goal.leading) and not goal.lagging
