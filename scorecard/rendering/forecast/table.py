"""A forecast in the terminal: the outlooks with past and future as bars, and how each KPI is forecast."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from scorecard.forecasted import Estimate, Forecast, KpiForecast, OutlookForecast
from scorecard.rendering.columns import Row, natural_width, paragraph, table_rows
from scorecard.rendering.forecast import sentences
from scorecard.rendering.history.sparkline import GAP, LEVELS, share_between
from scorecard.rendering.numbers import amount, chance
from scorecard.rendering.spans import Line, Span, as_ascii, blanks, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE

_NOW = "┊"
_INDENT = 2


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
    notes.append(f"Bars: what was, {_NOW} and what is expected. On track: the chance of it.")
    notes.append(sentences.CLAMPED_LINE if sentences.is_clamped(forecast) else "")
    for note in filter(None, notes):
        lines += paragraph(note, "muted", width=width)
    return as_ascii(lines) if ascii else tuple(lines)


def _outlooks(forecast: Forecast, width: int | None) -> list[Line]:
    rows: list[Row] = [_heads("", "Outlook", "", "", "now", str(forecast.periods[-1]), "on track")]
    rows += [_outlook(item) for item in forecast.outlooks]
    for found in (rows, _nameless(rows, 1)):
        if _fits(found, width):
            return list(chain.from_iterable(table_rows(found, right=(4, 6), indent=_INDENT)))
    return list(chain.from_iterable(_stacked(row, rows[0], 3, width) for row in rows[1:]))


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
        (Span(chance(item.chances[-1]["on-track"]) if known else "–", "" if known else "muted"),),
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
    """The KPIs that are part of an outlook, then the others."""
    rows: list[Row] = [
        _heads("KPI", "", "", "now", str(forecast.periods[-1]), "smoothing erred by", "last value by", "used")
    ]
    rows += [_kpi(kpi, forecast.currency) for kpi in forecast.kpis]
    heading, *blocks = _kpi_blocks(forecast, rows, width)
    counting = [block for kpi, block in zip(forecast.kpis, blocks, strict=True) if kpi.counts]
    others = [block for kpi, block in zip(forecast.kpis, blocks, strict=True) if not kpi.counts]
    if others:
        others.insert(0, [(), *paragraph(sentences.OTHERS, "strong", width=width)])
    return list(chain.from_iterable([heading, *counting, *others]))


def _heads(*texts: str) -> Row:
    return tuple((Span(text, "strong"),) for text in texts)


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


def _kpi_blocks(forecast: Forecast, rows: Sequence[Row], width: int | None) -> list[list[Line]]:
    """The lines of each KPI, below those of the head: one with all columns where they fit, without names where that
    helps; else errors and methods in a line of their own; else all below each other."""
    for found in (rows, _nameless(rows, 0)):
        if _fits(found, width):
            return table_rows(found, right=(3, 5, 6), indent=_INDENT)
    named = [row[:5] for row in rows]
    short = named if _fits(named, width) else _nameless(named, 0)
    said = [
        paragraph(sentences.method_sentence(kpi, forecast.currency), "muted", indent=2 * _INDENT, width=width)
        for kpi in forecast.kpis
    ]
    if _fits(short, width):
        heading, *blocks = table_rows(short, right=(3,), indent=_INDENT)
    else:
        heading, blocks = [], [_stacked(row[:5], rows[0], 2, width) for row in rows[1:]]
    return [heading, *([*block, *method] for block, method in zip(blocks, said, strict=True))]


def _nameless(rows: Sequence[Row], name: int) -> list[Row]:
    """The rows without the column of names; its head stands over the ids, which come next."""
    heading, *items = rows
    heads = (*heading[:name], (), heading[name], *heading[name + 2 :])
    return [heads, *((*row[:name], (), *row[name + 1 :]) for row in items)]


def _fits(rows: Sequence[Row], width: int | None) -> bool:
    return width is None or natural_width(rows) + _INDENT <= width


def _stacked(row: Row, heads: Row, bar: int, width: int | None) -> list[Line]:
    """An item below each other: mark, name and id, its bars, and the rest in a sentence."""
    head = " ".join(filter(None, map(_text, row[:bar])))
    pairs = ((_text(head), _text(cell)) for head, cell in zip(heads[bar + 1 :], row[bar + 1 :], strict=False))
    rest = "; ".join(f"{name} {text}" for name, text in pairs if text not in ("", "–"))
    return [
        *paragraph(head, "strong", indent=_INDENT, width=width),
        *([(blanks(2 * _INDENT), *row[bar])] if row[bar] else []),
        *paragraph(rest, indent=2 * _INDENT, width=width),
    ]


def _text(cell: Line) -> str:
    return "".join(span.text for span in cell)
