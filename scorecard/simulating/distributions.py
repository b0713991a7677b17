"""A card whose values are uncertain -> the distribution of every outlook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from math import erfc, sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal, NamedTuple

from scorecard.distribution import QUANTILES, Distribution, Law, OutlookDistribution, UncertainValue
from scorecard.period import Period
from scorecard.propagation.outlook_system import outlook_system
from scorecard.propagation.status import TOLERANCE, covered, covered_status
from scorecard.result import Contribution, Limits, Scorecard, Status
from scorecard.scenario import Uncertain
from scorecard.simulating.uncertain import WITHIN_90, Drawn, drawn_kpis

if TYPE_CHECKING:
    from scorecard.propagation.flat_outlooks import FlatOutlooks
    from scorecard.propagation.sweep_sums import Floats
    from scorecard.simulating.draws import Plan, Progress, Tally

DEFAULT_DRAWS = 10_000
DEFAULT_SEED = 1
_REACH = 5.0
"""A scale that is straight so many deviations to both sides is linear: beyond lies less than a millionth."""
_NONE = 1e-18
"""A variance that is none."""
_TWENTIETHS = 20
_STATUSES: tuple[Status, ...] = ("on-track", "at-risk", "off-track", "no-data")


class _Item(NamedTuple):
    kind: Literal["goal", "perspective", "index"]
    id: str
    name: str
    limits: Limits
    coverage: float
    now: float | None


class _Laws(NamedTuple):
    """The rows of a map: their means and variances, those of the part that is normal, and what each is told from."""

    mean: Floats
    variance: Floats
    normal: Floats
    law: Sequence[Law]


class _Counted(NamedTuple):
    """Of one outlook: the chances to reach at risk and on track, and how much of it lies in each cell of a grid up to
    ``top``."""

    reached: Sequence[float]
    cells: Floats
    top: float


def distribution(
    card: Scorecard,
    asked: Sequence[Uncertain],
    series: Mapping[str, Mapping[Period, float]],
    *,
    draws: int = DEFAULT_DRAWS,
    seed: int = DEFAULT_SEED,
    workers: int = 1,
    correlated: bool = False,
    progress: Progress | None = None,
) -> Distribution:
    """The outlooks of a card when what was ``asked`` is uncertain; see `scorecard.distribution`.

    ``series`` are the figures of KPIs in their own periods. Means and deviations are in closed form: performances are
    piecewise linear in normal values, outlooks linear in performances (`scorecard.propagation.flat_outlooks`). Only
    where a scale bends values are drawn.
    """
    import numpy

    from scorecard.propagation.clamped_normal import is_linear
    from scorecard.propagation.flat_outlooks import flat_outlooks
    from scorecard.simulating.correlated import correlating
    from scorecard.simulating.draws import tallied

    drawn, certain = drawn_kpis(asked, card, series)
    factor, common = correlating(drawn, series) if correlated else (None, 0)
    is_bent = [factor is not None or not is_linear(one.shape, one.middle, one.deviation, _REACH) for one in drawn]
    bent = list(compress(drawn, is_bent))
    straight = [one for one, is_one in zip(drawn, is_bent, strict=True) if not is_one]
    performances = {kpi.id: kpi.performance or 0.0 for kpi in card.kpis}
    kpis = list(dict.fromkeys([*(one.kpi.id for one in (*bent, *straight)), *performances]))
    flat = flat_outlooks(outlook_system(card), kpis, rolled_up(card))
    means = numpy.array([performances[kpi] for kpi in kpis])
    laws = _laws(flat, means, bent, straight)
    items = _items(card)
    row = {one: flat.rows[one.kind].get(one.id, -1) for one in items}
    counted = sorted(
        (one for one in items if row[one] >= 0 and laws.law[row[one]] == "draws"),
        key=lambda one: laws.normal[row[one]] <= _NONE,
    )
    watched = {one: row[one] for one in counted}
    told: Mapping[_Item, _Counted] = {}
    if watched:
        plan = _plan(flat, bent, means, laws, watched, factor)
        told = _counts(plan, tallied(plan, seed, draws, workers, progress), laws, watched, draws)
    mean = dict(zip(kpis, means.tolist(), strict=True))
    return Distribution(
        kpis=tuple(_uncertain(one, mean[one.kpi.id]) for one in drawn),
        outlooks=tuple(
            _told(one, told.get(one), laws, row[one], correlated=factor is not None, least=card.map.min_coverage)
            for one in items
        ),
        draws=draws if watched else 0,
        seed=seed,
        error=NormalDist().inv_cdf(0.975) * 0.5 / sqrt(draws) if watched else 0.0,
        correlated=common,
        asked_correlated=correlated,
        certain=certain,
    )


def _plan(
    flat: FlatOutlooks,
    bent: Sequence[Drawn],
    means: Floats,
    laws: _Laws,
    watched: Mapping[_Item, int],
    factor: Floats | None,
) -> Plan:
    """What is drawn and counted; of the ``watched`` rows those with a normal part come first."""
    import numpy

    from scorecard.propagation.clamped_normal import most
    from scorecard.simulating.draws import Plan

    return Plan(
        flat=flat,
        ids=tuple(one.kpi.id for one in bent),
        middle=numpy.array([one.middle for one in bent]),
        deviation=numpy.array([one.deviation for one in bent]),
        shapes=[one.shape for one in bent],
        fixed=means[len(bent) :],
        factor=factor,
        watched=numpy.array(list(watched.values()), dtype=numpy.intp),
        limits=numpy.array([[one.limits.at_risk, one.limits.on_track] for one in watched]),
        smooth=sum(laws.normal[row] > _NONE for row in watched.values()),
        top=max([1.0, *means.tolist(), *(most(one.shape) for one in bent)]),
    )


def _counts(
    plan: Plan, tally: Tally, laws: _Laws, watched: Mapping[_Item, int], draws: int
) -> Mapping[_Item, _Counted]:
    import numpy

    from scorecard.simulating.counted import chances_of_limits, shares_of_cells

    rest = numpy.sqrt(laws.normal[list(watched.values())])
    reached, cells = chances_of_limits(plan, tally, rest, draws), shares_of_cells(plan, tally, rest, draws)
    return {
        one: _Counted(chances, own, plan.top)
        for one, chances, own in zip(watched, reached.tolist(), cells, strict=True)
    }


def _laws(flat: FlatOutlooks, means: Floats, bent: Sequence[Drawn], straight: Sequence[Drawn]) -> _Laws:
    """Moments of every row; the means of uncertain KPIs, which come first, are put into ``means``."""
    import numpy

    from scorecard.propagation.clamped_normal import corners_of, moments
    from scorecard.propagation.flat_outlooks import path_sums

    drawn = [*bent, *straight]
    variances = numpy.zeros(len(means))
    if drawn:
        middle, deviation = numpy.array([(one.middle, one.deviation) for one in drawn]).T
        corners = corners_of([one.shape for one in drawn])
        means[: len(drawn)], variances[: len(drawn)] = moments(corners, middle, deviation)
    sums = path_sums(flat)
    normal = variances.copy()
    normal[: len(bent)] = 0.0
    reached = sums.reached(numpy.arange(len(drawn))) + sums.reached(numpy.arange(len(bent)))
    words: tuple[Law, ...] = ("certain", "exact", "draws")
    return _Laws(
        sums.mean(means), sums.variance(variances), sums.variance(normal), [words[place] for place in reached.tolist()]
    )


def rolled_up(card: Scorecard) -> dict[tuple[str, str], dict[tuple[str, str], float]]:
    """What perspectives and the index are made of, by shares."""
    found = {("perspective", one.id): _shares(one.contributions.outlook) for one in card.perspectives}
    return {**found, ("index", "index"): _shares(card.index.contributions.outlook)}


def _shares(rows: Sequence[Contribution]) -> dict[tuple[str, str], float]:
    return {(row.kind, row.id): row.share for row in rows if row.share is not None}


def _items(card: Scorecard) -> list[_Item]:
    index = card.index
    return [
        *(_Item("goal", one.id, one.name, one.limits, one.coverage.outlook, one.outlook) for one in card.goals),
        *(
            _Item("perspective", one.id, one.name, card.limits, one.coverage.outlook, one.outlook)
            for one in card.perspectives
        ),
        _Item("index", "index", "Index", card.limits, index.coverage.outlook, index.outlook),
    ]


def _uncertain(one: Drawn, performance: float) -> UncertainValue:
    way = WITHIN_90 * one.deviation
    return UncertainValue(
        id=one.kpi.id,
        name=one.kpi.name,
        unit=one.kpi.unit,
        written=one.written,
        spread=one.spread,
        middle=one.middle,
        deviation=one.deviation,
        low=one.middle - way,
        high=one.middle + way,
        performance=performance,
        changes=one.changes,
    )


def _settled(one: _Item, value: float | None, law: Law, min_coverage: float) -> OutlookDistribution:
    """An outlook that does not vary, or none."""
    status = covered_status(value, one.coverage, one.limits, min_coverage)
    return OutlookDistribution(
        kind=one.kind,
        id=one.id,
        name=one.name,
        limits=one.limits,
        coverage=one.coverage,
        now=one.now,
        mean=value,
        deviation=None if value is None else 0.0,
        quantiles=() if value is None else (value,) * len(QUANTILES),
        chances={other: float(other == status) for other in _STATUSES},
        law=law,
    )


def _normal(one: _Item, mean: float, deviation: float, law: Law, min_coverage: float) -> OutlookDistribution:
    """An outlook that is certain, or normal."""
    if one.now is None or law == "certain" or deviation <= _NONE:
        return _settled(one, one.now if law == "certain" else mean, law, min_coverage)

    def beyond(value: float) -> float:
        return 0.5 * erfc((value - mean) / deviation / sqrt(2))

    edges = [beyond(place / _TWENTIETHS) for place in range(1, _TWENTIETHS)]
    normal = NormalDist(mean, deviation)
    reached = beyond(one.limits.at_risk - TOLERANCE), beyond(one.limits.on_track - TOLERANCE)
    return OutlookDistribution(
        kind=one.kind,
        id=one.id,
        name=one.name,
        limits=one.limits,
        coverage=one.coverage,
        now=one.now,
        mean=mean,
        deviation=deviation,
        quantiles=tuple(normal.inv_cdf(share) for share in QUANTILES),
        chances=_chances(reached, covered(one.coverage, min_coverage)),
        law="exact",
        shape=tuple(more - less for more, less in zip([1.0, *edges], [*edges, 0.0], strict=True)),
    )


def _told(
    one: _Item, found: _Counted | None, laws: _Laws, row: int, *, correlated: bool, least: float
) -> OutlookDistribution:
    if row < 0:
        return _settled(one, None, "certain", least)
    mean, deviation = float(laws.mean[row]), sqrt(laws.variance[row])
    if found is None:
        return _normal(one, mean, deviation, laws.law[row], least)
    from scorecard.simulating.counted import deviation_of, quantile, shape_of_cells

    return OutlookDistribution(
        kind=one.kind,
        id=one.id,
        name=one.name,
        limits=one.limits,
        coverage=one.coverage,
        now=one.now,
        mean=mean,
        deviation=deviation_of(found.cells, found.top) if correlated else deviation,
        quantiles=tuple(quantile(found.cells, share, found.top) for share in QUANTILES),
        chances=_chances(found.reached, covered(one.coverage, least)),
        law="draws",
        shape=shape_of_cells(found.cells, _TWENTIETHS, found.top),
    )


def _chances(reached: Sequence[float], is_covered: bool) -> dict[Status, float]:
    """The chance of each status from those of reaching the two limits."""
    if not is_covered:
        return {status: float(status == "no-data") for status in _STATUSES}
    at_risk, on_track = reached
    return {
        "on-track": on_track,
        "at-risk": max(0.0, at_risk - on_track),
        "off-track": 1.0 - max(at_risk, on_track),
        "no-data": 0.0,
    }
