"""What the marks of a drawing mean: only those that occur."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.period import period_before
from scorecard.rendering.columns import line_width
from scorecard.rendering.draw.cards import PART, TREND_GLYPH, marks_used
from scorecard.rendering.draw.sketch import links_of
from scorecard.rendering.draw.strokes import Strokes
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import HEADING_GLYPH, STATUS_GLYPH, STATUS_STYLE, UNLIKE, delay_words, status_meanings
from scorecard.result import Scorecard

_GAP = 3


def legend_lines(card: Scorecard, strokes: Strokes, width: int) -> list[Line]:
    """The legend in lines of at most ``width`` cells: statuses with their limits, links, trend, outlook."""
    return [*status_legend(card, width), *_set([*_links(card, strokes), *_marks(card)], width)]


def status_legend(card: Scorecard, width: int) -> list[Line]:
    """The statuses that occur, with their limits."""
    return _set(_statuses(card), width)


def _set(entries: Sequence[Line], width: int) -> list[Line]:
    """Entries side by side, as many to a line as fit."""
    lines: list[Line] = []
    for entry in entries:
        if lines and line_width(lines[-1]) + _GAP + line_width(entry) <= width:
            lines[-1] = (*lines[-1], Span(" " * _GAP), *entry)
        else:
            lines.append(entry)
    return lines


def _statuses(card: Scorecard) -> list[Line]:
    shown = {goal.status for goal in card.goals} | {perspective.status for perspective in card.perspectives}
    return [
        (Span(STATUS_GLYPH[status], STATUS_STYLE[status]), Span(f" {text}", "muted"))
        for status, text in status_meanings(card).items()
        if status in shown
    ]


def _links(card: Scorecard, strokes: Strokes) -> list[Line]:
    links = links_of(card)
    found = []
    if any(link.kind == "driven-by" for link in links):
        found.append(_entry(strokes.drives, "drives the goal above it"))
    if any(link.kind == "hindered-by" for link in links):
        found.append(_entry(strokes.hinders, "hinders the goal above it"))
    if delays := [link.delay for link in links if link.delay]:
        found.append(_entry(delay_words(min(delays), card.map.rhythm), "beside a line: until it shows"))
    return found


def _marks(card: Scorecard) -> list[Line]:
    used = marks_used(card)
    found = []
    if marks := "  ".join(f"{mark} {word}" for word, mark in TREND_GLYPH.items() if mark in used):
        found.append(_entry(marks, f"since {period_before(card.period)}, in points"))
    if UNLIKE in used:
        found.append(_entry(UNLIKE, "not like for like: it was made of other KPIs then"))
    if headings := "  ".join(f"{glyph} {heading}" for heading, glyph in HEADING_GLYPH.items() if glyph in used):
        found.append((Span("outlook ", "muted"), Span(headings)))
    if PART in used:
        found.append(_entry(PART, "some drivers are not known"))
    return found


def _entry(mark: str, text: str) -> Line:
    return (Span(mark), Span(f" {text}", "muted"))
