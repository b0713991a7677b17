"""What is told of goals, perspectives and the index in one period, whoever worked it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, cast

from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.model import StrategyMap
from scorecard.propagation.sweep import STATUSES, Codes, Numbers, Swept
from scorecard.propagation.sweep_sums import Floats
from scorecard.result import GoalScore, IndexScore, PerspectiveScore, Scorecard, Status


class Numbered(NamedTuple):
    """The numbers of one item, fractions, None is no data; ``status`` is that of its performance."""

    performance: float | None
    lagging: float | None
    leading: float | None
    outlook: float | None
    status: Status


UNKNOWN = Numbered(None, None, None, None, "no-data")
"""An item of which nothing is known, because it came into the map later, say."""

_STATUSES = cast(tuple[Status, ...], STATUSES)

ById: TypeAlias = Mapping[str, Numbered]


class Told(NamedTuple):
    """The numbers of one period: goals and perspectives by id, ``whole`` is the index."""

    goals: ById
    perspectives: ById
    whole: Numbered


def by_report(reported: ClosedPeriod) -> Told:
    """What a closed file says."""
    return Told(
        {goal_id: _numbered(found) for goal_id, found in reported.goals.items()},
        {perspective_id: _numbered(found) for perspective_id, found in reported.perspectives.items()},
        _numbered(reported.index),
    )


def by_card(card: Scorecard) -> Told:
    """What a scorecard says."""
    return Told(
        {goal.id: _numbered(goal) for goal in card.goals},
        {perspective.id: _numbered(perspective) for perspective in card.perspectives},
        _numbered(card.index),
    )


def _numbered(item: ClosedNumbers | GoalScore | PerspectiveScore | IndexScore) -> Numbered:
    return Numbered(item.performance, item.lagging, item.leading, item.outlook, item.status)


def by_arrays(strategy_map: StrategyMap, swept: Swept) -> list[Told]:
    """What the arrays say of each of their periods."""
    goals = _columns(list(strategy_map.goals), swept.goals, swept.status)
    perspectives = _columns(list(strategy_map.perspectives), swept.perspectives, swept.perspective_status)
    whole = _columns([""], swept.index, swept.index_status)
    return [
        Told(of_goals, of_perspectives, index[""])
        for of_goals, of_perspectives, index in zip(goals, perspectives, whole, strict=True)
    ]


def _columns(ids: Sequence[str], numbers: Numbers, status: Codes) -> list[dict[str, Numbered]]:
    periods = status.shape[1]
    found: list[dict[str, Numbered]] = [{} for _ in range(periods)]
    rows = [_rows(number.value) for number in numbers]
    for row, (item_id, codes) in enumerate(zip(ids, status.tolist(), strict=True)):
        of_item = [number[row] for number in rows]
        for place, (performance, lagging, leading, outlook) in enumerate(zip(*of_item, strict=True)):
            found[place][item_id] = Numbered(performance, lagging, leading, outlook, _STATUSES[codes[place]])
    return found


def _rows(values: Floats) -> list[list[float | None]]:
    """Arrays as lists, NaN as None."""
    return [[number if number == number else None for number in row] for row in values.tolist()]
