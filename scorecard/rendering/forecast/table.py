"""A forecast in the terminal: the outlooks with past and future as bars, and how each KPI is forecast."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from scorecard.forecasted import Estimate, Forecast, KpiForecast, OutlookForecast
from scorecard.rendering.columns import Row, natural_width, paragraph, table_rows
from scorecard.rendering.forecast import sentences
from scorecard.rendering.history.sparkline import GAP, LEVELS, share_between
from scorecard.rendering.numbers import amount
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE

_NOW = "┊"
_INDENT = 2
_KPI_CELLS = 8
_LEAST_HOW = 16


def forecast_table(forecast: Forecast, *, width: int | None = None, ascii: bool = False) -> tuple[Line, ...]:
    """The forecast as lines of at most ``width`` cells; ``None`` is as wide as needed."""
    lines = [*paragraph(printable(sentences.title(forecast)), "strong", width=width), ()]
    if not sentences.has_figures(forecast):
        lines += paragraph(sentences.NOTHING, width=width)
        return as_ascii(lines) if ascii else tuple(lines)
    lines += _outlooks(forecast, width)
    lines.append(())
    for text in sentences.lead(forecast.outlooks, forecast):
        lines += paragraph(printable(text), width=width)
    lines += [(), *_kpis(forecast, width), ()]
    notes = [sentences.backtest_sentence(forecast), sentences.METHOD_LINE]
    notes.append(f"Bars: what was, {_NOW} and what is expected.")
    notes.append(sentences.CLAMPED_LINE if sentences.is_clamped(forecast) else "")
    for note in filter(None, notes):
        lines += paragraph(note, "muted", width=width)
    return as_ascii(lines) if ascii else tuple(lines)


def _outlooks(forecast: Forecast, width: int | None) -> list[Line]:
    heads = ("", "Outlook", "", "", "now", str(forecast.periods[-1]), "on track")
    rows: list[Row] = [tuple((Span(head, "strong"),) for head in heads)]
    rows += [_outlook(item) for item in forecast.outlooks]
    return _fitted(rows, width, (4, 6))


def _outlook(item: OutlookForecast) -> Row:
    if not item.estimates or item.start is None:
        return (
            *((Span(STATUS_GLYPH["no-data"], "none"),), (Span(printable(item.name)),), (Span(item.id, "muted"),)),
            *((), (Span("no data", "muted"),), (), ()),
        )
    known = not item.chances[-1]["no-data"]
    last, status = item.estimates[-1], item.statuses[-1]
    return (
        (Span(STATUS_GLYPH[item.status], STATUS_STYLE[item.status]),),
        (Span(printable(item.name)),),
        (Span(item.id, "muted"),),
        bars([*item.past[-12:-1], item.start], item.estimates, (0.0, 1.0)),
        (Span(sentences.share(item.start, item.limits), STATUS_STYLE[item.status]),),
        (Span(f"{STATUS_GLYPH[status]} ", STATUS_STYLE[status]), Span(sentences.outlook_words(last, item.limits))),
        (Span(sentences.chance(item.chances[-1]["on-track"]) if known else "–", "" if known else "muted"),),
    )


def bars(past: Sequence[float | None], coming: Sequence[Estimate], ends: tuple[float, float]) -> Line:
    """Past and future as small bars, parted by a mark."""
    return (
        Span("".join(_bar(value, *ends) for value in past), "muted"),
        Span(_NOW),
        Span("".join(_bar(one.mean, *ends) for one in coming)),
    )


def _bar(value: float | None, low: float, high: float) -> str:
    if value is None:
        return GAP
    place = share_between(min(max(value, low), high), low, high)
    highest = len(LEVELS) - 1
    return LEVELS[highest // 2] if place is None else LEVELS[min(max(int(place * highest + 1e-9), 0), highest)]


def _kpis(forecast: Forecast, width: int | None) -> list[Line]:
    heads = ("KPI", "", "", "now", str(forecast.periods[-1]), "error", "last value's", "how")
    rows: list[Row] = [tuple((Span(head, "strong"),) for head in heads)]
    rows += [_kpi(kpi, forecast.currency) for kpi in forecast.kpis]
    return _fitted(rows, width, (3, 5, 6))


def _kpi(kpi: KpiForecast, currency: str | None) -> Row:
    known = [value for value in (*kpi.past, *(one.mean for one in kpi.values)) if value is not None]
    ends = min(known, default=0.0), max(known, default=0.0)
    error, naive = sentences.error_words(kpi, currency)
    now = "–" if kpi.value is None else amount(kpi.value, kpi.unit, currency)
    return (
        (Span(printable(kpi.name)),),
        (Span(kpi.id, "muted"),),
        bars(kpi.past, kpi.values, ends),
        (Span(printable(now)),),
        (Span(printable(sentences.value_words(kpi, currency))),),
        (Span(printable(error)),),
        (Span(printable(naive), "muted"),),
        (Span(sentences.method_words(kpi), "muted"),),
    )


def _fitted(rows: list[Row], width: int | None, right: tuple[int, ...]) -> list[Line]:
    """A table where it fits, without names where that helps, else one thing below the other."""
    nameless: list[Row] = [tuple(() if place in _name(row) else cell for place, cell in enumerate(row)) for row in rows]
    folding = len(rows[0]) - 1 if len(rows[0]) == _KPI_CELLS else None
    for found in (rows, nameless):
        least = natural_width([row if folding is None else row[:-1] for row in found]) + _INDENT
        if width is None or least + (0 if folding is None else _LEAST_HOW) <= width:
            return list(
                chain.from_iterable(table_rows(found, right=right, indent=_INDENT, width=width, folding=folding))
            )
    return _stacked(rows, width)


def _name(row: Row) -> tuple[int, ...]:
    """The place of the name: behind the mark of an outlook, first of a KPI."""
    return (1,) if len(row) == 7 else (0,)


def _stacked(rows: list[Row], width: int | None) -> list[Line]:
    heads, *items = rows
    names = 3 if len(heads) == 7 else 2
    lines: list[Line] = []
    for row in items:
        ends = [Span("  "), *chain.from_iterable((*cell, Span(" ")) for cell in row[:names])]
        lines += [*paragraph("".join(span.text for span in ends).strip(), "strong", width=width)]
        lines.append((Span("    "), *row[names]))
        cells = []
        for head, cell in zip(heads[names + 1 :], row[names + 1 :], strict=True):
            text = "".join(span.text for span in cell)
            cells.append(f"{head[0].text} {text}" if head and text and head[0].text != "how" else text)
        lines += paragraph("; ".join(filter(None, cells)), indent=4, width=width)
    return lines
