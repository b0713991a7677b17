"""The strategy map: the picture to explore, and the same as a table."""

from __future__ import annotations

from scorecard.rendering.report.element import Html, el, joined
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import status_number
from scorecard.rendering.report.section import folded, section
from scorecard.rendering.report.table import table
from scorecard.rendering.words import delay_words
from scorecard.result import GoalScore, LinkScore

_HOW = (
    "Point at a goal, or walk there with the tab key, to trace its causes and effects; Escape ends it. "
    "A click or Enter opens the goal below."
)


def the_map(found: Lookup, picture: str | None) -> Html:
    """The picture (SVG of ours, which is markup already) and below it the table."""
    drawn = (
        el(
            "div",
            Html(picture),
            class_="map",
            tabindex=0,
            role="region",
            aria_label="The strategy map, which scrolls sideways where the page is narrow",
        )
        if picture
        else None
    )
    return section(
        "map",
        "Strategy map",
        drawn,
        folded("The map as a table", _as_table(found)) if picture else _as_table(found),
        lead=_HOW if picture else None,
    )


def _as_table(found: Lookup) -> Html:
    perspectives = {item.id: item.name for item in found.card.perspectives}
    rows = [
        (
            goal_link(goal),
            perspectives.get(goal.perspective, ""),
            status_number(goal.status, goal.performance, goal.limits),
            _ends(found, goal, "cause"),
            _ends(found, goal, "effect"),
        )
        for goal in found.card.goals
    ]
    headings = ("Goal", "Perspective", "Status", "Driven or hindered by", "Drives or hinders")
    return table("All goals with their causes and effects", headings, rows, hidden_caption=True)


def _ends(found: Lookup, goal: GoalScore, end: str) -> Html | str:
    """The goals at the other end of the arrows that arrive (``cause``) or leave (``effect``)."""
    mine = [link for link in found.card.links if (link.effect if end == "cause" else link.cause) == goal.id]
    if not mine:
        return "–"
    return joined((_end(found, link, link.cause if end == "cause" else link.effect) for link in mine), ", ")


def _end(found: Lookup, link: LinkScore, other: str) -> Html:
    words = ["hinders"] if link.kind == "hindered-by" else []
    words += [f"after {delay_words(link.delay, found.card.map.rhythm)}"] if link.delay else []
    return joined((goal_link(found.goals[other]), f" ({', '.join(words)})" if words else None))
