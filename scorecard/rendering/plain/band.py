"""A band of the plain style: a perspective with its title, its rows of cards and the links that pass them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from scorecard.rendering.palette import LIGHT
from scorecard.rendering.plain.card import goal_label, goal_tooltip
from scorecard.rendering.plain.frame import TITLE_WIDTH, band_label
from scorecard.rendering.plain.graph import plain_text
from scorecard.rendering.plain.links import passing_point
from scorecard.rendering.plain.plan import Plan, Row
from scorecard.result import GoalScore

if TYPE_CHECKING:
    from scorecard.rendering.plain.graph import Digraph

# A band is never narrower than the legend; the number counts gaps between cards (nodesep). Where any arrow has a
# label, Graphviz doubles all such lengths, also those to the side.
_LEAST_WIDTH = 19


def add_band(frame: Digraph, plan: Plan, index: int) -> None:
    """Add the band of the perspective with that index."""
    perspective, colours, rows = plan.card.perspectives[index], LIGHT.bands[index % len(LIGHT.bands)], plan.bands[index]
    titled = rows[(len(rows) - 1) // 2]
    with frame.subgraph(name=f"cluster_{perspective.id}") as band:
        band.attr(
            label="",
            id=f"perspective--{perspective.id}",
            tooltip=plain_text(perspective.name),
            style="filled,rounded",
            fillcolor=colours.tint,
            color=colours.panel,
            margin="14",
        )
        for row in rows:
            title = band_label(perspective, colours, plan.card.limits) if row is titled else None
            with band.subgraph() as rank:
                rank.attr(rank="same")
                _add_row(rank, row, plan, title)


def _add_row(rank: Digraph, row: Row, plan: Plan, title: str | None) -> None:
    left, right = f"_left-{row.number}", f"_right-{row.number}"
    if title:
        rank.node(left, label=title)
    else:
        rank.node(left, label="", shape="box", style="invis", width=f"{TITLE_WIDTH / 72:.3f}", height="0.1")
    for goal in row.goals:
        _add_goal(rank, goal, plan)
    passing = dict(passing_point(link, row.number) for link in plan.passing.get(row.number, ()))
    for name, attributes in passing.items():
        rank.node(name, **attributes)
    rank.node(right, label="", shape="point", style="invis", width="0.01")
    rank.edge(left, right, style="invis", minlen=str(_LEAST_WIDTH // 2 if plan.labelled else _LEAST_WIDTH))
    _keep_between(rank, left, right, [*(goal.id for goal in row.goals), *passing])
    _keep_order(rank, row, plan)


def _keep_between(rank: Digraph, left: str, right: str, names: Iterable[str]) -> None:
    """Keep the title on the left of everything in the row, and the end of the band on its right."""
    for name in names:
        rank.edge(left, name, style="invis")
        rank.edge(name, right, style="invis")


def _keep_order(rank: Digraph, row: Row, plan: Plan) -> None:
    """Leave the order of cards to Graphviz, for the sake of few crossings; those without links keep the file's."""
    for before, after in pairwise(goal.id for goal in row.goals if goal.id not in plan.linked):
        rank.edge(before, after, style="invis")


def _add_goal(rank: Digraph, goal: GoalScore, plan: Plan) -> None:
    kpis = [plan.kpis[kpi_id] for kpi_id in (*goal.kpis_lagging, *goal.kpis_leading) if kpi_id in plan.kpis]
    rank.node(
        goal.id,
        label=goal_label(goal, kpis, plan.card.map.currency),
        id=f"goal--{goal.id}",
        tooltip=plain_text(goal_tooltip(goal)),
        **{"class": f"goal status-{goal.status}"},
        **_address(goal.url),
    )


def _address(url: str | None) -> dict[str, str]:
    """A link to a page or a mail address; anything else that a browser might run is left out."""
    try:
        scheme = urlsplit(url or "").scheme.lower()
    except ValueError:
        return {}
    if url is None or not url.isprintable() or scheme not in ("http", "https", "mailto"):
        return {}
    # Graphviz takes an ampersand that stands alone as it is, which is no XML.
    return {"href": quote(url, safe="%/:=&?~#+!$,;'@()*[]").replace("&", "&amp;"), "target": "_top"}
