"""Rows of a scorecard, chosen by what they are; perspectives and index stay those of the whole map."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from scorecard.result import GoalScore, Scorecard, Status

_MOST = 12
"""So many names at most are listed where none is near."""


class SelectionError(Exception):
    """A selection names something the map does not have; the message says what it has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Selection:
    """Which goals to show: those that match every kind of filter that names anything."""

    perspectives: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.perspectives or self.goals or self.owners or self.statuses)


def select(card: Scorecard, selection: Selection) -> Scorecard:
    """The card with the chosen goals, their KPIs and initiatives, and the links that touch them.

    Raises:
        SelectionError: when the selection names a perspective, a goal or an owner that the map does not have.
    """
    if not selection:
        return card
    _known("perspective", selection.perspectives, [perspective.id for perspective in card.perspectives])
    _known("goal", selection.goals, [goal.id for goal in card.goals])
    owners = [goal.owner for goal in card.goals if goal.owner]
    _known("owner", selection.owners, list(dict.fromkeys(owners)))
    goals = tuple(goal for goal in card.goals if _chosen(goal, selection))
    ids = {goal.id for goal in goals}
    kpis = {kpi for goal in goals for kpi in (*goal.kpis_lagging, *goal.kpis_leading, *goal.guardrails)}
    return replace(
        card,
        goals=goals,
        kpis=tuple(kpi for kpi in card.kpis if kpi.id in kpis),
        links=tuple(link for link in card.links if link.cause in ids or link.effect in ids),
        initiatives=tuple(item for item in card.initiatives if not ids.isdisjoint(item.goals)),
        focus=tuple(goal for goal in card.focus if goal in ids),
        satisfied=tuple(goal for goal in card.satisfied if goal in ids),
    )


def _chosen(goal: GoalScore, selection: Selection) -> bool:
    asked: Sequence[tuple[Collection[str], str | None]] = (
        (selection.perspectives, goal.perspective),
        (selection.goals, goal.id),
        (selection.owners, goal.owner),
        (selection.statuses, goal.status),
    )
    return all(not wanted or value in wanted for wanted, value in asked)


def _known(kind: str, asked: Sequence[str], known: Sequence[str]) -> None:
    for name in asked:
        if name not in known:
            raise SelectionError(f"the map has no {kind} {name!r}; {advice(name, known)}")


def advice(name: str, known: Sequence[str]) -> str:
    """What to write instead of a name that nothing has: the known one that looks most like it, or else which there
    are."""
    from difflib import get_close_matches

    if near := get_close_matches(name, known, n=1):
        return f"did you mean {near[0]!r}?"
    shown = [*known[:_MOST], "…"] if len(known) > _MOST else known
    return f"there are: {', '.join(shown) or 'none'}"
