"""The plain style of a strategy map: pure DOT with full-width bands, for every program that reads Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorecard.rendering.palette import LIGHT
from scorecard.rendering.plain.band import add_band
from scorecard.rendering.plain.frame import heading_label, legend_label
from scorecard.rendering.plain.graph import new_graph, plain_text
from scorecard.rendering.plain.links import add_links
from scorecard.rendering.plain.plan import plan_of
from scorecard.result import Scorecard

if TYPE_CHECKING:
    from scorecard.rendering.plain.graph import Digraph

_FONT = "Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif"
_GRAPH = {
    "rankdir": "BT",
    "newrank": "true",
    # A second round of ordering can forget what has to stand on the left and on the right of a band.
    "remincross": "false",
    "splines": "spline",
    "nodesep": "0.3",
    "ranksep": "0.55",
    "pad": "0.3",
    "bgcolor": LIGHT.page,
    "fontname": _FONT,
}
_FRAME = {"labeljust": "l", "peripheries": "0", "margin": "0"}


def plain_dot(card: Scorecard) -> str:
    """The strategy map as DOT text: bands from the top perspective down, a card per goal, an arrow per link.

    Nodes and edges carry ``id`` (``goal--<id>``, ``edge--<cause>--<effect>``), ``class``, ``tooltip`` and, where the
    map gives a web or mail address, ``href``. The same card gives the same text.
    """
    plan = plan_of(card)
    picture = new_graph(
        "strategy-map",
        graph={**_GRAPH, "tooltip": plain_text(card.map.name)},
        node={"shape": "plain", "fontname": _FONT},
        edge={"color": LIGHT.link, "fontname": _FONT, "fontsize": "10.5", "fontcolor": LIGHT.muted},
    )
    # From bottom to top, which is how the ranks run here, the label of a cluster changes sides.
    with picture.subgraph(name="cluster__page") as page:
        page.attr(label=heading_label(card), labelloc="b", **_FRAME)
        with page.subgraph(name="cluster__map") as frame:
            frame.attr(label=legend_label(card, kpis=bool(plan.kpis)), labelloc="t", **_FRAME)
            for index in range(len(plan.bands)):
                add_band(frame, plan, index)
            _hold_ends(frame, sum(len(band) for band in plan.bands))
    add_links(picture, plan)
    return str(picture.source)


def _hold_ends(frame: Digraph, rows: int) -> None:
    """Hold the ends of all rows under each other, so that every band has the full width."""
    for number in range(1, rows):
        for side in ("left", "right"):
            frame.edge(f"_{side}-{number}", f"_{side}-{number - 1}", style="invis", weight="1000")
