"""Numbers over time in the terminal: a sparkline for each, and for a few of them all values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from scorecard.history import History, Series, SeriesKind
from scorecard.rendering.columns import GAP, Row, natural_width, paragraph, table_rows
from scorecard.rendering.history.period_table import period_table
from scorecard.rendering.history.series_words import (
    LOW_COVERAGE_LINE,
    change,
    ends,
    has_brackets,
    notes,
    number_words,
    span_words,
    status_now,
)
from scorecard.rendering.history.sparkline import SCALE_LINE, break_places, sparkline
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE

MOST_WITH_VALUES = 6
"""So many series at most are shown with all their values."""

_GLYPH, _NAME, _ID, _NUMBER, _SPARK, _FIRST, _LAST, _CHANGE = range(8)
_LEAST_BARS = 12
_INDENT = 2
_GROUP: dict[SeriesKind, str] = {
    "index": "Index and perspectives",
    "perspective": "Index and perspectives",
    "goal": "Goals",
    "kpi": "KPIs",
    "measure": "Measures",
}


class _Layout(NamedTuple):
    """Which columns are left out, and how many periods the sparklines show."""

    without: frozenset[int]
    newest: int


def history_table(history: History, *, width: int | None = None, ascii: bool = False) -> tuple[Line, ...]:
    """The history as lines of at most ``width`` cells; ``None`` is as wide as needed.

    On a narrow terminal old periods, then columns go first, and only then texts fold; ids are never cut.
    """
    title = " · ".join((printable(history.map), span_words(history), f"as of {day(history.as_of)}"))
    lines = [*paragraph(title, "strong", width=width), (), *_overview(history, width)]
    shown = history.series
    if 0 < len(shown) <= MOST_WITH_VALUES:
        lines += [(), *period_table(history, width)]
    if has_brackets(shown):
        lines += [(), *paragraph(LOW_COVERAGE_LINE, "muted", width=width)]
    said = notes(history)
    if said:
        lines.append(())
    for note in said:
        lines += paragraph(printable(note), width=width)
    lines += [(), *paragraph(SCALE_LINE, "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _overview(history: History, width: int | None) -> list[Line]:
    shown = history.series
    if not shown:
        return [(Span("Nothing is selected.", "muted"),)]
    parted = set(chain.from_iterable(break_places(series, history.periods) for series in shown))
    words = number_words(shown)
    rows = [_row(history, series, parted, word) for series, word in zip(shown, words, strict=True)]
    layout = _layout(rows, len(history.periods), len(parted), width)
    blocks: list[list[Line]]
    if layout is None:
        blocks = [_stacked(history, series, row, parted, width) for series, row in zip(shown, rows, strict=True)]
        heading: list[Line] = []
    else:
        newest = [sparkline(series, history.periods, parted, layout.newest) for series in shown]
        cells = [(*row[:_SPARK], bars, *row[_SPARK + 1 :]) for row, bars in zip(rows, newest, strict=True)]
        laid = [_without(row, layout.without) for row in (_headings(rows), *cells)]
        heading, *blocks = table_rows(laid, right=(_FIRST, _LAST), indent=_INDENT)
    lines = [*heading, *_grouped(shown, blocks)]
    cut = len(history.periods) if layout is None else layout.newest
    if cut < len(history.periods):
        text = f"The sparklines show the last {cut} of {len(history.periods)} periods."
        lines += ((), *paragraph(text, "muted", width=width))
    return lines


def _row(history: History, series: Series, parted: set[int], word: str) -> Row:
    status = status_now(history, series)
    first, last = ends(series, history.currency)
    style = "" if status is None else STATUS_STYLE[status]
    return (
        (Span("" if status is None else STATUS_GLYPH[status], style),),
        (Span(printable(series.name)),),
        (Span(series.id, "muted"),),
        (Span(word),),
        sparkline(series, history.periods, parted, len(history.periods)),
        (Span(printable(first), "muted"),),
        (Span(printable(last), style),),
        (Span(printable(change(series, history.currency))),),
    )


def _headings(rows: Sequence[Row]) -> Row:
    words = {_FIRST: "first", _LAST: "last", _CHANGE: "change"}
    return tuple((Span(words.get(column, ""), "muted"),) for column in range(len(rows[0])))


def _without(row: Row, columns: frozenset[int]) -> Row:
    return tuple(() if column in columns else cell for column, cell in enumerate(row))


def _layout(rows: Sequence[Row], periods: int, breaks: int, width: int | None) -> _Layout | None:
    """The first layout that fits, the widest sparklines in it; None where not even the narrowest does."""
    if width is None:
        return _Layout(frozenset(), periods)
    headed = [_headings(rows), *rows]
    for without in ((), (_FIRST,), (_NAME,), (_NAME, _FIRST), (_NAME, _FIRST, _CHANGE)):
        left_out = frozenset(without)
        room = width - _INDENT - natural_width([_without(row, left_out | {_SPARK}) for row in headed]) - GAP - breaks
        if room >= min(periods, _LEAST_BARS):
            return _Layout(left_out, min(periods, room))
    return None


def _stacked(history: History, series: Series, row: Row, parted: set[int], width: int | None) -> list[Line]:
    """An item below each other: glyph and id, name, then its bars and its last value."""
    number = row[_NUMBER][0].text
    head: Line = (*row[_GLYPH], Span("  " if row[_GLYPH][0].text else "   "), *row[_ID])
    bars = sparkline(series, history.periods, parted, max((width or 0) - 3 - len(parted), 1))
    name = f"{row[_NAME][0].text}, {number}" if number else row[_NAME][0].text
    return [
        head,
        *paragraph(name, indent=3, width=width),
        (Span("   "), *bars),
        *paragraph(f"{row[_LAST][0].text}  {row[_CHANGE][0].text}", indent=3, width=width),
    ]


def _grouped(shown: Sequence[Series], blocks: Sequence[list[Line]]) -> list[Line]:
    """The rows below the names of their groups, where there are several."""
    names = [_GROUP[series.kind] for series in shown]
    if len(set(names)) == 1:
        return list(chain.from_iterable(blocks))
    lines: list[Line] = []
    before = ""
    for name, block in zip(names, blocks, strict=True):
        if name != before:
            lines += [(), (Span(name, "strong"),)] if before else [(Span(name, "strong"),)]
        lines += block
        before = name
    return lines
