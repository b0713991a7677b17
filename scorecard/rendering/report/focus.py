"""What needs attention first."""

from __future__ import annotations

from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.section import section
from scorecard.rendering.status.focus_lines import all_well, ranks, whys
from scorecard.rendering.words import flag_words
from scorecard.result import GoalScore


def focus(found: Lookup) -> Html:
    """Goals at risk or off track by urgency × importance with the reasons; open flags; goals that can spare effort."""
    card = found.card
    behind = [found.goals[goal_id] for goal_id in card.focus]
    items = [_item(goal, why) for goal, why in zip(behind, whys(behind, card), strict=True)]
    satisfied = [_item(found.goals[goal_id], "urgent and on track: effort can move") for goal_id in card.satisfied]
    flags = [
        el("li", mark("at-risk"), goal_link(goal), f": {flag_words(flag)}")
        for goal in card.goals
        for flag in goal.flags
    ]
    return section(
        "focus",
        "Focus",
        el("ol", joined(items), class_="focus") if items else el("p", f"{all_well(card).capitalize()}."),
        el("h3", "Open flags") if flags else None,
        el("ul", joined(flags), class_="flags") if flags else None,
        el("h3", "Satisfied") if satisfied else None,
        el("ul", joined(satisfied), class_="focus") if satisfied else None,
        lead="Goals at risk or off track, most urgent × important first" if items else None,
    )


def _item(goal: GoalScore, why: str) -> Html:
    rank = ranks(goal)
    return el(
        "li",
        mark(goal.status),
        el("strong", goal_link(goal)),
        el("span", f" {rank}", class_="small") if rank else None,
        el("p", f"{why[0].upper()}{why[1:]}"),
    )
