"""Lines that stand for something one can go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from scorecard.rendering.columns import folded, line_width, padded, paragraph
from scorecard.rendering.spans import Line, Span, cell_width
from scorecard.review import Decision

PlaceKind: TypeAlias = Literal["overview", "perspective", "goal", "kpi", "decision"]


class Place(NamedTuple):
    """What a page shows; of a decision ``id`` is its goal, empty for one that has none."""

    kind: PlaceKind
    id: str = ""
    decision: Decision | None = None


OVERVIEW = Place("overview")


class Row(NamedTuple):
    """Lines that belong together and the place that they lead to, if any; ``business``: they are on the agenda."""

    lines: tuple[Line, ...]
    place: Place | None = None
    business: bool = False


def text_rows(lines: Sequence[Line]) -> list[Row]:
    """Lines that lead nowhere."""
    return [Row(tuple(lines))] if lines else []


def title_row(text: str, words: str = "", width: int | None = None) -> Row:
    """The title of a part, with what is to be known of it, and a blank line above."""
    line: Line = (Span(text, "strong"),)
    if not words:
        return Row(((), line))
    longer: Line = (*line, Span(f"  {words}", "muted"))
    if width is None or line_width(longer) <= width:
        return Row(((), longer))
    return Row(((), line, *paragraph(words, "muted", width=width)))


def with_end(lines: Sequence[Line], end: Line, width: int) -> tuple[Line, ...]:
    """Lines with ``end`` at the right of the last one, or on a line of its own where there is no room."""
    *before, last = lines
    room = width - line_width(end)
    if line_width(last) + 2 <= room:
        return (*before, (*padded(last, room), *end))
    if room >= 0:
        return (*before, last, (Span(" " * room), *end))
    return (*lines, *folded(end, width))


def marked(mark: Span, text: str, style: str, width: int) -> list[Line]:
    """A folded text behind a mark, its further lines below its first word."""
    indent = cell_width(mark.text) + 1
    first, *more = paragraph(text, style, indent=indent, width=width)
    return [(mark, Span(" "), *first[1:]), *more]
