"""The one door to the library that writes DOT."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from scorecard.rendering.spans import printable

if TYPE_CHECKING:
    from graphviz import Digraph as Digraph  # type: ignore[import-untyped]


def new_graph(name: str, graph: Mapping[str, str], node: Mapping[str, str], edge: Mapping[str, str]) -> Digraph:
    """An empty graph with the attributes that hold for all of it, for its nodes and for its edges."""
    from graphviz import Digraph

    return Digraph(name, graph_attr=dict(graph), node_attr=dict(node), edge_attr=dict(edge))


def plain_text(text: str) -> str:
    """Text for an attribute such as a tooltip: no escape, entity or label language can be read into it."""
    from graphviz import escape

    lines = "\n".join(printable(line) for line in text.split("\n"))
    # Graphviz undoes escapes twice in tooltips, hence the doubling before `escape` doubles once more. What comes back
    # knows of itself that it is no label language; a plain copy would not.
    escaped: str = escape(lines.replace("&", "&amp;").replace("\\", "\\\\"))
    return escaped
