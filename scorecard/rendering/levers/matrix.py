"""The matrix of total effects for the terminal."""

from __future__ import annotations

from scorecard.lever import TotalEffects
from scorecard.rendering.columns import Row, natural_width, paragraph, table
from scorecard.rendering.levers.phrases import MATRIX_READING, effect_number
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import period_words

_INDENT = 2


def total_effects_table(found: TotalEffects, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """A row for each goal that is moved, a numbered column for each that moves it; where they are more than ``width``
    has room for, a list of the effects of each goal instead."""
    card = found.card
    about = f"{card.map.name} · {period_words(card)} · as of {day(card.as_of)}"
    lines = [(Span("Total effects between goals", "strong"),), *paragraph(printable(about), "muted", width=width), ()]
    head: Row = ((), (), *((Span(str(place), "muted"),) for place in range(1, len(found.goals) + 1)))
    rows: list[Row] = [head]
    for place, (goal, effects) in enumerate(zip(found.goals, found.rows, strict=True), start=1):
        cells = [(Span(effect_number(effect), "muted" if not effect else ""),) for effect in effects]
        rows.append(((Span(str(place), "muted"),), (Span(goal),), *cells))
    if width is None or _INDENT + natural_width(rows) <= width:
        lines += table(rows, right=(0, *range(2, len(found.goals) + 2)), indent=_INDENT, width=width)
    else:
        lines += _listed(found, width)
    lines += [(), *paragraph(MATRIX_READING, "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _listed(found: TotalEffects, width: int | None) -> list[Line]:
    lines: list[Line] = []
    for goal, effects in zip(found.goals, found.rows, strict=True):
        moved_by = [
            f"{cause} {effect_number(effect)}"
            for cause, effect in zip(found.goals, effects, strict=True)
            if effect and cause != goal
        ]
        lines += paragraph(goal, "strong", indent=_INDENT, width=width)
        lines += paragraph(", ".join(moved_by) or "no goal moves it", indent=_INDENT * 2, width=width)
    return lines
