"""The earlier of two periods, from its card or from what was reported when it was closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol, TypeAlias, TypeVar

from scorecard.closed import ClosedNumbers, ClosedPeriod
from scorecard.period import Period
from scorecard.result import (
    Contribution,
    Contributions,
    GoalScore,
    IndexScore,
    PartKind,
    PerspectiveScore,
    Scorecard,
    Status,
)

NumberName: TypeAlias = Literal["performance", "lagging", "leading", "outlook"]
NUMBERS: tuple[NumberName, ...] = ("performance", "lagging", "leading", "outlook")


class Numbers(Protocol):
    """The numbers and the status of a goal, a perspective or the index."""

    @property
    def performance(self) -> float | None:
        """How good it is."""

    @property
    def lagging(self) -> float | None:
        """What was achieved."""

    @property
    def leading(self) -> float | None:
        """What the drivers say."""

    @property
    def outlook(self) -> float | None:
        """Where the drivers pull."""

    @property
    def status(self) -> Status:
        """The status of the performance."""


def number_of(numbers: Numbers, name: NumberName) -> float | None:
    """One of the numbers by its name."""
    found: float | None = getattr(numbers, name)
    return found


Whole: TypeAlias = tuple[str, str]
"""What has parts: ``("goal", id)``, ``("perspective", id)`` or ``("index", "index")``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """All that a comparison needs of the earlier period.

    ``used`` names what stood in for a KPI and ``lacks`` its missing parts, where that is known; ``contributions`` are
    the parts of every number, None for a period of which only the numbers were reported.
    """

    period: Period
    values: Mapping[str, float | None]
    performances: Mapping[str, float | None]
    goals: Mapping[str, Numbers]
    perspectives: Mapping[str, Numbers]
    index: Numbers
    used: Mapping[str, str | None] = field(default_factory=dict)
    lacks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    contributions: Mapping[Whole, Contributions] | None = None

    def value(self, number: NumberName, kind: PartKind, part_id: str, *, of_goal: bool) -> float | None:
        """What a part of a number was worth: a KPI its performance, a cause its lagging or its outlook, a part of a
        perspective or of the index that number of its own."""
        if kind == "kpi":
            return self.performances.get(part_id)
        found = self.goals.get(part_id) if kind == "goal" else self.perspectives.get(part_id)
        if found is None:
            return None
        if of_goal and number != "outlook":
            return found.lagging
        return number_of(found, number)


def of_card(card: Scorecard) -> Earlier:
    """An earlier period that has been scored."""
    parts: dict[Whole, Contributions] = {("goal", goal.id): goal.contributions for goal in card.goals}
    parts |= {("perspective", item.id): item.contributions for item in card.perspectives}
    return Earlier(
        period=card.period,
        values={kpi.id: kpi.value for kpi in card.kpis},
        performances={kpi.id: kpi.performance for kpi in card.kpis},
        goals={goal.id: goal for goal in card.goals},
        perspectives={item.id: item for item in card.perspectives},
        index=card.index,
        used={kpi.id: kpi.used for kpi in card.kpis},
        lacks={kpi.id: kpi.lacks for kpi in card.kpis},
        contributions={**parts, ("index", "index"): card.index.contributions},
    )


def of_report(closed: ClosedPeriod) -> Earlier:
    """An earlier period as it was reported when it was closed."""
    return Earlier(
        period=closed.period,
        values=closed.values,
        performances=closed.performances,
        goals=closed.goals,
        perspectives=closed.perspectives,
        index=closed.index,
    )


def as_reported(card: Scorecard, closed: ClosedPeriod) -> Scorecard:
    """The card of a closed period with the numbers that were reported; what they are made of is as known today."""
    return replace(
        card,
        index=_reported(card.index, closed.index),
        perspectives=tuple(_reported(item, closed.perspectives.get(item.id)) for item in card.perspectives),
        goals=tuple(_reported(goal, closed.goals.get(goal.id)) for goal in card.goals),
        kpis=tuple(
            replace(kpi, value=closed.values[kpi.id], performance=closed.performances[kpi.id])
            if kpi.id in closed.values
            else kpi
            for kpi in card.kpis
        ),
    )


_Rolled = TypeVar("_Rolled", GoalScore, PerspectiveScore, IndexScore)


def _reported(item: _Rolled, numbers: ClosedNumbers | None) -> _Rolled:
    if numbers is None:
        return item
    return replace(
        item,
        performance=numbers.performance,
        lagging=numbers.lagging,
        leading=numbers.leading,
        outlook=numbers.outlook,
        status=numbers.status,
    )


def product(part: Contribution | None) -> float:
    """What a part brought to its number; nothing without data."""
    return 0.0 if part is None or part.product is None else part.product
