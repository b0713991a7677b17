"""Distributions of outlooks for the terminal: where each comes to lie, and with what chance."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.distribution import Distribution, OutlookDistribution, UncertainValue
from scorecard.rendering.columns import Row, folded, natural_width, paragraph, table, table_rows
from scorecard.rendering.simulation import chances
from scorecard.rendering.simulation.phrases import names_of
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import Scorecard

_INDENT = 2
_LEAST_NAME = 16


def distribution_lines(found: Distribution, card: Scorecard, title: str, width: int | None) -> list[Line]:
    """The uncertain KPIs, and below them every outlook that they reach, the index first."""
    lines = paragraph("Uncertain values" + (f": {title}" if title else ""), "strong", width=width)
    lines += _values(found.kpis, card.map.currency, width)
    for text in chances.exceptions(found, names_of(card)):
        lines += paragraph(printable(text), "muted", indent=_INDENT, width=width)
    lines += [(), *paragraph("Outlooks, and the chance of each status", "strong", width=width)]
    lines += [*paragraph(chances.headline(found), indent=_INDENT, width=width), ()]
    shown = chances.shown(found)
    lines += _outlooks(shown, width) if shown else []
    for text in chances.notes(found):
        lines += paragraph(text, "muted", indent=_INDENT, width=width)
    return lines


def _values(kpis: Sequence[UncertainValue], currency: str | None, width: int | None) -> list[Line]:
    """Each KPI in one line where all of them fit, else a sentence for each."""
    if not kpis:
        return paragraph("No value is uncertain.", indent=_INDENT, width=width)
    heads = ("", "", "around", "90 of 100 times", "told from")
    rows: list[Row] = [tuple((Span(head, "muted"),) for head in heads)]
    for one in kpis:
        told = chances.around(one, currency), chances.values_between(one, currency)
        rows.append(
            (
                (Span(printable(one.name)),),
                (Span(one.id, "muted"),),
                *((Span(printable(text)),) for text in told),
                (Span(chances.told_from(one), "muted"),),
            )
        )
    if width is None or _INDENT + natural_width([row[1:] for row in rows]) + _LEAST_NAME <= width:
        return table(rows, right=(2, 3), indent=_INDENT, width=width, folding=0)
    lines: list[Line] = []
    for one in kpis:
        text = printable(chances.value_sentence(one, currency))
        lines += folded((Span(text),), width and width - _INDENT, indent=_INDENT)
    return [(Span(" " * _INDENT), *line) for line in lines]


def _outlooks(shown: Sequence[OutlookDistribution], width: int | None) -> list[Line]:
    """A row for each outlook, in a second line what else is to be said; without its shape where that does not fit."""
    words = tuple(STATUS_WORD[status] for status in chances.CHANCES)
    heads = ("", "now", "mean", "90 of 100 times", *words, "0 % to 100 %")
    rows: list[Row] = [tuple((Span(head, "muted"),) for head in heads), *map(_row, shown)]
    if width is not None and _INDENT + natural_width([row[1:] for row in rows]) + _LEAST_NAME > width:
        rows = [row[:-1] for row in rows]
    if width is not None and _INDENT + natural_width([row[1:] for row in rows]) + _LEAST_NAME > width:
        return _stacked(shown, width)
    lines: list[Line] = []
    fitted = table_rows(rows, right=range(1, 7), indent=_INDENT, width=width, folding=0)
    for one, row in zip([None, *shown], fitted, strict=True):
        lines += row
        if one is not None:
            lines += paragraph(_remarks(one), "muted", indent=2 * _INDENT, width=width)
    return lines


def _stacked(shown: Sequence[OutlookDistribution], width: int) -> list[Line]:
    lines: list[Line] = []
    for one in shown:
        lines += paragraph(printable(one.name), indent=_INDENT, width=width)
        text = f"mean {chances.mean(one)}, 90 of 100 times {chances.between(one)}; {chances.chances(one)}"
        lines += paragraph(text, indent=2 * _INDENT, width=width)
        lines += paragraph(_remarks(one), "muted", indent=2 * _INDENT, width=width)
    return lines


def _remarks(one: OutlookDistribution) -> str:
    return " · ".join([*([] if one.kind == "index" else [one.id]), *chances.remarks(one)])


def _row(one: OutlookDistribution) -> Row:
    now = chances.now(one), chances.mean(one), chances.between(one)
    texts = printable(one.name), *now, *chances.chance_cells(one), chances.bars(one.shape)
    return tuple((Span(text),) for text in texts)
