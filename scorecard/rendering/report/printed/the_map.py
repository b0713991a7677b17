"""The strategy map on a page of its own, as large as the paper allows."""

from __future__ import annotations

import re

from scorecard.naming import counted
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.markup import Typst, as_string, call
from scorecard.rendering.words import status_and_number
from scorecard.result import GoalScore

_SIZE = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


def the_map(found: Lookup, picture: str) -> Typst:
    """The picture (SVG of ours) across the page or upright, whichever shows it larger; in words for those who cannot
    see it."""
    size = _SIZE.search(picture)
    is_wide = size is None or float(size[1]) > float(size[2])
    source = call("bytes", as_string(picture))
    fitted = call("picture", source, _words(found), width=Typst("100%"), height=Typst("100%"), fit="contain")
    return call("map-page", is_wide, "Strategy map", fitted)


def _words(found: Lookup) -> str:
    """Every goal with its status and the goals that act on it."""
    card = found.card
    head = f"{counted(goal=len(card.goals))} in {counted(perspective=len(card.perspectives))}."
    return " ".join((head, *(_goal(found, goal) for goal in card.goals)))


def _goal(found: Lookup, goal: GoalScore) -> str:
    state = status_and_number(goal.status, goal.performance, goal.limits)
    ends = [
        f"{'driven' if link.kind == 'driven-by' else 'hindered'} by {found.goals[link.cause].name}"
        for link in found.card.links
        if link.effect == goal.id
    ]
    return f"{goal.name}: {', '.join((state, *ends))}."
