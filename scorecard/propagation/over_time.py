"""What a change of KPIs does to the outlooks, period by period (scoring.md 2a).

``Δ_t(g) = Σ s·Δperformance_{t-delay}(k) + Σ s·Δ_{t-delay}(c)`` over the KPIs and causes of g with the shares s of its
outlook; Δ is 0 before the first period. It tends to the change of the outlook; without loops it is reached after the
delays of the longest path.

Hindrances come after that, once: g receives ``-d·w / (Σ w(drivers) + Σ w(hindrances)) · Δ_{t-delay}(c)`` of each goal
that hinders it, and what it received is carried on along the arrows. A hindrance does not hinder again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import fsum
from typing import NamedTuple, TypeAlias

from scorecard.propagation.outlook_system import OutlookSystem
from scorecard.propagation.system import Row, solve
from scorecard.result import Scorecard

Steps: TypeAlias = Sequence[Mapping[str, float]]
"""The change of each goal's outlook in each period, the first one first: points as a fraction, 0 for no change."""


class Hindrance(NamedTuple):
    """One arrow of the kind ``hindered-by``: ``share`` (above 0) of the change of ``cause`` is taken from ``effect``
    ``delay`` periods later."""

    cause: str
    effect: str
    share: float
    delay: int


def hindrance_share(d: float, weight: float, drivers: float, hindrances: float) -> float:
    """``d·w / (Σ w(drivers) + Σ w(hindrances))``; ``drivers`` and ``hindrances`` are the two sums of weights."""
    return d * weight / (drivers + hindrances)


def hindrances_of(card: Scorecard) -> tuple[Hindrance, ...]:
    """The hindrances of a card with their shares: the drivers' share of the map, by weight among all drivers and
    hindrances of the effect."""
    own = [link for link in card.links if link.kind == "hindered-by"]
    weights: dict[str, list[float]] = {}
    for link in own:
        weights.setdefault(link.effect, []).append(link.weight)
    drivers = {goal.id: fsum(part.weight for part in goal.contributions.leading) for goal in card.goals}
    d = card.map.drivers_share
    return tuple(
        Hindrance(
            link.cause,
            link.effect,
            hindrance_share(d, link.weight, drivers[link.effect], fsum(weights[link.effect])),
            link.delay,
        )
        for link in own
    )


def carried(system: OutlookSystem, changes: Sequence[Row]) -> Steps:
    """The change of every outlook in every period along ``driven_by``.

    ``changes[t]`` holds, by KPI, how far its performance is from where it would be without the change in period t (a
    KPI that is left out: 0); the result has as many periods.
    """
    return _swept(system, len(changes), lambda goal, time: _from_kpis(system, changes, goal, time))


def hindered(system: OutlookSystem, steps: Steps, hindrances: Sequence[Hindrance]) -> Steps:
    """What the hindrances add to ``steps``, which come from `carried`, carried on along ``driven_by`` only."""
    of: dict[str, list[Hindrance]] = {}
    for hindrance in hindrances:
        of.setdefault(hindrance.effect, []).append(hindrance)
    return _swept(
        system,
        len(steps),
        lambda goal, time: fsum(
            -share * steps[time - delay].get(cause, 0.0) for cause, _, share, delay in of.get(goal, ()) if delay <= time
        ),
    )


def _from_kpis(system: OutlookSystem, changes: Sequence[Row], goal: str, time: int) -> float:
    return fsum(
        part.share * changes[time - part.delay].get(part.id, 0.0)
        for part in system.parts[goal]
        if part.kind == "kpi" and part.delay <= time
    )


def _swept(system: OutlookSystem, periods: int, entering: Callable[[str, int], float]) -> Steps:
    """Period by period: what enters each goal, and what its causes hand on; arrows without delay form no loop."""
    at_once = {
        goal: {part.id: part.share for part in parts if part.kind == "goal" and not part.delay}
        for goal, parts in system.parts.items()
    }
    order = causes_first(system, at_once)
    steps: list[dict[str, float]] = []
    for time in range(periods):
        late = {
            goal: fsum(
                part.share * steps[time - part.delay].get(part.id, 0.0)
                for part in system.parts[goal]
                if part.kind == "goal" and 0 < part.delay <= time
            )
            for goal in order
        }
        own = {goal: entering(goal, time) + late[goal] for goal in order}
        steps.append(solve(at_once, own, [[goal] for goal in order]))
    return steps


def causes_first(system: OutlookSystem, at_once: Mapping[str, Row]) -> list[str]:
    """All goals, each after the causes that reach it without delay; a loop has a delay in it, so there is an order."""
    order: dict[str, None] = {}
    for component in system.components:
        waiting = list(component)
        inside = set(component)
        while waiting:
            ready = [goal for goal in waiting if not any(c in inside and c not in order for c in at_once[goal])]
            order.update(dict.fromkeys(ready))
            waiting = [goal for goal in waiting if goal not in order]
            if not ready:
                raise ValueError(f"a loop of arrows without any delay: {', '.join(waiting)}")
    return list(order)
