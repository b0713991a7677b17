"""The evidence in the terminal: a block for each verdict, a sentence for each arrow."""

from __future__ import annotations

from scorecard.arrow_evidence import Evidence
from scorecard.rendering.columns import paragraph
from scorecard.rendering.evidence.sentences import (
    NOTES,
    VERDICT_GLYPH,
    VERDICT_STYLE,
    VERDICT_WORD,
    headline,
    sentence,
)
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable

_INDENT = 3
_MOST_WIDTH = 110


def evidence_table(found: Evidence, *, width: int | None = None, ascii: bool = False) -> tuple[Line, ...]:
    """The evidence as lines of at most ``width`` cells, 110 at most: longer sentences are hard to read.

    Verdicts that say most come first; within one the order is that of the map.
    """
    width = min(width or _MOST_WIDTH, _MOST_WIDTH)
    title = f"{printable(found.map)} · does the data support the arrows? · as of {day(found.as_of)}"
    lines = [*paragraph(title, "strong", width=width), *paragraph(headline(found), width=width)]
    for verdict, word in VERDICT_WORD.items():
        arrows = [arrow for arrow in found.arrows if arrow.verdict == verdict]
        if not arrows:
            continue
        lines += [(), (Span(f"{VERDICT_GLYPH[verdict]}  {word}", f"{VERDICT_STYLE[verdict]} strong"),)]
        for arrow in arrows:
            lines += paragraph(printable(sentence(arrow, found.rhythm)), indent=_INDENT, width=width)
            bar = "-|" if arrow.kind == "hindered-by" else "→"
            lines += paragraph(f"{arrow.cause} {bar} {arrow.effect}", "muted", indent=_INDENT, width=width)
    if any(arrow.r is not None for arrow in found.arrows):
        for note in NOTES:
            lines += [(), *paragraph(note, "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)
