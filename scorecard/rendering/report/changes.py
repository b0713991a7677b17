"""What has changed since the period before."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.comparison import Comparison, ScoreChange
from scorecard.rendering.comparison.phrases import caveats, number_phrases, shown, still, verdict
from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.section import section

_MOST = 12


def changes(found: Lookup) -> Html | None:
    """The index and the goals that moved, those with another status first; on the board's page only these."""
    moved = found.report.comparison
    if moved is None:
        return None
    names = found.names
    items = [_goal(found, goal, names) for goal in listed_goals(found, moved)]
    rest = rest_words(found, moved)
    return section(
        "changes",
        f"What changed since {moved.before}",
        el("p", f"Index {verdict(moved.index)}."),
        *(el("p", words, class_="small") for words in caveats(moved, found.names)),
        el("ul", joined(items), class_="changes") if items else None,
        el("p", rest, class_="small") if rest else None,
    )


def listed_goals(found: Lookup, moved: Comparison) -> list[ScoreChange]:
    """The goals that are named one by one."""
    goals = shown(moved.goals)
    if found.report.audience == "board":
        goals = [goal for goal in goals if goal.is_new_status or goal.status_before is None]
    return [goal for goal in goals[:_MOST] if goal.id in found.goals]


def rest_words(found: Lookup, moved: Comparison) -> str | None:
    """What became of all others."""
    if found.report.audience == "board":
        listed = len(listed_goals(found, moved))
        number = len(moved.goals) - listed
        kept = "no other goal has another status" if listed else "no goal has another status"
        return f"{kept[0].upper()}{kept[1:]}." if number else None
    over = len(shown(moved.goals)) - _MOST
    if over > 0:
        return f"{over} more moved less."
    return still(len(moved.goals), len(shown(moved.goals)), "goal", nearly=True)


def _goal(found: Lookup, change: ScoreChange, names: Mapping[str, str]) -> Html:
    goal = found.goals[change.id]
    said = "; ".join(number_phrases(change, names)) if found.report.audience == "team" else ""
    return el(
        "li",
        mark(goal.status),
        el("span", goal_link(goal), f": {verdict(change)}", class_="new" if change.is_new_status else None),
        el("p", said, class_="small") if said else None,
    )
