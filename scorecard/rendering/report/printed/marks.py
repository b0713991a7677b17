"""The marks of statuses with their words and numbers, and links to the sections of goals."""

from __future__ import annotations

from scorecard.rendering.report.links import goal_anchor
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.markup import Child, Typst, as_string, call, joined
from scorecard.rendering.words import STATUS_WORD, status_and_number
from scorecard.result import GoalScore, Limits, Status


def status_word(status: Status) -> Typst:
    """Shape and word."""
    return call("status", status, STATUS_WORD[status])


def status_number(status: Status, share: float | None, limits: Limits) -> Typst:
    """Shape, word and number: ``at risk 78 %``."""
    return call("status", status, status_and_number(status, share, limits))


def marked(status: Status, *children: Child) -> Typst:
    """A paragraph that begins with the shape of a status."""
    return call("marked", status, joined(children))


def goal_name(found: Lookup, goal: GoalScore, *, page: bool = False) -> Typst:
    """The name of a goal, linked to its section where there is one, with its ``page``."""
    if found.report.audience != "team":
        return joined([goal.name])
    return call("goal-page" if page else "goal-link", as_string(goal_anchor(goal.id)), goal.name)


def small(*children: Child) -> Typst:
    """Said by the way."""
    return call("small", joined(children))


def strong(child: Child) -> Typst:
    """What stands out."""
    return call("strong", joined([child]))
