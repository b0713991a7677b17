"""The history as Markdown: a table with a row for each series, and for a few of them all values."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.history import History, Series
from scorecard.rendering.history.series_words import (
    LOW_COVERAGE_LINE,
    cell_text,
    change,
    ends,
    has_brackets,
    marks,
    notes,
    number_words,
    span_words,
    status_now,
)
from scorecard.rendering.history.sparkline import BREAK, SCALE_LINE, break_places, sparkline
from scorecard.rendering.history.table import MOST_WITH_VALUES
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.numbers import day
from scorecard.rendering.words import STATUS_GLYPH, STATUS_WORD


def history_markdown(history: History) -> str:
    """The history for a ticket or a report; as in the terminal, all values are shown for up to six series."""
    shown = history.series
    lines = [f"## {markdown_text(history.map)}", "", f"{span_words(history)}, as of {day(history.as_of)}", ""]
    words = number_words(shown)
    rows = [_row(history, series, word) for series, word in zip(shown, words, strict=True)]
    lines += markdown_table(("Status", "Item", "Over time", "First", "Last", "Change"), rows, right=(3, 4))
    if not shown:
        lines += ["Nothing is selected.", ""]
    elif len(shown) <= MOST_WITH_VALUES:
        lines += _values(history, shown, words)
    lines += [LOW_COVERAGE_LINE, ""] if has_brackets(shown) else []
    said = notes(history)
    lines += [*(f"- {markdown_text(note)}" for note in said), *([""] if said else [])]
    return "\n".join([*lines, f"<sub>{markdown_text(SCALE_LINE)}</sub>"]) + "\n"


def _row(history: History, series: Series, word: str) -> tuple[str, ...]:
    status = status_now(history, series)
    first, last = ends(series, history.currency)
    own = break_places(series, history.periods)
    bars = "".join(span.text for span in sparkline(series, history.periods, own, len(history.periods)))
    return (
        "" if status is None else f"{STATUS_GLYPH[status]} {STATUS_WORD[status]}",
        f"{markdown_text(series.name)}{f', {word}' if word else ''}<br>{markdown_id(series.id)}",
        bars,
        markdown_text(first),
        markdown_text(last),
        markdown_text(change(series, history.currency)),
    )


def _values(history: History, shown: Sequence[Series], words: Sequence[str]) -> list[str]:
    heads = [
        markdown_id(series.id) + (f"<br>{word}" if word else "") for series, word in zip(shown, words, strict=True)
    ]
    broken = [break_places(series, history.periods) for series in shown]
    rows = []
    for place, period in enumerate(history.periods):
        cells = [
            (f"{BREAK} " if place in places else "") + markdown_text(cell_text(series, place, history.currency))
            for series, places in zip(shown, broken, strict=True)
        ]
        rows.append((str(period), *cells, marks(history, place)))
    return markdown_table(("Period", *heads, ""), rows, right=range(1, len(shown) + 1))
