"""The strategy map as lines of text, from a scorecard and the geometry of its map in cells."""

from __future__ import annotations

from scorecard.geometry import Box, Geometry
from scorecard.rendering.columns import line_width, paragraph
from scorecard.rendering.draw.canvas import Canvas
from scorecard.rendering.draw.cards import Cards, card_lines
from scorecard.rendering.draw.labels import label_lines
from scorecard.rendering.draw.links import run_links, write_delay
from scorecard.rendering.draw.strokes import Strokes
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import delay_words
from scorecard.result import PerspectiveScore, Scorecard


def map_lines(cards: Cards, geometry: Geometry, width: int, strokes: Strokes) -> tuple[Line, ...] | None:
    """The map in ``width`` columns; None where a line could not be told from another one, or things do not fit.

    Delays for which there is no room beside their line are said below the map.
    """
    card = cards.card
    canvas = Canvas(width, int(geometry.bottom), strokes)
    for perspective, box in zip(card.perspectives, geometry.bands, strict=True):
        _label(canvas, perspective, box, _first_card(geometry, box), card)
    for goal in card.goals:
        box = geometry.cards[goal.id]
        lines = card_lines(goal, cards, int(box.height), strokes)
        if any(line_width(line) != box.width for line in lines):
            return None
        for number, line in enumerate(lines):
            canvas.write(int(box.x), int(box.y) + number, line)
    run_links(canvas, geometry.routes)
    if not canvas.check():
        return None
    unsaid = _delays(canvas, card, geometry, width)
    return (*canvas.lines(), *unsaid)


def _first_card(geometry: Geometry, band: Box) -> int:
    """The row in which the highest card of a perspective begins."""
    return int(min((box.y for box in geometry.cards.values() if band.y <= box.y < band.bottom), default=band.y))


def _label(canvas: Canvas, perspective: PerspectiveScore, box: Box, beside: int, card: Scorecard) -> None:
    """The name of a perspective, beside its first card where that leaves room for all of it."""
    top, bottom = int(box.y), int(box.bottom)
    lines = label_lines(perspective, card.limits)
    first = max(min(beside, bottom - len(lines)), top)
    spine = Span(canvas.strokes.spine, "muted")
    for y in range(top, bottom):
        inside = first <= y < first + len(lines)
        canvas.write(0, y, (spine, Span(" "), *lines[y - first]) if inside else (spine,))


def _delays(canvas: Canvas, card: Scorecard, geometry: Geometry, width: int) -> list[Line]:
    """Write the delays; what comes back are the lines for those that had no room."""
    names = {goal.id: " ".join(printable(goal.name).split()) for goal in card.goals}
    unsaid: list[Line] = []
    for route in geometry.routes:
        arrow = route.arrow
        if arrow.delay:
            words = delay_words(arrow.delay, card.map.rhythm)
            if not write_delay(canvas, route, words):
                ends = f"{names[arrow.cause]} → {names[arrow.effect]}"
                unsaid += paragraph(f"{ends}: {words} until it shows", "muted", width=width)
    return [(), *unsaid] if unsaid else []
