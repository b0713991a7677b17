"""The KPIs of a goal: what each has reached, how it went, how good that is."""

from __future__ import annotations

from scorecard.history import History, Series
from scorecard.rendering.columns import folded, padded, paragraph
from scorecard.rendering.history.series_words import change, ends
from scorecard.rendering.history.sparkline import break_places, sparkline
from scorecard.rendering.kpi_words import alert_kinds, kpi_notes, kpis_of, standing, trend_mark, verdict
from scorecard.rendering.meeting.rows import Place, Row, marked, text_rows, title_row, with_end
from scorecard.rendering.numbers import percent
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, TREND_STYLE
from scorecard.result import GoalScore, KpiScore, Scorecard

_NEWEST = 12
_STATE = 17
_WIDEST = 72


_TITLES = (
    ("result", "Results", "lagging KPIs"),
    ("driver", "Drivers", "leading KPIs"),
    ("guardrail", "Guardrails", "watched, never scored"),
)


def kpi_rows(card: Scorecard, goal: GoalScore, history: History | None, width: int) -> list[Row]:
    """A row for each KPI below the title of its part; without a ``history`` there are no sparklines."""
    width = min(width, _WIDEST)
    kpis = {kpi.id: kpi for kpi in card.kpis}
    used = [(part, kpis[kpi_id]) for part, kpi_id in kpis_of(goal) if kpi_id in kpis]
    since = "" if history is None else f", {_since(history)}"
    rows: list[Row] = []
    for part, title, words in _TITLES:
        mine = [kpi for own, kpi in used if own == part]
        rows += [title_row(title, f"{words}{since}", width)] if mine else []
        rows += [Row(tuple(_lines(kpi, card, history, width)), Place("kpi", kpi.id)) for kpi in mine]
    return rows


def history_line(history: History, kpi_id: str, width: int) -> list[Row]:
    """How the value of a KPI went, from the first that is known to the last."""
    series = _series(history, kpi_id)
    if series is None:
        return []
    first, last = ends(series, history.currency)
    bars = sparkline(series, history.periods, break_places(series, history.periods), _NEWEST)
    line: Line = (
        *bars,
        Span(f"  {printable(first)} to {printable(last)}, {printable(change(series, history.currency))}"),
    )
    return [title_row("History", _since(history), width), *text_rows(folded(line, width))]


def _since(history: History) -> str:
    shown = history.periods[-_NEWEST:]
    return f"{shown[0]} to {shown[-1]}"


def _lines(kpi: KpiScore, card: Scorecard, history: History | None, width: int) -> list[Line]:
    style = STATUS_STYLE[kpi.status]
    name = marked(Span(STATUS_GLYPH[kpi.status], style), printable(kpi.name), "", width)
    lines = list(with_end(name, (Span(standing(kpi, card.map.currency)),), width))
    number = "" if kpi.performance is None else f"{percent(kpi.performance, kpi.limits)} "
    state = Span(f"{number}{verdict(kpi, card.period)}", style)
    trend = Span(trend_mark(kpi), TREND_STYLE[kpi.trend_word or "same"])
    bars = _bars(kpi, history)
    second: Line = (
        Span("  "),
        *(padded(bars, _NEWEST + 2) if bars else ()),
        *padded((state,), _STATE),
        Span(" "),
        trend,
    )
    lines += folded(second, width, indent=2)
    notes = kpi_notes(kpi, card)
    lines += paragraph("; ".join(notes), "muted", indent=2, width=width) if notes else []
    alerts = alert_kinds(kpi)
    return [*lines, *(paragraph(alerts, "caution", indent=2, width=width) if alerts else [])]


def _bars(kpi: KpiScore, history: History | None) -> Line:
    series = None if history is None else _series(history, kpi.id)
    if history is None or series is None:
        return ()
    return sparkline(series, history.periods, break_places(series, history.periods), _NEWEST)


def _series(history: History, kpi_id: str) -> Series | None:
    wanted = ("kpi", kpi_id, "value")
    return next((item for item in history.series if (item.kind, item.id, item.number) == wanted), None)
