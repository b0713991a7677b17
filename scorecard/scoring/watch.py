"""What is to be watched beside a score: the trend of a KPI, its alarms, and the flags of a goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Literal, TypeAlias

from scorecard.model import Alarm, Goal, Kpi
from scorecard.naming import name_from
from scorecard.propagation.alarm import beyond, instability
from scorecard.propagation.status import TOLERANCE
from scorecard.propagation.trend import trend, trend_word
from scorecard.recorded import figure_text
from scorecard.result import Alert, Flag
from scorecard.scoring.kpis import Judged, Seen
from scorecard.scoring.past import Past

_TRADE_OFF = 0.02
_MEASURED_FOR_STABILITY = 6


def seen(past: Past, kpi_id: str, found: Judged) -> Seen:
    """The trend and the alarms of a KPI in the scored period."""
    kpi = past.strategy_map.kpis[kpi_id]
    before = past.before(kpi_id)
    broken = None if before is None else past.broken(kpi_id)
    compares = found.figure.value is not None and found.figure.reason is None and not found.runs
    compared = before if compares and broken is None else None
    way = trend(found.scale, found.figure.value, compared, yes_no=kpi.unit == "yes-no")
    return Seen(
        before=before,
        trend=way,
        trend_word=None if way is None else trend_word(way, past.strategy_map.trend_same),
        broken=broken,
        alerts=tuple(_alerts(past, kpi_id, kpi)),
    )


def _alerts(past: Past, kpi_id: str, kpi: Kpi) -> Iterator[Alert]:
    """The alarm, or else the warning; and what is unstable."""
    levels: tuple[tuple[Literal["alarm", "warning"], Alarm | None], ...] = (
        ("alarm", kpi.alarm),
        ("warning", kpi.warning),
    )
    for kind, level in levels:
        if level is not None:
            times, of = level.lasting
            values = list(islice(past.closed_values(kpi_id), of))
            if beyond(values, level.above, level.below, times, of):
                yield Alert(kind=kind, text=_passed(level, kpi.unit))
                break
    if kpi.unstable_above is not None:
        spread = instability(list(islice(past.closed_values(kpi_id), _MEASURED_FOR_STABILITY)))
        if spread is not None and spread > kpi.unstable_above + TOLERANCE:
            yield Alert(
                kind="unstable",
                text=f"unstable: its standard deviation is more than {_said(kpi.unstable_above, '%')} of its mean",
            )


def _said(limit: float, unit: str | None) -> str:
    """A limit as the map says it, in the way that tables write it: ``3 %``."""
    return figure_text(limit, unit).replace("%", " %")


def _passed(level: Alarm, unit: str | None) -> str:
    sides = [
        f"{side} {_said(limit, unit)}"
        for side, limit in (("above", level.above), ("below", level.below))
        if limit is not None
    ]
    times, of = level.lasting
    often = "" if of == 1 else f" in {times} of the last {of} periods"
    return f"{' or '.join(sides)}{often}"


ResultOf: TypeAlias = Callable[[str, int], float | None]
"""The lagging number of a goal so many periods ago."""


def flags(past: Past, goal_id: str, alerts: Mapping[str, tuple[Alert, ...]], result_of: ResultOf) -> tuple[Flag, ...]:
    """The alarms of a goal's KPIs and guardrails, then its trade-offs."""
    goal = past.strategy_map.goals[goal_id]
    found = [
        Flag(kind=alert.kind, kpi=kpi_id, text=f"{_name(past, kpi_id)} {_verb(alert)}{alert.text}")
        for kpi_id in watched(goal)
        for alert in alerts.get(kpi_id, ())
    ]
    return (*found, *_trade_offs(past, goal_id, goal, result_of))


def _verb(alert: Alert) -> str:
    return "is " if alert.kind == "unstable" else "was " if " of the last " in alert.text else "is "


def watched(goal: Goal) -> tuple[str, ...]:
    """The KPIs of a goal and those that are watched beside it, each once."""
    ids = [*(entry.id for entry in goal.lagging), *(entry.id for entry in goal.leading)]
    return tuple(dict.fromkeys([*ids, *goal.guardrails]))


def _name(past: Past, kpi_id: str) -> str:
    return past.strategy_map.kpis[kpi_id].name or name_from(kpi_id)


def _trade_offs(past: Past, goal_id: str, goal: Goal, result_of: ResultOf) -> Iterator[Flag]:
    """A hindering goal's results rose while this goal's fell, by more than two points each."""
    goals = past.strategy_map.goals
    if not past.dated or not goal.hindered_by or not _moved(result_of, goal_id) < -_TRADE_OFF - TOLERANCE:
        return
    for entry in goal.hindered_by:
        if _moved(result_of, entry.id) > _TRADE_OFF + TOLERANCE:
            name = goals[entry.id].name or name_from(entry.id)
            yield Flag(kind="trade-off", kpi=None, text=f"results fell while those of {name} rose, which hinders it")


def _moved(result_of: ResultOf, goal_id: str) -> float:
    today, then = result_of(goal_id, 0), result_of(goal_id, 1)
    return 0.0 if today is None or then is None else today - then
