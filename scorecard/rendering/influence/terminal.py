"""A judgement of influence for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.influence import Influence
from scorecard.rendering.columns import Row, natural_width, paragraph, table
from scorecard.rendering.influence import phrases
from scorecard.rendering.spans import Line, Span, as_ascii, printable

_INDENT = 2


def influence_table(found: Influence, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """Prominence and net of every goal, the total relation where there is room for it, and the weights proposed."""
    lines = [*paragraph(printable(phrases.title(found)), "strong", width=width), ()]
    lines += _goals(found, width)
    matrix = _matrix(found)
    if width is None or _INDENT + natural_width(matrix) <= width:
        lines += [(), (Span("Total relation", "strong"), Span("  row influences column", "muted"))]
        lines += table(matrix, right=range(1, len(found.goals) + 1), indent=_INDENT, width=width)
    if found.map:
        lines += _arrows(found, width)
    lines += [(), *paragraph(phrases.READING, "muted", width=width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _goals(found: Influence, width: int | None) -> list[Line]:
    head: Row = _muted(("goal", "", "prominence", "net", ""))
    rows: list[Row] = [head]
    for one in sorted(found.standings, key=lambda standing: -standing.prominence):
        side = "cause" if one.net > 0 else "effect" if one.net < 0 else ""
        named = "" if one.name == one.id else one.name
        rows.append(
            (
                (Span(printable(one.id)),),
                (Span(printable(named), "muted"),),
                (Span(phrases.number(one.prominence)),),
                (Span(phrases.number(one.net)),),
                (Span(side, "muted"),),
            )
        )
    return table(rows, right=(2, 3), indent=_INDENT, width=width, folding=1)


def _matrix(found: Influence) -> list[Row]:
    names = [printable(goal) for goal in found.goals]
    rows: list[Row] = [((), *((Span(name, "muted"),) for name in names))]
    rows += [
        ((Span(name),), *((Span(phrases.number(value)),) for value in row))
        for name, row in zip(names, found.total, strict=True)
    ]
    return rows


def _arrows(found: Influence, width: int | None) -> list[Line]:
    lines: list[Line] = [(), (Span("Arrows of the map", "strong"),)]
    rows: list[Row] = [_muted(("cause", "effect", "direct", "total", "weight"))]
    for one in found.proposals:
        numbers = (phrases.weight(one.direct), phrases.number(one.total))
        style = "caution" if one.proposed is None else ""
        rows.append((*_plain((one.cause, one.effect, *numbers)), (Span(phrases.proposal_words(one), style),)))
    if found.proposals:
        lines += table(rows, right=(2, 3), indent=_INDENT, width=width, folding=4)
    else:
        lines += paragraph("No arrow runs between goals that were judged.", "muted", indent=_INDENT, width=width)
    if found.unseen:
        lines += [(), (Span("Strong influences that are no arrow", "strong"),)]
        unseen: list[Row] = [_muted(("cause", "effect", "direct", "total"))]
        unseen += [
            _plain((one.cause, one.effect, phrases.weight(one.direct), phrases.number(one.total)))
            for one in found.unseen
        ]
        lines += table(unseen, right=(2, 3), indent=_INDENT, width=width)
    if outside := phrases.outside_words(found):
        lines += [(), *paragraph(printable(outside), "muted", width=width)]
    return lines


def _plain(texts: Sequence[str]) -> Row:
    return tuple((Span(printable(text)),) for text in texts)


def _muted(texts: Sequence[str]) -> Row:
    return tuple((Span(text, "muted"),) for text in texts)
