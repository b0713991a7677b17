"""What each number of a goal is made of, before any of it is summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from scorecard.actuals import Actuals
from scorecard.model import Driver, Goal, Lagging, StrategyMap
from scorecard.period import Period, period_before
from scorecard.propagation.mean import NOTHING, Mean, Part, weighted_mean
from scorecard.propagation.outlook import OutlookPart, declared_shares
from scorecard.result import PartKind
from scorecard.scoring.kpis import performances

Performances: TypeAlias = Mapping[str, float | None]
NamedPart: TypeAlias = tuple[PartKind, str, Part]
Entry = TypeVar("Entry", Lagging, Driver)


def kpi_part(entry: Lagging | Driver, performance: Performances) -> Part:
    """A KPI as a part of a sum; its coverage is 1 with a performance, else 0."""
    value = performance[entry.id]
    return Part(entry.weight, value, float(value is not None))


def scored(strategy_map: StrategyMap, entries: Sequence[Entry]) -> list[Entry]:
    """The KPIs that can be scored: one with ``direction: none`` is shown only and is no missing part."""
    kpis = strategy_map.kpis
    return [entry for entry in entries if kpis[entry.id].direction != "none"]


class Times:
    """Performances of the KPIs and results of the goals now and some periods ago, each worked out once.

    An undated figure is in force at every period and is judged on the scored ``day``, so where no figure is dated
    the past is as now.
    """

    def __init__(
        self, strategy_map: StrategyMap, actuals: Actuals, period: Period, day: date, now: Performances
    ) -> None:
        self._strategy_map, self._actuals, self._period, self._day = strategy_map, actuals, period, day
        self.dated = any(key[1] is not None for key in actuals.figures)
        self._performances: dict[int, Performances] = {0: now}
        self._lagging: dict[int, Mapping[str, Mean]] = {}

    def performances(self, ago: int) -> Performances:
        """The performance of every KPI ``ago`` periods before the scored one."""
        if not self.dated:
            ago = 0
        if ago not in self._performances:
            past = period_before(self._period, ago)
            self._performances[ago] = performances(self._strategy_map, self._actuals, past, self._day)
        return self._performances[ago]

    def lagging(self, ago: int) -> Mapping[str, Mean]:
        """lagging(g) = Σ w·performance / Σ w of every goal, ``ago`` periods before the scored one."""
        if not self.dated:
            ago = 0
        if ago not in self._lagging:
            performance = self.performances(ago)
            self._lagging[ago] = {
                goal_id: weighted_mean(
                    [kpi_part(entry, performance) for entry in scored(self._strategy_map, goal.lagging)]
                )
                for goal_id, goal in self._strategy_map.goals.items()
            }
        return self._lagging[ago]


def leading_parts(strategy_map: StrategyMap, goal: Goal, times: Times) -> list[NamedPart]:
    """The drivers of a goal as named parts: leading KPIs with their performance, causes with their lagging,
    each taken ``delay`` periods ago."""
    parts: list[NamedPart] = [
        ("kpi", entry.id, kpi_part(entry, times.performances(entry.delay)))
        for entry in scored(strategy_map, goal.leading)
    ]
    for entry in goal.driven_by:
        value, coverage = times.lagging(entry.delay).get(entry.id, NOTHING)
        parts.append(("goal", entry.id, Part(entry.weight, value, coverage)))
    return parts


def outlook_parts(strategy_map: StrategyMap, goal: Goal, performance: Performances) -> list[OutlookPart]:
    """The declared parts of a goal's outlook with their declared shares."""
    lagging = scored(strategy_map, goal.lagging)
    leading = scored(strategy_map, goal.leading)
    drivers = [*leading, *goal.driven_by]
    results, pulls = declared_shares(
        [entry.weight for entry in lagging], [entry.weight for entry in drivers], strategy_map.outlook.drivers
    )
    parts = [
        OutlookPart("kpi", entry.id, entry.weight, share, performance[entry.id])
        for entry, share in zip(lagging, results, strict=True)
    ]
    parts += [
        OutlookPart("kpi", entry.id, entry.weight, share, performance[entry.id])
        for entry, share in zip(leading, pulls, strict=False)
    ]
    parts += [
        OutlookPart("goal", entry.id, entry.weight, share, None)
        for entry, share in zip(goal.driven_by, pulls[len(leading) :], strict=True)
    ]
    return parts
