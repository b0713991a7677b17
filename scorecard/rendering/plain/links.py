"""The arrows of the plain style."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from scorecard.rendering.palette import LIGHT
from scorecard.rendering.plain.graph import plain_text
from scorecard.rendering.plain.plan import Plan
from scorecard.rendering.words import delay_words, link_strength
from scorecard.result import LinkScore, Scorecard

if TYPE_CHECKING:
    from scorecard.rendering.plain.graph import Digraph

_PEN = {3: "3", 2: "2.1", 1: "1.5"}
_POINT = {
    "label": "",
    "shape": "box",
    "style": "filled",
    "color": LIGHT.link,
    "fillcolor": LIGHT.link,
    "height": "0.1",
    "class": "link",
}
# Graphviz ends a line one point before a node; the outline of the node bridges that gap.
_THICKNESS = {
    3: {"width": "0.0139", "penwidth": "2"},
    2: {"width": "0.01", "penwidth": "1.4"},
    1: {"width": "0.01", "penwidth": "1"},
}


def passing_point(link: LinkScore, row: int) -> tuple[str, dict[str, str]]:
    """The node, name and attributes, through which a link passes a row: a short piece of the line.

    Without it Graphviz would lead the link round the band.
    """
    return _point_name(link, row), _POINT | _THICKNESS[link_strength(link.share)]


def _point_name(link: LinkScore, row: int) -> str:
    return f"_{link.cause}--{link.effect}--{row}"


def add_links(picture: Digraph, plan: Plan) -> None:
    """Add an arrow for every link: wide for a large share, with a bar for a head where one goal hinders another."""
    names = {goal.id: goal.name for goal in plan.card.goals}
    for link in plan.card.links:
        look = _look(link, plan.card, names)
        rows = plan.row_of[link.effect] - plan.row_of[link.cause]
        if rows < 0 or link in plan.passing.get(plan.row_of[link.cause] + 1, ()):
            _add_upwards(picture, link, plan, look)
        else:
            picture.edge(link.cause, link.effect, constraint="false", **_ports_down(rows), **look)


def _add_upwards(picture: Digraph, link: LinkScore, plan: Plan, look: Mapping[str, str]) -> None:
    """A line from the top of the lower card to the foot of the upper one, in as many pieces as it passes rows.

    The head is that of the last piece; of a link that runs down it is the tail of the first.
    """
    lower, upper = sorted((link.cause, link.effect), key=lambda goal_id: -plan.row_of[goal_id])
    rows = range(plan.row_of[lower] - 1, plan.row_of[upper], -1) if plan.passing else ()
    stations = [lower, *(_point_name(link, row) for row in rows), upper]
    head_at = 0 if lower == link.effect else len(rows)
    for index, (start, end) in enumerate(pairwise(stations)):
        piece = {**look, "tailport": "n", "headport": "s", "weight": "4"}
        if index:
            piece |= {"id": f"{look['id']}--{index}", "label": ""}
        if index != head_at:
            piece |= {"arrowhead": "none"}
        elif lower == link.effect:
            piece |= {"dir": "back", "arrowtail": look["arrowhead"]}
        if index == len(rows):
            del piece["weight"]
        picture.edge(start, end, **piece)


def _ports_down(rows: int) -> dict[str, str]:
    """Where an arrow that runs down so many rows leaves and arrives: at the sides; the middle is for those that climb.

    Graphviz leads one that passes other rows round the left of the bands.
    """
    side = "" if rows == 0 else "e" if rows == 1 else "w"
    return {"tailport": side, "headport": side} if side else {}


def _look(link: LinkScore, card: Scorecard, names: Mapping[str, str]) -> dict[str, str]:
    hinders = link.kind == "hindered-by"
    said = f"{names[link.cause]} {'hinders' if hinders else 'drives'} {names[link.effect]}"
    return {
        "id": f"edge--{link.cause}--{link.effect}",
        "class": f"link {link.kind}",
        "tooltip": plain_text("\n".join(part for part in (said, link.because) if part)),
        "penwidth": _PEN[link_strength(link.share)],
        "arrowhead": "tee" if hinders else "normal",
        "label": f" {delay_words(link.delay, card.map.rhythm)} " if link.delay else "",
    }
