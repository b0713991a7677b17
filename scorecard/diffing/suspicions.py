"""Edits that deserve a second look: the yardstick was moved where the result was not good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scorecard.map_change import Edit, Suspicion
from scorecard.model import Driver, Lagging
from scorecard.result import KpiScore, Scorecard, Status

_YARDSTICK = frozenset(
    {"target", "baseline", "worst", "best", "curve", "range", "scale", "by", "since", "thresholds", "direction"}
)
_MORE = 1e-9


def with_suspicions(
    edits: Sequence[Edit], before: Sequence[Scorecard | None], after: Sequence[Scorecard | None]
) -> tuple[Edit, ...]:
    """The edits with what is to be looked at twice; ``before`` and ``after`` are the cards around each edit.

    Judged by the numbers of the day, just before the edit:

    * a yardstick of a KPI (target, baseline, worst, best, curve, range, scale, dates or thresholds), or a threshold of
      a goal or of the map, was changed while it was not on track, and it stands better for it;
    * a weight was raised on a KPI or a goal on track, or such a KPI came to a goal, and a number became better;
    * a weight was lowered on, or taken from, a KPI or a goal off track, and a number became better.
    """
    found = []
    for edit, was, now in zip(edits, before, after, strict=True):
        words: tuple[Suspicion, ...] = () if was is None or now is None else tuple(_of(edit, was, now))
        found.append(replace(edit, suspicions=words))
    return tuple(found)


def _of(edit: Edit, was: Scorecard, now: Scorecard) -> list[Suspicion]:
    if edit.section == "kpis" and edit.kind == "changed" and edit.field in _YARDSTICK:
        return ["easier-after-miss"] if _easier(_kpi(was, edit.id), _kpi(now, edit.id)) else []
    if edit.field == "thresholds":
        return ["easier-after-miss"] if _better_status(edit, was, now) else []
    change = _weight(edit)
    if change is None or not _raises(was, now):
        return []
    status = _status(edit, was)
    if change > 0 and status == "on-track":
        return ["weight-onto-green"]
    return ["weight-off-red"] if change < 0 and status == "off-track" else []


def _easier(was: KpiScore | None, now: KpiScore | None) -> bool:
    """Whether a KPI that was not on track is judged better: by its performance, or, at the same one, by its status."""
    if was is None or now is None or was.status in ("on-track", "no-data"):
        return False
    if was.performance is None or now.performance is None:
        return False
    return now.performance > was.performance + _MORE or _RANK[now.status] > _RANK[was.status]


_RANK: Mapping[Status, int] = {"no-data": 0, "off-track": 1, "at-risk": 2, "on-track": 3}


def _raises(was: Scorecard, now: Scorecard) -> bool:
    """Whether the performance or the outlook of a goal or of the index is higher than before."""
    before = {goal.id: goal for goal in was.goals}
    pairs = [(was.index.performance, now.index.performance), (was.index.outlook, now.index.outlook)]
    for goal in now.goals:
        if goal.id in before:
            pairs += [(before[goal.id].performance, goal.performance), (before[goal.id].outlook, goal.outlook)]
    return any(one is not None and other is not None and other > one + _MORE for one, other in pairs)


def _better_status(edit: Edit, was: Scorecard, now: Scorecard) -> bool:
    before = {goal.id: goal.status for goal in was.goals if edit.section == "map" or goal.id == edit.id}
    after = {goal.id: goal.status for goal in now.goals}
    return any(
        _RANK[after.get(goal, "no-data")] > _RANK[status] for goal, status in before.items() if status != "no-data"
    )


def _weight(edit: Edit) -> float | None:
    """By how much a weight went up; None where no weight was edited."""
    if edit.field == "weight" and isinstance(edit.before, float) and isinstance(edit.after, float):
        return edit.after - edit.before
    lists = ("lagging", "leading") if edit.kind == "added" else ("lagging", "leading", "driven_by")
    if edit.field is None and edit.entries in lists:
        came, went = edit.after, edit.before
        return (came.weight if isinstance(came, (Lagging, Driver)) else 0.0) - (
            went.weight if isinstance(went, (Lagging, Driver)) else 0.0
        )
    if edit.section == "goals" and edit.field is None and edit.entries is None and edit.kind == "removed":
        return -1.0
    return None


def _status(edit: Edit, card: Scorecard) -> Status:
    if edit.entries in ("lagging", "leading"):
        kpi = _kpi(card, edit.id)
        return kpi.status if kpi else "no-data"
    things = card.perspectives if edit.section == "perspectives" else card.goals
    return next((item.status for item in things if item.id == edit.id), "no-data")


def _kpi(card: Scorecard, kpi_id: str) -> KpiScore | None:
    return next((kpi for kpi in card.kpis if kpi.id == kpi_id), None)
