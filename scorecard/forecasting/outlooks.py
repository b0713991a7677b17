"""Possible futures of KPIs -> their performances -> the outlooks, with the chance of each status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, get_args

import numpy

from scorecard.forecasted import Estimate, Forecast, ItemKind, KpiForecast, OutlookForecast
from scorecard.forecasting.futures import Future
from scorecard.period import Period
from scorecard.propagation.judged import Scales, performances
from scorecard.propagation.outlook_system import OutlookSystem, outlook_system
from scorecard.propagation.over_time import hindrances_of
from scorecard.propagation.over_time_paths import carried_paths, hindered_paths
from scorecard.propagation.status import TOLERANCE, covered, covered_status
from scorecard.propagation.sweep_sums import Floats
from scorecard.result import GoalScore, IndexScore, KpiScore, Limits, PerspectiveScore, Scorecard, Status

_LOW, _HIGH = 0.1, 0.9
Known: TypeAlias = Sequence[float | None]


class PastNumbers(NamedTuple):
    """Numbers so far, oldest first: the values of KPIs by id, and the outlooks by kind and id."""

    values: Mapping[str, Known]
    outlooks: Mapping[tuple[str, str], Known]


def forecast(
    card: Scorecard, futures: Mapping[str, Future], scales: Scales, periods: Sequence[Period], past: PastNumbers
) -> Forecast:
    """Everything that is expected of the ``periods`` after that of the card; ``scales`` are those of the KPIs then.

    A period in which a KPI is not scored changes nothing of what it gives its goals now.
    """
    judged = _judged(card, futures, scales)
    shape = next(iter(judged.values())).shape if judged else (len(periods), 1)
    system = outlook_system(card)
    counting = {part.id for parts in system.parts.values() for part in parts if part.kind == "kpi"}
    moved = _moved(system, card, {kpi: judged[kpi] for kpi in judged if kpi in counting}, shape)
    outlooks = _outlooks(card, moved, periods, past, _bearing(system))
    kpis = tuple(
        _kpi(kpi, futures[kpi.id], judged[kpi.id], kpi.id in counting, past.values.get(kpi.id, ())) for kpi in card.kpis
    )
    scaled = [kpi.backtest for kpi in kpis if kpi.backtest]
    return Forecast(
        map=card.map.name,
        currency=card.map.currency,
        as_of=card.as_of,
        rhythm=card.period.rhythm,
        scored=card.period,
        periods=tuple(periods),
        paths=shape[1],
        kpis=kpis,
        outlooks=tuple(outlooks),
        backtests=len(scaled),
        mase=sum(one.mase for one in scaled) / len(scaled) if scaled else None,
        naive_mase=sum(one.naive_mase for one in scaled) / len(scaled) if scaled else None,
    )


def _judged(card: Scorecard, futures: Mapping[str, Future], scales: Scales) -> dict[str, Floats]:
    """The performance of every KPI in every period on every path; NaN where it is not scored."""
    ids = [kpi.id for kpi in card.kpis]
    if not ids:
        return {}
    values = numpy.stack([futures[kpi_id].values for kpi_id in ids])
    found = numpy.empty(values.shape)
    with numpy.errstate(all="ignore"):
        for path in range(values.shape[2]):
            found[:, :, path] = performances(scales, values[:, :, path])
    for place, kpi in enumerate(card.kpis):
        if futures[kpi.id].choice.why == "to-date":  # a sum that begins anew every year: not its value stays, but this
            found[place] = numpy.nan if kpi.performance is None else kpi.performance
    return dict(zip(ids, found, strict=True))


def _moved(
    system: OutlookSystem, card: Scorecard, judged: Mapping[str, Floats], shape: tuple[int, int]
) -> dict[str, Floats]:
    """How far every outlook is from today's in each coming period: law 2a, the scored period being the first."""
    now = {kpi.id: kpi.performance for kpi in card.kpis}
    begun = shape[0] + 1, shape[1]
    changes = {}
    for kpi_id, found in judged.items():
        before = now[kpi_id]
        if before is None:
            continue
        changes[kpi_id] = numpy.zeros(begun)
        changes[kpi_id][1:] = numpy.where(numpy.isnan(found), 0.0, found - before)
    steps = carried_paths(system, changes, begun)
    pulled = hindered_paths(system, steps, hindrances_of(card), begun)
    return {goal: (steps[goal] + pulled[goal])[1:] for goal in steps}


def _bearing(system: OutlookSystem) -> dict[str, set[str]]:
    """The KPIs that bear on the outlook of each goal: its own, and those of all goals whose arrows lead to it."""
    found: dict[str, set[str]] = {goal: set() for goal in system.parts}
    grown = True
    while grown:
        grown = False
        for goal, parts in system.parts.items():
            own = {part.id for part in parts if part.kind == "kpi"}
            own = own.union(*(found[part.id] for part in parts if part.kind == "goal"))
            if not own <= found[goal]:
                found[goal] |= own
                grown = True
    return found


def _outlooks(
    card: Scorecard,
    moved: Mapping[str, Floats],
    periods: Sequence[Period],
    past: PastNumbers,
    bearing: Mapping[str, set[str]],
) -> list[OutlookForecast]:
    order = [kpi.id for kpi in card.kpis]
    goals = {goal.id: moved[goal.id] + goal.outlook for goal in card.goals if goal.outlook is not None}
    members: dict[str, set[str]] = {item.id: set() for item in card.perspectives}
    for goal in card.goals:
        members[goal.perspective] |= bearing[goal.id]
    of_perspectives = {item.id: _mean(item, goals) for item in card.perspectives}
    known = {key: value for key, value in of_perspectives.items() if value is not None}
    items: list[tuple[ItemKind, GoalScore | PerspectiveScore | IndexScore, Limits, Floats | None, set[str]]] = [
        ("index", card.index, card.limits, _mean(card.index, known), set(order))
    ]
    items += [
        ("perspective", item, card.limits, of_perspectives[item.id], members[item.id]) for item in card.perspectives
    ]
    items += [("goal", goal, goal.limits, goals.get(goal.id), bearing[goal.id]) for goal in card.goals]
    return [
        _outlook(kind, item, limits, paths, card.map.min_coverage, periods, past, [k for k in order if k in kpis])
        for kind, item, limits, paths, kpis in items
    ]


def _mean(item: PerspectiveScore | IndexScore, values: Mapping[str, Floats]) -> Floats | None:
    """Σ share · outlook over the parts with data."""
    parts = [(part.id, part.share) for part in item.contributions.outlook if part.share is not None]
    if not parts or any(part not in values for part, _ in parts):
        return None
    total: Floats = numpy.sum([share * values[part] for part, share in parts], axis=0, dtype=float)
    return total


def _outlook(
    kind: ItemKind,
    item: GoalScore | PerspectiveScore | IndexScore,
    limits: Limits,
    paths: Floats | None,
    enough: float,
    periods: Sequence[Period],
    past: PastNumbers,
    kpis: Sequence[str],
) -> OutlookForecast:
    coverage = item.coverage.outlook
    item_id = "index" if isinstance(item, IndexScore) else item.id
    estimates = [] if paths is None else [_estimate(row) for row in paths]
    statuses = [covered_status(one.mean, coverage, limits, enough) for one in estimates]
    chances = [] if paths is None else [_chances(row, limits, covered(coverage, enough)) for row in paths]
    return OutlookForecast(
        kind=kind,
        id=item_id,
        name="Index" if isinstance(item, IndexScore) else item.name,
        limits=limits,
        coverage=coverage,
        start=item.outlook,
        status=covered_status(item.outlook, coverage, limits, enough),
        past=tuple(past.outlooks.get((kind, item_id), ())),
        estimates=tuple(estimates),
        statuses=tuple(statuses),
        chances=tuple(chances),
        expected_from=next((when for when, one in zip(periods, statuses, strict=False) if one == "on-track"), None),
        likely_from=next(
            (when for when, one in zip(periods, chances, strict=False) if one["on-track"] >= 0.5 - TOLERANCE), None
        ),
        kpis=tuple(kpis),
    )


def _estimate(row: Floats) -> Estimate:
    """The mean of all paths and the interval that holds 80 % of them; none where they are all one."""
    low, high = numpy.quantile(row, [_LOW, _HIGH])
    mean = float(numpy.mean(row))
    if numpy.ptp(row) <= TOLERANCE * max(1.0, abs(mean)):
        return Estimate(float(row[0]), None, None)
    return Estimate(mean, float(low), float(high))


def _expected(row: Floats, expected: float) -> Estimate:
    """The interval of the paths around what the model expects."""
    return _estimate(row)._replace(mean=float(expected))


def _chances(row: Floats, limits: Limits, is_covered: bool) -> dict[Status, float]:
    if not is_covered:
        return {status: float(status == "no-data") for status in get_args(Status)}
    on_track = int(numpy.count_nonzero(row >= limits.on_track - TOLERANCE))
    off_track = int(numpy.count_nonzero(row < limits.at_risk - TOLERANCE))
    return {
        "on-track": on_track / len(row),
        "at-risk": (len(row) - on_track - off_track) / len(row),
        "off-track": off_track / len(row),
        "no-data": 0.0,
    }


def _kpi(kpi: KpiScore, future: Future, judged: Floats, counts: bool, past: Known) -> KpiForecast:
    choice, fitted = future.choice, future.choice.fitted
    known = bool(numpy.isfinite(future.values).all())
    return KpiForecast(
        id=kpi.id,
        name=kpi.name,
        unit=kpi.unit,
        limits=kpi.limits,
        method="held" if future.held else "smoothing" if fitted else "naive",
        model=fitted.model if fitted else None,
        why=choice.why,
        n=future.past.n,
        first=future.past.first,
        last=future.past.last,
        gaps=future.past.gaps,
        value=kpi.value,
        performance=kpi.performance,
        past=tuple(past),
        values=tuple(map(_expected, future.values, future.expected)) if known and choice.why != "to-date" else (),
        performances=tuple(_scored(row) for row in judged),
        backtest=choice.backtest,
        counts=counts,
    )


def _scored(row: Floats) -> Estimate | None:
    """The estimate over the paths on which the KPI is scored."""
    scored = row[~numpy.isnan(row)]
    return _estimate(scored) if scored.size else None
