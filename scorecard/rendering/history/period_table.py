"""All values of a few series: a row for each period, a column for each series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.history import History, Series
from scorecard.rendering.columns import Row, natural_width, table
from scorecard.rendering.history.series_words import cell_text, marks, number_words
from scorecard.rendering.history.sparkline import BREAK, break_places
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_STYLE

_INDENT = 2


def period_table(history: History, width: int | None) -> list[Line]:
    """The periods below each other, oldest first; as many tables as the width asks for, ids are never cut.

    A break stands as ``│`` before the first value after it.
    """
    words = number_words(history.series)
    heads = 2 if any(words) else 1
    columns = [
        _column(history, series, [series.id, word][:heads]) for series, word in zip(history.series, words, strict=True)
    ]
    periods: list[Line] = [*([()] * heads), *((Span(str(period)),) for period in history.periods)]
    said: list[Line] = [()] * heads
    said += [(Span(marks(history, place), "muted"),) for place in range(len(history.periods))]
    lines: list[Line] = []
    for chosen in _fitting(columns, periods, said, width):
        rows: list[Row] = list(zip(periods, *chosen, said, strict=True))
        if width is not None and _INDENT + natural_width(rows) > width:
            rows = [row[:-1] for row in rows]
        lines += [*([()] if lines else []), *table(rows, right=range(1, len(chosen) + 1), indent=_INDENT)]
    return lines


def _column(history: History, series: Series, heads: Sequence[str]) -> list[Line]:
    """The lines above a column, and the values."""
    broken = break_places(series, history.periods)
    cells: list[Line] = [(Span(text, "muted" if line else "strong"),) for line, text in enumerate(heads)]
    for place in range(len(history.periods)):
        text = printable(cell_text(series, place, history.currency))
        mark = (Span(f"{BREAK} ", "muted"),) if place in broken else ()
        cells.append((*mark, Span(text, _style(series, place))))
    return cells


def _style(series: Series, place: int) -> str:
    if series.values[place] is None:
        return "muted"
    return STATUS_STYLE[series.statuses[place]] if series.statuses else ""


def _fitting(
    columns: Sequence[list[Line]], periods: Sequence[Line], said: Sequence[Line], width: int | None
) -> Iterator[list[list[Line]]]:
    """The columns in groups that fit side by side, at least one in each."""
    group: list[list[Line]] = []
    for column in columns:
        wider = [*group, column]
        rows: list[Row] = list(zip(periods, *wider, said, strict=True))
        if group and width is not None and _INDENT + natural_width(rows) > width:
            yield group
            wider = [column]
        group = wider
    yield group
