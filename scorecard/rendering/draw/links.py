"""The links on the canvas: their lines, what they end in, and the delay written beside them."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.geometry import Point, Route
from scorecard.rendering.draw.canvas import Canvas
from scorecard.rendering.spans import Span, cell_width


def run_links(canvas: Canvas, routes: Sequence[Route]) -> None:
    """Draw the lines of all links; each ends below its effect in a mark that says how it acts."""
    for route in routes:
        start, end = route.points[0], route.points[-1]
        # The line leaves in the first row above its cause and arrives in the first one below its effect.
        canvas.run(route.bundle, [Point(start.x, start.y - 1), *route.points[1:-1], end])
        canvas.end(int(end.x), int(end.y), canvas.strokes.hinders if route.arrow.hinders else canvas.strokes.drives)


def write_delay(canvas: Canvas, route: Route, words: str) -> bool:
    """Write a delay beside the line where it leaves its cause and nothing has joined it; whether there was room."""
    start, turn = route.points[0], route.points[1]
    width = cell_width(words)
    x = int(start.x)
    for y in range(int(start.y) - 1, int(turn.y), -1):
        if not canvas.is_upright(route.bundle, x, y):
            break
        for left, free in ((x + 2, x + 1), (x - 1 - width, x - 2 - width)):
            if canvas.is_free(free, y, width + 2):
                canvas.write(left, y, (Span(words, "muted"),))
                return True
    return False
