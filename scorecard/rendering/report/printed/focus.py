"""What needs attention first."""

from __future__ import annotations

from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import goal_name, marked, small, strong
from scorecard.rendering.report.printed.markup import Typst, call
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.report.printed.table import stacked
from scorecard.rendering.status.focus_lines import all_well, ranks, whys
from scorecard.rendering.words import flag_words
from scorecard.result import GoalScore


def focus(found: Lookup) -> Typst:
    """Goals at risk or off track by urgency × importance with the reasons; open flags; goals that can spare effort."""
    card = found.card
    behind = [found.goals[goal_id] for goal_id in card.focus]
    items = [_item(found, goal, why) for goal, why in zip(behind, whys(behind, card), strict=True)]
    spare = [_item(found, found.goals[goal_id], "urgent and on track: effort can move") for goal_id in card.satisfied]
    flags = [
        marked("at-risk", goal_name(found, goal), f": {flag_words(flag)}") for goal in card.goals for flag in goal.flags
    ]
    return section(
        "Focus",
        call("enum", *items) if items else call("par", f"{all_well(card).capitalize()}."),
        part("Open flags", call("plain-list", *flags)) if flags else None,
        part("Satisfied", call("list", *spare)) if spare else None,
        lead="Goals at risk or off track, most urgent × important first" if items else None,
    )


def _item(found: Lookup, goal: GoalScore, why: str) -> Typst:
    rank = ranks(goal)
    head = (strong(goal_name(found, goal, page=True)), small(f"  {rank}") if rank else None)
    return stacked(marked(goal.status, *head), f"{why[0].upper()}{why[1:]}")
