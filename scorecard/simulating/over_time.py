"""The outlooks period by period: where they settle at once, the ripple of the KPIs, and the hindrances (law 2a)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from scorecard.period import Period
from scorecard.propagation.outlook_system import OutlookSystem, causes_of, kpis_of, outlook_system
from scorecard.propagation.over_time import Hindrance, carried, hindered, hindrances_of
from scorecard.propagation.status import covered_status
from scorecard.propagation.system import Row, solve
from scorecard.result import GoalScore, IndexScore, Limits, PerspectiveScore, Scorecard, Status
from scorecard.simulation import HindranceEffect, ItemKind, Path

_SEEN = 0.005
"""What is said to be worse is so by half a point at least."""
_TOLERANCE = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Ripple:
    """What runs through a map: ``settled`` are the outlooks that hold at once, before anything runs; ``steady`` how far
    each is moved in the end, ``taken`` what hindrances take of it then (below 0: they take, as a change)."""

    system: OutlookSystem
    performances: Mapping[str, float | None]
    settled: Mapping[str, float]
    steady: Mapping[str, float]
    taken: Mapping[str, float]
    hindrances: tuple[Hindrance, ...]


def ripple_of(before: Scorecard, after: Scorecard, at_once: frozenset[str]) -> Ripple:
    """What runs from the performances in ``before`` to those in ``after`` over the arrows of ``after``.

    Other weights, arrows that are not there, and the KPIs ``at_once``, which have data only sometimes, count from the
    first period on.
    """
    system = outlook_system(after)
    was = {kpi.id: kpi.performance for kpi in before.kpis}
    now = {kpi.id: kpi.performance for kpi in after.kpis}
    first = {kpi_id: now[kpi_id] if kpi_id in at_once else was[kpi_id] for kpi_id in was}
    causes = causes_of(system)
    moved = {
        goal: fsum(share * ((now[kpi_id] or 0.0) - (first[kpi_id] or 0.0)) for kpi_id, share in row.items())
        for goal, row in kpis_of(system).items()
    }
    steady = solve(causes, moved, system.components)
    settled = {goal.id: goal.outlook - steady[goal.id] for goal in after.goals if goal.outlook is not None}
    hindrances = hindrances_of(after)
    entering = dict.fromkeys(moved, 0.0)
    for cause, effect, share, _ in hindrances:
        if effect in entering:
            entering[effect] -= share * steady.get(cause, 0.0)
    return Ripple(
        system=system,
        performances=first,
        settled=settled,
        steady=steady,
        taken=solve(causes, entering, system.components),
        hindrances=hindrances,
    )


def hindrance_effects(ripple: Ripple) -> tuple[HindranceEffect, ...]:
    """The arrows of the kind hindered-by whose cause changes and whose effect has an outlook."""
    return tuple(
        HindranceEffect(cause, effect, ripple.steady[cause], share * ripple.steady[cause])
        for cause, effect, share, _ in ripple.hindrances
        if effect in ripple.settled and abs(ripple.steady.get(cause, 0.0)) > _TOLERANCE
    )


def paths(
    before: Scorecard,
    after: Scorecard,
    ripple: Ripple,
    performances: Sequence[Mapping[str, float | None]],
    periods: Sequence[Period],
) -> tuple[Path, ...]:
    """The outlook of every goal, perspective and the index in each of the ``periods``; ``performances`` are those of
    the KPIs in each."""
    changes = [_change(ripple, now) for now in performances]
    steps = carried(ripple.system, changes)
    pulled = hindered(ripple.system, steps, ripple.hindrances)
    goals = [
        {goal: ripple.settled[goal] + step[goal] + pull[goal] for goal in ripple.settled}
        for step, pull in zip(steps, pulled, strict=True)
    ]
    perspectives = [_rolled(after.perspectives, values) for values in goals]
    index = [_mean(after.index, values) for values in perspectives]
    enough = after.map.min_coverage
    was = {goal.id: goal for goal in before.goals}
    were = {item.id: item for item in before.perspectives}
    found = [
        _path("goal", goal, was[goal.id].outlook, [row.get(goal.id) for row in goals], goal.limits, periods, enough)
        for goal in after.goals
    ]
    found += [
        _path(
            *("perspective", item, were[item.id].outlook, [row.get(item.id) for row in perspectives]),
            *(after.limits, periods, enough),
        )
        for item in after.perspectives
    ]
    found.append(_path("index", after.index, before.index.outlook, index, after.limits, periods, enough))
    return tuple(found)


def _change(ripple: Ripple, now: Mapping[str, float | None]) -> Row:
    """How far each KPI is from where it was."""
    first = ripple.performances
    return {
        kpi_id: value - before
        for kpi_id, value in now.items()
        if value is not None and (before := first[kpi_id]) is not None and value != before
    }


def _rolled(items: Sequence[PerspectiveScore], values: Mapping[str, float]) -> dict[str, float]:
    found = {item.id: _mean(item, values) for item in items}
    return {item_id: value for item_id, value in found.items() if value is not None}


def _mean(item: PerspectiveScore | IndexScore, values: Mapping[str, float]) -> float | None:
    """Σ share · outlook over the parts with data."""
    shares = [(part.id, part.share) for part in item.contributions.outlook if part.share is not None]
    return fsum(share * values[part] for part, share in shares) if shares else None


def _path(
    kind: ItemKind,
    item: GoalScore | PerspectiveScore | IndexScore,
    start: float | None,
    values: Sequence[float | None],
    limits: Limits,
    periods: Sequence[Period],
    enough: float,
) -> Path:
    coverage = item.coverage.outlook
    statuses = tuple(covered_status(value, coverage, limits, enough) for value in values)
    known = [(value, period) for value, period in zip(values, periods, strict=True) if value is not None]
    low, when = min(known, key=lambda pair: pair[0], default=(None, None))
    last = values[-1] if values else None
    return Path(
        kind=kind,
        id="index" if isinstance(item, IndexScore) else item.id,
        name="Index" if isinstance(item, IndexScore) else item.name,
        limits=limits,
        start=start,
        values=tuple(values),
        statuses=statuses,
        on_track_from=_from_when(statuses, periods),
        was_on_track=covered_status(start, coverage, limits, enough) == "on-track",
        worse_first=_is_worse_first(start, low, last),
        lowest=when,
        coverage=coverage,
    )


def _is_worse_first(start: float | None, low: float | None, last: float | None) -> bool:
    """Whether a path falls below its start and ends above it, so far that it is seen."""
    if start is None or low is None or last is None:
        return False
    return low < start - _SEEN + _TOLERANCE and last > start + _SEEN - _TOLERANCE


def _from_when(statuses: Sequence[Status], periods: Sequence[Period]) -> Period | None:
    """The first period from which on the outlook is on track until the last one."""
    found = None
    for status, period in zip(reversed(statuses), reversed(periods), strict=True):
        if status != "on-track":
            break
        found = period
    return found
