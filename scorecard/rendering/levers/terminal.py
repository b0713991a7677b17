"""Levers for the terminal: a line of numbers for each KPI, below it what one unit moves and what it would take."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.lever import Lever, Levers
from scorecard.rendering.columns import Row, paragraph, table_rows
from scorecard.rendering.levers import phrases
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE

_INDENT = 2
_BELOW = 4


def levers_table(found: Levers, *, width: int | None, ascii: bool = False, most: int | None = None) -> tuple[Line, ...]:
    """The levers as lines of at most ``width`` cells, at most so many of them; names fold, ids are never cut."""
    lines = paragraph(printable(phrases.title(found)), "strong", width=width)
    lines += paragraph(printable(phrases.about(found)), "muted", width=width)
    lines += [*paragraph(printable(phrases.outlook_sentence(found)), width=width), ()]
    shown = found.levers[:most]
    lines += _levers(shown, found, width) if shown else paragraph(phrases.none_words(found), "muted", width=width)
    if len(found.levers) > len(shown):
        lines += [(), *paragraph(phrases.rest_words(found, len(shown)), "muted", indent=_INDENT, width=width)]
    notes = phrases.notes(found)
    lines += [()] if notes else []
    for text in notes:
        lines += paragraph(printable(text), "muted", width=width)
    lines += [(), *paragraph(phrases.READING, "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _levers(shown: Sequence[Lever], found: Levers, width: int | None) -> list[Line]:
    head: Row = ((), *((Span(word, "muted"),) for word in ("", "now", "target", "performance", "per point", "adds")))
    rows = [head, *(_row(lever, found) for lever in shown)]
    lines: list[Line] = []
    fitted = table_rows(rows, right=(2, 3, 4, 5, 6), indent=_INDENT, width=width, folding=1)
    for lever, row in zip([None, *shown], fitted, strict=True):
        lines += row
        if lever is not None:
            words = " · ".join(filter(None, (lever.id, phrases.details(lever, found))))
            lines += paragraph(printable(words), "muted", indent=_BELOW, width=width)
    return lines


def _row(lever: Lever, found: Levers) -> Row:
    style = STATUS_STYLE[lever.status]
    currency = found.card.map.currency
    return (
        (Span(STATUS_GLYPH[lever.status], style),),
        (Span(printable(lever.name), "strong"),),
        (Span(printable(phrases.value(lever, currency))),),
        (Span(printable(phrases.reach(lever, currency))),),
        (Span(percent(lever.performance, lever.limits), style),),
        (Span(phrases.per_point(lever.share)),),
        (Span(phrases.adds(lever.gain), "strong"),),
    )
