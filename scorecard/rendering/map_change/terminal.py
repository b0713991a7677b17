"""Differences for the terminal: an edit on each line with what it does to the index, below it the goals it moves."""

from __future__ import annotations

from scorecard.map_change import MapChange
from scorecard.rendering.columns import Row, paragraph, table_rows
from scorecard.rendering.map_change import phrases
from scorecard.rendering.spans import Line, Span, as_ascii, printable

_INDENT = 2
_BELOW = 6


def map_change_table(change: MapChange, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The differences as lines of at most ``width`` cells."""
    lines = paragraph(printable(phrases.title(change)), "strong", width=width)
    lines += paragraph(printable(phrases.about(change)), "muted", width=width)
    lines += [*paragraph(printable(phrases.headline(change)), width=width), ()]
    twice = phrases.look_twice(change)
    if twice:
        lines += [(Span("Look twice", "strong"),)]
        for text in twice:
            lines += paragraph(f"! {printable(text)}", "caution", indent=_INDENT, width=width)
        lines += [()]
    if change.edits:
        lines += _edits(change, width)
    if change.steps:
        lines += [(), *paragraph(phrases.READING, "muted", width=width)]
    while not lines[-1]:
        lines.pop()
    return as_ascii(lines) if ascii else tuple(lines)


def _edits(change: MapChange, width: int | None) -> list[Line]:
    """The edits in order; several that are one step share its effect, which stands at the last of them."""
    effects = phrases.effects(change)
    rows: list[Row] = [((), (Span("edit", "muted"),), (Span("index", "muted"),), (Span("outlook", "muted"),))]
    for place, edit in enumerate(change.edits):
        step = change.steps[edit.step] if edit.step is not None else None
        index, outlook = ("–", "–") if edit.step is None or step is None else effects[edit.step]
        if step is not None and place != step.edits[-1]:
            index, outlook = "↓", "↓"
        mark = "!" if edit.suspicions else {"added": "+", "removed": "−"}.get(edit.kind, "~")
        said = (Span(printable(phrases.sentence(edit, change))),)
        rows.append(((Span(mark, "caution" if edit.suspicions else "muted"),), said, (Span(index),), (Span(outlook),)))
    one, other = phrases.total(change)
    rows.append(((), (Span("all together", "strong"),), (Span(one, "strong"),), (Span(other, "strong"),)))
    fitted = table_rows(rows, right=(2, 3), indent=_INDENT, width=width, folding=1)
    lines = list(fitted[0])
    for place, edit in enumerate(change.edits):
        lines += fitted[place + 1]
        if edit.step is not None and change.steps[edit.step].edits[-1] == place:
            for text in phrases.step_words(change.steps[edit.step]):
                lines += paragraph(printable(text), "muted", indent=_BELOW, width=width)
    return [*lines, *(fitted[-1] if change.steps else ())]
