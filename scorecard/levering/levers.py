"""Every KPI as a lever of one number."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.lever import HindranceCost, Lever, LeverKind, Levers, Money, Silent, Turn
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.over_time import hindrances_of
from scorecard.propagation.sensitivity import outlook_shares, performance_shares, sensitivities
from scorecard.propagation.shape import best_value, better_way, performance_at, shape_of, slope, value_for
from scorecard.propagation.status import covered_status
from scorecard.result import GoalScore, IndexScore, KpiScore, PerspectiveScore, Scorecard

_ENDED = ("done", "stopped")


def levers(card: Scorecard, kind: LeverKind, item_id: str) -> Levers:
    """The levers of the outlook of a goal, a perspective or the index; see `scorecard.lever`."""
    item = _item(card, kind, item_id)
    reach = sensitivities(outlook_system(card), outlook_shares(card, kind, item_id))
    results = performance_shares(card, kind, item_id)
    limits = item.limits if isinstance(item, GoalScore) else card.limits
    outlook, coverage = item.outlook, item.coverage.outlook
    status = covered_status(outlook, coverage, limits, card.map.min_coverage)
    wanted = None if outlook is None or status in ("on-track", "no-data") else limits.on_track
    found = [
        _lever(kpi, reach.kpis[kpi.id], results.get(kpi.id), outlook, wanted, card)
        for kpi in card.kpis
        if outlook is not None and reach.kpis.get(kpi.id)
    ]
    on_the_way = set(reach.goals) | {item_id}
    return Levers(
        card=card,
        kind=kind,
        id=item_id,
        name="Index" if isinstance(item, IndexScore) else item.name,
        limits=limits,
        outlook=outlook,
        coverage=coverage,
        outlook_status=status,
        performance=item.performance,
        performance_coverage=item.performance_coverage,
        status=item.status,
        levers=tuple(sorted(found, key=lambda lever: (-lever.gain, -lever.share))),
        silent=_silent(card, on_the_way),
        hindrances=_costs(card, reach.goals),
        unnamed=tuple(
            one.id
            for one in card.initiatives
            if one.budget and not one.kpi and one.status not in _ENDED and not on_the_way.isdisjoint(one.goals)
        ),
    )


def _item(card: Scorecard, kind: LeverKind, item_id: str) -> GoalScore | PerspectiveScore | IndexScore:
    if kind == "index":
        return card.index
    items: tuple[GoalScore | PerspectiveScore, ...] = card.goals if kind == "goal" else card.perspectives
    return next(item for item in items if item.id == item_id)


def _lever(
    kpi: KpiScore, share: float, result_share: float | None, outlook: float, wanted: float | None, card: Scorecard
) -> Lever:
    assert kpi.value is not None  # it has a share, so it has data
    assert kpi.performance is not None
    shape, way = shape_of(kpi), better_way(kpi, kpi.value)
    target = best_value(kpi, kpi.value)
    there = None if target is None else performance_at(kpi, target)
    more = max(0.0, (there or 0.0) - kpi.performance)
    gain = share * more
    return Lever(
        id=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        status=kpi.status,
        limits=kpi.limits,
        value=kpi.value,
        performance=kpi.performance,
        share=share,
        better=way,
        slope=None if shape is None else 0.0 if way is None else share * abs(slope(shape, kpi.value, way)),
        reach=target,
        gain=gain,
        turn=None if wanted is None else _turn(kpi, share, outlook, wanted),
        result_share=result_share,
        result_gain=None if result_share is None else result_share * more,
        money=_money(card, kpi.id, gain),
        goals=(*kpi.lagging_of, *kpi.leading_of),
    )


def _turn(kpi: KpiScore, share: float, outlook: float, wanted: float) -> Turn:
    """The nearest value that lifts ``outlook`` to ``wanted``: the performance needed is
    ``performance + (wanted - outlook) / share``."""
    assert kpi.value is not None
    assert kpi.performance is not None
    needed = kpi.performance + (wanted - outlook) / share
    shape, way = shape_of(kpi), better_way(kpi, kpi.value)
    if shape is None:
        reached = kpi.target is not None and kpi.performance < 1
        best = 1.0 if reached else kpi.performance
        return Turn(kpi.target if reached and needed <= 1 else None, outlook + share * (best - kpi.performance))
    value = None if way is None else value_for(shape, kpi.value, way, needed)
    if value is not None:
        return Turn(value, wanted)
    highest = max(shape.below, shape.above, *(performance for _, performance in shape.corners))
    return Turn(None, outlook + share * (highest - kpi.performance))


def _money(card: Scorecard, kpi_id: str, gain: float) -> Money | None:
    """What is still to be done for a KPI, and its budget; nothing where no initiative names the KPI and a budget."""
    named = [one for one in card.initiatives if one.kpi == kpi_id and one.budget and one.status not in _ENDED]
    budget = sum(one.budget or 0.0 for one in named)
    return Money(budget, gain * 1000 / budget, tuple(one.id for one in named)) if budget else None


def _silent(card: Scorecard, goals: set[str]) -> tuple[Silent, ...]:
    """The KPIs of the goals on the way that have no performance, but for those that are never scored."""
    return tuple(
        Silent(kpi.id, kpi.name, kpi.reason)
        for kpi in card.kpis
        if kpi.reason not in (None, "not-scored") and not goals.isdisjoint((*kpi.lagging_of, *kpi.leading_of))
    )


def _costs(card: Scorecard, reach: Mapping[str, float]) -> tuple[HindranceCost, ...]:
    return tuple(
        HindranceCost(cause, effect, share * reach[effect])
        for cause, effect, share, _ in hindrances_of(card)
        if reach.get(effect)
    )
