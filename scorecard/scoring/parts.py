"""What each number of a goal is made of, before any of it is summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

from scorecard.model import Driver, Goal, Lagging, StrategyMap
from scorecard.propagation.mean import NOTHING, Mean, Part, weighted_mean
from scorecard.propagation.outlook import OutlookPart, declared_shares
from scorecard.result import PartKind
from scorecard.scoring.past import Past, Performances

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
    """The results of all goals and the numbers of their drivers, now and some periods ago, each worked out once."""

    def __init__(self, past: Past) -> None:
        self.past = past
        self._lagging: dict[int, Mapping[str, Mean]] = {}

    def performances(self, ago: int) -> Performances:
        """The performance of every KPI ``ago`` periods before the scored one."""
        return self.past.performances(ago)

    def lagging(self, ago: int) -> Mapping[str, Mean]:
        """lagging(g) = Σ w·performance / Σ w of every goal, ``ago`` periods before the scored one; as reported where
        that period was closed."""
        if not self.past.dated:
            ago = 0
        if ago not in self._lagging:
            performance = self.performances(ago)
            found = {
                goal_id: weighted_mean(
                    [kpi_part(entry, performance) for entry in scored(self.past.strategy_map, goal.lagging)]
                )
                for goal_id, goal in self.past.strategy_map.goals.items()
            }
            reported = self.past.closed_at(ago)
            if reported is not None:
                found |= {
                    goal_id: Mean(numbers.lagging, numbers.lagging_coverage)
                    for goal_id, numbers in reported.goals.items()
                    if goal_id in found
                }
            self._lagging[ago] = found
        return self._lagging[ago]


def leading_parts(strategy_map: StrategyMap, goal: Goal, times: Times, ago: int = 0) -> list[NamedPart]:
    """The drivers of a goal as named parts: leading KPIs with their performance, causes with their lagging,
    each taken ``delay`` periods before the one that is ``ago`` periods before the scored one."""
    parts: list[NamedPart] = [
        ("kpi", entry.id, kpi_part(entry, times.performances(ago + entry.delay)))
        for entry in scored(strategy_map, goal.leading)
    ]
    for entry in goal.driven_by:
        value, coverage = times.lagging(ago + entry.delay).get(entry.id, NOTHING)
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
