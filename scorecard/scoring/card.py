"""The whole scorecard of one period."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from scorecard.actuals import Actuals
from scorecard.closed import ClosedPeriod
from scorecard.graph import Graph, causal_graph, components_of
from scorecard.model import StrategyMap
from scorecard.naming import name_from
from scorecard.period import Period
from scorecard.propagation.outlook import outlooks
from scorecard.propagation.status import limits as own_limits
from scorecard.propagation.status import map_limits
from scorecard.result import GoalScore, KpiScore, Later, Limits, MapFacts, PartKind, Scorecard, Theme
from scorecard.scoring.goals import score_goal
from scorecard.scoring.kpis import score_kpi, uses_of
from scorecard.scoring.links import score_initiatives, score_links
from scorecard.scoring.measures import origin_of, score_measures
from scorecard.scoring.parts import Times, outlook_parts
from scorecard.scoring.past import Past
from scorecard.scoring.restating import reported_otherwise, restated
from scorecard.scoring.rollup import score_index, score_perspectives
from scorecard.scoring.watch import seen

_URGENT = 4
_MIDDLE = 3
_LAST_PART = 4


def score(
    strategy_map: StrategyMap,
    actuals: Actuals,
    period: Period,
    as_of: date,
    *,
    closed: Mapping[Period, ClosedPeriod] = {},
    later: Later | None = None,
) -> Scorecard:
    """Score a map that has no errors.

    ``period`` is the scored one; plans are judged at its end, or on ``as_of`` where that comes first. ``closed`` are
    the earlier periods that were closed, ``later`` a period after it that has too few figures. Formulas: a KPI's
    progress and performance, a goal's lagging, leading and outlook, the roll-up and the diagnosis are those of
    `scorecard.propagation`.
    """
    limits = map_limits(strategy_map.thresholds)
    graph = causal_graph(strategy_map)
    past = Past(strategy_map, actuals, period, as_of, closed)
    kpis = _kpis(past, limits)
    times = Times(past)
    written = strategy_map.goals
    parts = {goal_id: outlook_parts(strategy_map, goal, past.performances(0)) for goal_id, goal in written.items()}
    components = components_of(graph)
    solved = outlooks(parts, components)
    top = next(part for part in strategy_map.perspectives if any(goal.perspective == part for goal in written.values()))
    reaching = _reaching(graph, components, {goal_id for goal_id, goal in written.items() if goal.perspective == top})
    limits_of: dict[tuple[PartKind, str], Limits] = {("kpi", kpi.id): kpi.limits for kpi in kpis}
    limits_of |= {("goal", goal_id): own_limits(goal.thresholds, limits) for goal_id, goal in written.items()}
    alerts = {kpi.id: kpi.alerts for kpi in kpis if kpi.alerts}
    goals = tuple(
        score_goal(strategy_map, goal_id, times, parts[goal_id], solved, limits_of, reaching, alerts)
        for goal_id in written
    )
    perspectives = score_perspectives(strategy_map, goals, limits)
    return Scorecard(
        map=_facts(strategy_map),
        as_of=as_of,
        period=period,
        limits=limits,
        top=top,
        index=score_index(strategy_map, perspectives, goals, limits),
        perspectives=perspectives,
        themes=_themes(strategy_map),
        goals=goals,
        kpis=kpis,
        links=score_links(strategy_map),
        initiatives=score_initiatives(strategy_map, as_of),
        focus=_focus(goals),
        satisfied=tuple(goal.id for goal in goals if goal.status == "on-track" and (goal.urgency or 0) >= _URGENT),
        closed=period.end <= as_of or not past.dated,
        measures=score_measures(strategy_map, actuals, period),
        headline=strategy_map.headline,
        events=_events(strategy_map, period),
        unlike=_unlike(past),
        later=later,
        ending=_ending(actuals, period, as_of),
        reported=closed[period].index.performance if period in closed else None,
        otherwise=reported_otherwise(closed[period], perspectives, goals) if period in closed else (),
        restated=restated(strategy_map, actuals, closed),
    )


def _themes(strategy_map: StrategyMap) -> tuple[Theme, ...]:
    return tuple(
        Theme(id=theme_id, name=theme.name or name_from(theme_id), description=theme.description)
        for theme_id, theme in strategy_map.themes.items()
    )


def _events(strategy_map: StrategyMap, period: Period) -> tuple[tuple[Period, str], ...]:
    """What happened in the period, or in a longer one that it lies in."""
    return tuple(
        (when, text)
        for when, text in strategy_map.events.items()
        if when.start <= period.end and period.start <= when.end
    )


def _kpis(past: Past, limits: Limits) -> tuple[KpiScore, ...]:
    uses = uses_of(past.strategy_map)
    return tuple(
        score_kpi(
            kpi_id,
            past.strategy_map.kpis[kpi_id],
            found,
            seen(past, kpi_id, found),
            limits,
            uses,
            origin_of(past.strategy_map.kpis[kpi_id], past.actuals.kinds.get(kpi_id)),
            past.as_of,
        )
        for kpi_id, found in past.judged(0).items()
    )


def _ending(actuals: Actuals, period: Period, as_of: date) -> tuple[tuple[str, date], ...]:
    """The sources whose rows end in a period that is over, before its last quarter."""
    late = period.end - timedelta(days=((period.end - period.start).days + 1) // _LAST_PART)
    return tuple(
        (source, last) for source, last in actuals.until.items() if period.end <= as_of and period.start <= last < late
    )


def _unlike(past: Past) -> tuple[str, ...]:
    """The KPIs that have data in only one of this period and the one before; none where there was none before."""
    if not past.dated:
        return ()
    now, before = past.performances(0), past.performances(1)
    if all(value is None for value in before.values()):
        return ()
    return tuple(kpi_id for kpi_id in now if (now[kpi_id] is None) != (before[kpi_id] is None))


def _reaching(graph: Graph, components: Sequence[Sequence[str]], top: Container[str]) -> set[str]:
    """The goals of the top perspective and all from which arrows lead there."""
    found: set[str] = set()
    for component in reversed(components):
        if any(goal in top or not found.isdisjoint(graph.successors(goal)) for goal in component):
            found.update(component)
    return found


def _facts(strategy_map: StrategyMap) -> MapFacts:
    return MapFacts(
        name=strategy_map.name or "Strategy map",
        description=strategy_map.description,
        organisation=strategy_map.organisation,
        mission=strategy_map.mission,
        vision=strategy_map.vision,
        owner=strategy_map.owner,
        horizon=strategy_map.horizon,
        currency=strategy_map.currency,
        rhythm=strategy_map.period,
        min_coverage=strategy_map.min_coverage,
        drivers_share=strategy_map.outlook.drivers,
        trend_same=strategy_map.trend_same,
        dimensions=strategy_map.dimensions,
    )


def _focus(goals: Sequence[GoalScore]) -> tuple[str, ...]:
    """Goals at risk or off track, most urgent × important first; those that say neither come last, as in the file."""
    behind = [goal for goal in goals if goal.status in ("at-risk", "off-track")]
    return tuple(goal.id for goal in sorted(behind, key=_rank, reverse=True))


def _rank(goal: GoalScore) -> int:
    """urgency × importance; where only one of them is said, the other counts as the middle."""
    if goal.urgency is None and goal.importance is None:
        return 0
    return (goal.urgency or _MIDDLE) * (goal.importance or _MIDDLE)
