"""What the figures say of a link, as marks that need no colour: a tick, a cross, a ring, a question mark."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from scorecard.arrow_evidence import Verdict
from scorecard.rendering.board.pen import Pen, num

MARK = 10.0
"""The width of a mark in px."""
DASHES = "7 5"
"""The dashes of a link that the figures do not support, or not yet."""
MEANINGS: Mapping[str, str] = {
    "tick": "supported by the figures",
    "cross": "contradicted by the figures",
    "ring": "not seen in the figures",
    "question": "too short to say, or no data",
}
_SHAPE: Mapping[Verdict, str] = {
    "supported": "tick",
    "contradicted": "cross",
    "not-seen": "ring",
    "too-short": "question",
    "no-data": "question",
}


def evidence_mark(pen: Pen, verdict: Verdict, x: float, y: float) -> str:
    """The mark of a verdict around (x, y)."""
    return shape(pen, _SHAPE[verdict], x, y)


def shape(pen: Pen, name: str, x: float, y: float) -> str:
    """A mark by the name of its shape, a key of `MEANINGS`."""
    if name == "ring":
        return pen.circle(x, y, 3.4, stroke="muted", stroke_width="1.6")
    if name == "question":
        return pen.text(x, y + 3.8, "?", 10.5, "muted", 700, text_anchor="middle")
    ways: Mapping[str, Sequence[Sequence[tuple[float, float]]]] = {
        "tick": [((-4.0, 0.3), (-1.2, 3.2), (4.2, -3.4))],
        "cross": [((-3.6, -3.6), (3.6, 3.6)), ((3.6, -3.6), (-3.6, 3.6))],
    }
    return "".join(
        pen.path(
            "M" + " L".join(f"{num(x + dx)},{num(y + dy)}" for dx, dy in way),
            stroke="ink",
            stroke_width="2",
            stroke_linecap="round",
            stroke_linejoin="round",
        )
        for way in ways[name]
    )


def shapes_of(verdicts: Collection[Verdict]) -> Iterator[str]:
    """The shapes that occur, in the order of the legend."""
    found = {_SHAPE[verdict] for verdict in verdicts}
    yield from (name for name in MEANINGS if name in found)
