"""The column on the left: the name of each perspective with its number."""

from __future__ import annotations

from scorecard.rendering.draw.clipping import wrapped
from scorecard.rendering.draw.sketch import LABEL
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, STATUS_WORD, counts_by_status
from scorecard.result import Limits, PerspectiveScore

_MOST_LINES = 4


def label_lines(perspective: PerspectiveScore, limits: Limits) -> list[Line]:
    """The name, status and number of a perspective, with its coverage where that is not complete."""
    lines: list[Line] = [(Span(line, "strong"),) for line in wrapped(perspective.name, LABEL - 2, _MOST_LINES)]
    if not any(counts_by_status(perspective.counts).values()):
        return [*lines, (Span("no goals", "muted"),)]
    style = STATUS_STYLE[perspective.status]
    number = STATUS_WORD["no-data"]
    if perspective.performance is not None and perspective.status != "no-data":
        number = percent(perspective.performance, limits)
    lines.append((Span(f"{STATUS_GLYPH[perspective.status]} {number}", f"{style} strong"),))
    if perspective.performance is not None and perspective.performance_coverage < 1:
        lines.append((Span(f"coverage {percent(perspective.performance_coverage, WHOLE)}", "muted"),))
    return lines
