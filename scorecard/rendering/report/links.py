"""Where things stand on the page, and links to pages outside it."""

from __future__ import annotations

import re

from scorecard.rendering.report.element import Html, el, name
from scorecard.result import GoalScore

_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def goal_anchor(goal_id: str) -> str:
    """The id of the section of a goal."""
    return f"goal-{goal_id}"


def goal_link(goal: GoalScore) -> Html:
    """A link to the section of a goal on this page."""
    return el("a", name(goal.name), href=f"#{goal_anchor(goal.id)}")


def outside(address: str) -> Html:
    """A link to a page of the web; an address of any other kind is text only, since a click on it may run something."""
    if _ADDRESS.fullmatch(address):
        return el("a", address, href=address, rel="noopener noreferrer")
    return el("span", address)
