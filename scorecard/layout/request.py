"""The question to a layout engine: empty boxes in fixed rows, of which only the order from left to right is read."""

from __future__ import annotations

from scorecard.geometry import Arrangement

_HEAD = """digraph G {
rankdir=BT; newrank=true; nodesep=0.3; ranksep=0.8;
node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];"""
_PX_OF_AN_INCH = 72
_CARD_HEIGHT = 0.8


def dot_request(arrangement: Arrangement, width: float) -> str:
    """The arrangement in the language of Graphviz; ``width`` is that of a card in px.

    Slots are named by their numbers and written in the order of the file: dot keeps that order wherever crossings do
    not decide, so the picture stays as it is when the map is edited elsewhere.
    """
    lines = [_HEAD]
    for number, row in enumerate(arrangement.rows):
        lines.append(f'"_r{number}" [style=invis, width=0.1, height=0.1];')
        for slot in sorted(row):
            card = arrangement.slots[slot].goal is not None
            size = f"width={width / _PX_OF_AN_INCH:.3f}, height={_CARD_HEIGHT}" if card else "width=0.03, height=0.03"
            lines.append(f'"{slot}" [{size}];')
        lines.append("{rank=same; " + "; ".join(f'"{name}"' for name in (f"_r{number}", *sorted(row))) + "}")
    # The chain of anchors keeps the rows in their order.
    lines += [
        f'"_r{number}" -> "_r{number - 1}" [style=invis, weight=0];' for number in range(1, len(arrangement.rows))
    ]
    for lower, upper in arrangement.steps:
        passing = arrangement.slots[lower].goal is None and arrangement.slots[upper].goal is None
        lines.append(f'"{lower}" -> "{upper}" [weight={4 if passing else 1}];')
    return "\n".join([*lines, "}"])
