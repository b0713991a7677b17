"""An alarm has a limit, room to be silent in, and a warning that comes before it.

It sounds when the value lies `above` or `below` a limit; with both, `below` is the lower one, and between them it is
silent. `warning` is one degree milder: its limits are reached first.

Good:
    goals:
      more-traffic: {perspective: customer, lagging: [visits], guardrails: [unfollow-rate]}
    kpis:
      visits: {baseline: 800, target: 1200, alarm: {below: 500}}
      unfollow-rate: {unit: "%", alarm: {above: 3%, for: 2 of 3}, warning: {above: 2%}}

Bad:
    goals:
      more-traffic: {perspective: customer, lagging: [visits], guardrails: [unfollow-rate]}
    kpis:
      visits: {baseline: 800, target: 1200, alarm: {above: 500, below: 2000}}
      unfollow-rate: {unit: "%", alarm: {above: 2%}, warning: {above: 3%}}
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.checking._figures import written
from scorecard.model import Alarm, Kpi, StrategyMap
from scorecard.problem import Place, Problem


def check(strategy_map: StrategyMap) -> Iterator[Problem]:
    """Yield alarms and warnings that can never be silent or never sound, and warnings that come after their alarm."""
    for kpi_id, kpi in strategy_map.kpis.items():
        alarms = {key: alarm for key, alarm in (("alarm", kpi.alarm), ("warning", kpi.warning)) if alarm is not None}
        flaws = [problem for key, alarm in alarms.items() for problem in _flaws(kpi_id, kpi, key, alarm)]
        yield from flaws
        if not flaws and kpi.alarm is not None and kpi.warning is not None:
            yield from _order(kpi_id, kpi, kpi.alarm, kpi.warning)


def _flaws(kpi_id: str, kpi: Kpi, key: str, alarm: Alarm) -> Iterator[Problem]:
    if alarm.above is None and alarm.below is None:
        yield Problem(
            rule="alarm-shape",
            loc=("kpis", kpi_id, key),
            part="key",
            message="the {key} of KPI '{kpi}' has no limit, so it never sounds",
            label="`above` or `below` is missing",
            hint="write `above` or `below` with the value that should not be passed",
            params={"kpi": kpi_id, "key": key},
        )
    elif alarm.above is not None and alarm.below is not None and alarm.above <= alarm.below:
        yield Problem(
            rule="alarm-shape",
            loc=("kpis", kpi_id, key, "below"),
            message="the {key} of KPI '{kpi}' is never silent: every value is above {above} or below {below}",
            label="not lower than `above`",
            hint="`below` must be the lower limit: exchange the two, or keep one of them",
            params={"kpi": kpi_id, "key": key, **_limits(kpi, alarm)},
        )


def _limits(kpi: Kpi, alarm: Alarm) -> dict[str, str]:
    limits = {"above": alarm.above, "below": alarm.below}
    return {key: written(limit, kpi.unit) for key, limit in limits.items() if limit is not None}


def _order(kpi_id: str, kpi: Kpi, alarm: Alarm, warning: Alarm) -> Iterator[Problem]:
    """A warning that waits for fewer or more periods than its alarm may have any limit."""
    if alarm.lasting != warning.lasting:
        return
    late = {
        "above": alarm.above is not None and warning.above is not None and warning.above >= alarm.above,
        "below": alarm.below is not None and warning.below is not None and warning.below <= alarm.below,
    }
    for side in (side for side, is_late in late.items() if is_late):
        yield Problem(
            rule="alarm-shape",
            loc=("kpis", kpi_id, "warning", side),
            message="the warning of KPI '{kpi}' comes no earlier than its alarm: {side} {limit}, after {side} {alarm}",
            label="the alarm sounds before ({place})",
            hint="exchange the two limits, or take the warning out",
            params={
                "kpi": kpi_id,
                "side": side,
                "limit": _limits(kpi, warning)[side],
                "alarm": _limits(kpi, alarm)[side],
                "place": Place(loc=("kpis", kpi_id, "alarm", side)),
            },
        )
