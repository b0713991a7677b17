"""Marks: status, trend, outlook and bars, all drawn as shapes so that no font can lack them."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.board.pen import Pen, num, polygon
from scorecard.result import Heading, Limits, Status, TrendWord

_UP: dict[str, int] = {"better": -1, "rising": -1, "worse": 1, "falling": 1}


def status_mark(pen: Pen, status: Status, x: float, y: float, r: float) -> str:
    """The mark of a status around (x, y): a shape of its own, so that it reads without colour."""
    if status == "on-track":
        return pen.circle(x, y, r, status) + _stroke(
            pen, [(x - 0.45 * r, y + 0.03 * r), (x - 0.1 * r, y + 0.38 * r), (x + 0.48 * r, y - 0.34 * r)], 0.3 * r
        )
    if status == "at-risk":
        body = pen.path(
            polygon((x, y - 1.05 * r), (x + 1.12 * r, y + 0.9 * r), (x - 1.12 * r, y + 0.9 * r)),
            status,
            stroke=status,
            stroke_width=num(0.2 * r),
            stroke_linejoin="round",
        )
        stem = _stroke(pen, [(x, y - 0.42 * r), (x, y + 0.22 * r)], 0.27 * r)
        return body + stem + pen.circle(x, y + 0.58 * r, max(0.17 * r, 0.6), "cut")
    if status == "off-track":
        far = 1.14 * r
        body = pen.path(polygon((x, y - far), (x + far, y), (x, y + far), (x - far, y)), status)
        a = 0.34 * r
        return (
            body
            + _stroke(pen, [(x - a, y - a), (x + a, y + a)], 0.3 * r)
            + _stroke(pen, [(x + a, y - a), (x - a, y + a)], 0.3 * r)
        )
    dashes = f"{num(0.55 * r)} {num(0.4 * r)}"
    return pen.circle(x, y, 0.85 * r, stroke=status, stroke_width=num(max(0.25 * r, 1.3)), stroke_dasharray=dashes)


def _stroke(pen: Pen, points: Sequence[tuple[float, float]], width: float) -> str:
    way = "M" + " L".join(f"{num(x)},{num(y)}" for x, y in points)
    return pen.path(
        way, stroke="cut", stroke_width=num(max(width, 1.2)), stroke_linecap="round", stroke_linejoin="round"
    )


def trend_mark(pen: Pen, word: TrendWord | Heading, x: float, y: float, size: float, fill: str = "muted") -> str:
    """Up for better or rising, down for worse or falling, a bar for neither; ``size`` wide around (x, y)."""
    way = _UP.get(word)
    half = size / 2
    if way is None:
        return pen.rect(x - half, y - size * 0.14, size, size * 0.28, fill)
    tip = y + way * half * 0.9
    return pen.path(polygon((x, tip), (x + half, tip - way * size * 0.85), (x - half, tip - way * size * 0.85)), fill)


def bar(
    pen: Pen,
    share: float | None,
    status: Status,
    box: tuple[float, float, float, float],
    limits: Limits | None = None,
) -> str:
    """A bar that is full at 100 %, in the box (x, y, width, height); with ticks at the ``limits``, if any."""
    x, y, width, height = box
    parts = [pen.rect(x, y, width, height, "track", radius=height / 2)]
    filled = min(max(share or 0.0, 0.0), 1.0) * width
    if filled > 0:
        parts.append(pen.rect(x, y, max(filled, height), height, status, radius=height / 2))
    for limit in (limits.at_risk, limits.on_track) if limits else ():
        if 0 < limit < 1:
            parts.append(pen.rect(x + limit * width - 0.6, y - 1, 1.2, height + 2, "ink", fill_opacity="0.4"))
    return "".join(parts)
