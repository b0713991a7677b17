"""Arrows -> series side by side -> one test for all that share their periods -> verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy

from scorecard.actuals import Actuals
from scorecard.arrow_evidence import ArrowEvidence, ArrowKind, AtDelay, Evidence, Verdict, WhyNot
from scorecard.evidencing.series import Changes, goal_changes, kpi_changes
from scorecard.inference.arrows import ALPHA, Findings, examined, is_long_enough
from scorecard.inference.changes import Floats, longest_run
from scorecard.inference.corrected import over_arrows
from scorecard.model import Driver, StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period, Rhythm

LEAST_PERIODS = 24
"""Below so many periods nothing is said: what a test finds there, it finds in noise."""
_LEAST_MOVES = 10
"""So many changes that are not 0 a series must have."""
ENOUGH_POWER = 0.8
_SEASONS: dict[Rhythm, int] = {"day": 7, "week": 52, "month": 12, "quarter": 4}
"""How many periods make a year, of days a week, where there are seasons to take out."""


class _Arrow(NamedTuple):
    """An arrow with the series of its two ends, and the stretch of changes in which both are known."""

    told: ArrowEvidence
    cause: Changes
    effect: Changes
    start: int = 0
    end: int = 0


def evidence(strategy_map: StrategyMap, actuals: Actuals, as_of: date) -> Evidence:
    """What the figures of the periods that are over on ``as_of`` say of every arrow and every leading KPI."""
    periods = [period for period in actuals.periods if period.end <= as_of]
    arrows = [_placed(arrow, periods) for arrow in _arrows(strategy_map, actuals, periods)]
    found = [arrow.told for arrow in arrows]
    groups: dict[tuple[int, int, int], list[int]] = {}
    for place, arrow in enumerate(arrows):
        if arrow.told.verdict != "no-data" and arrow.told.why is None:
            groups.setdefault((arrow.start, arrow.end, arrow.told.delay), []).append(place)
    for (start, end, delay), places in groups.items():
        told = _numbered([arrows[place] for place in places], periods[start + 1 : end + 1], start, end, delay)
        for place, one in zip(places, told, strict=True):
            found[place] = one
    return Evidence(
        map=strategy_map.name or "Strategy map",
        as_of=as_of,
        rhythm=strategy_map.period,
        alpha=ALPHA,
        arrows=tuple(_judged(found)),
    )


def _arrows(strategy_map: StrategyMap, actuals: Actuals, periods: Sequence[Period]) -> Iterator[_Arrow]:
    of_kpis = kpi_changes(strategy_map, actuals, periods)
    of_goals = {goal_id: goal_changes(goal, of_kpis) for goal_id, goal in strategy_map.goals.items()}
    names = {goal_id: goal.name or name_from(goal_id) for goal_id, goal in strategy_map.goals.items()}
    kpi_names = {kpi_id: kpi.name or name_from(kpi_id) for kpi_id, kpi in strategy_map.kpis.items()}
    for goal_id, goal in strategy_map.goals.items():

        def arrow(kind: ArrowKind, driver: Driver, name: str, cause: Changes, effect: Changes) -> _Arrow:
            told = ArrowEvidence(
                kind=kind,
                cause=driver.id,
                cause_name=name,
                effect=goal_id,  # noqa: B023 - called within the loop only
                effect_name=names[goal_id],  # noqa: B023
                delay=driver.delay,
                verdict="too-short",
            )
            return _Arrow(told, cause, effect)

        own = of_goals[goal_id] if goal.lagging else Changes(None, "no-results", frozenset())
        for driver in goal.leading:
            yield arrow("leading", driver, kpi_names[driver.id], of_kpis[driver.id], own)
        for driver in goal.driven_by:
            yield arrow("driven-by", driver, names[driver.id], of_goals[driver.id], of_goals[goal_id])
        for driver in goal.hindered_by:
            yield arrow("hindered-by", driver, names[driver.id], of_goals[driver.id], of_goals[goal_id])


def _placed(arrow: _Arrow, periods: Sequence[Period]) -> _Arrow:
    """The arrow with the stretch that can be compared, or why there is none."""
    cause, effect = arrow.cause.values, arrow.effect.values
    if cause is None or effect is None:
        return _without(arrow, arrow.effect.why if effect is None else arrow.cause.why)
    if arrow.cause.kpis & arrow.effect.kpis:
        return _without(arrow, "same-kpi")
    start, end = longest_run(numpy.isfinite(cause) & numpy.isfinite(effect))
    if start == end:
        return _without(arrow, "no-shared-period")
    moves = min(int(numpy.count_nonzero(series[start:end])) for series in (cause, effect))
    if not moves:
        return _without(arrow, "never-changes")
    length = end - start
    seasons = len(set(_seasons(periods[start + 1 : end + 1]) or ()))
    why: WhyNot | None = None
    if length + 1 < LEAST_PERIODS or not is_long_enough(length, arrow.told.delay, seasons):
        why = "few-periods"
    elif moves < _LEAST_MOVES:
        why = "few-changes"
    told = replace(arrow.told, why=why, periods=length + 1, first=periods[start], last=periods[end])
    return arrow._replace(told=told, start=start, end=end)


def _without(arrow: _Arrow, why: WhyNot | None) -> _Arrow:
    return arrow._replace(told=replace(arrow.told, verdict="no-data", why=why))


def _seasons(periods: Sequence[Period]) -> list[int] | None:
    """The season that each period lies in, where there are two years of them: its month or quarter, of days the day of
    the week; weeks are taken by fours, because a mean for each of 52 would leave too little."""
    year = _SEASONS.get(periods[0].rhythm)
    if year is None or len(periods) < 2 * year:
        return None
    if periods[0].rhythm == "week":
        return [min((period.start.isocalendar().week - 1) // 4, 12) for period in periods]
    is_day = periods[0].rhythm == "day"
    return [period.start.weekday() if is_day else period.start.month for period in periods]


def _numbered(
    arrows: Sequence[_Arrow], periods: Sequence[Period], start: int, end: int, delay: int
) -> Iterator[ArrowEvidence]:
    cause = numpy.stack([_sized(arrow.cause.values, start, end) for arrow in arrows])
    effect = numpy.stack([_sized(arrow.effect.values, start, end) for arrow in arrows])
    found = examined(cause, effect, delay, _seasons(periods))
    for row, arrow in enumerate(arrows):
        yield _with_numbers(arrow.told, found, row)


def _sized(series: Floats | None, start: int, end: int) -> Floats:
    """A stretch of a series whose largest change is 1: a correlation knows no units, and no square is too large."""
    assert series is not None  # it was placed
    stretch = series[start:end]
    found: Floats = stretch / numpy.abs(stretch).max()
    return found


def _with_numbers(told: ArrowEvidence, found: Findings, row: int) -> ArrowEvidence:
    seen = int(found.delay[row])
    numbers = zip(found.r[row].tolist(), found.p_each[row].tolist(), strict=True)
    f, f_p = float(found.f[row]), float(found.f_p[row])
    return replace(
        told,
        n=found.pairs,
        seen_delay=seen,
        r=float(found.r[row, seen]),
        low=float(found.low[row]),
        high=float(found.high[row]),
        p=float(found.p[row]),
        power=float(found.power[row]),
        granger_f=f if f == f else None,
        granger_p=f_p if f_p == f_p else None,
        delays=tuple(AtDelay(delay, r, p) for delay, (r, p) in enumerate(numbers)),
    )


def _judged(arrows: Sequence[ArrowEvidence]) -> Iterator[ArrowEvidence]:
    """The arrows with p corrected for all that were tested, and their verdicts."""
    tested_ones = [arrow.p for arrow in arrows if arrow.p is not None]
    corrected = iter(over_arrows(numpy.array(tested_ones)).tolist() if tested_ones else ())
    for arrow in arrows:
        if arrow.p is None:
            yield arrow
        else:
            q = next(corrected)
            yield replace(arrow, q=q, verdict=_verdict(arrow, q))


def _verdict(arrow: ArrowEvidence, q: float) -> Verdict:
    assert arrow.r is not None  # an arrow with a p has
    assert arrow.power is not None
    if q <= ALPHA:
        as_declared = arrow.r < 0 if arrow.kind == "hindered-by" else arrow.r > 0
        return "supported" if as_declared else "contradicted"
    return "not-seen" if arrow.power >= ENOUGH_POWER else "too-short"
