"""The headline figures: each for itself, then side by side for every value of a dimension."""

from __future__ import annotations

from scorecard.rendering.kpi_words import kpi_notes, standing, trend_mark, verdict
from scorecard.rendering.numbers import amount
from scorecard.rendering.report.definitions import kpi_meaning
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.section import section
from scorecard.rendering.report.sparkline import sparkline
from scorecard.rendering.report.table import table
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences
from scorecard.rendering.words import top_perspective
from scorecard.result import KpiScore, MeasureValue
from scorecard.split import Split

_MANY = 8
"""From so many columns on, a table may be wider than the page."""


def headline(found: Lookup) -> Html | None:
    """A tile for each figure and a table for each dimension."""
    figures = headline_figures(found)
    if not figures:
        return None
    tiles = joined(
        _kpi(found, figure) if isinstance(figure, KpiScore) else _measure(found, figure) for figure in figures
    )
    return section(
        "headline",
        "Headline figures",
        el("ul", tiles, class_="tiles"),
        *(_split(found, split) for split in found.report.splits),
    )


def headline_figures(found: Lookup) -> list[KpiScore | MeasureValue]:
    """Those that the map names; where it names none, the results of the goals of the top perspective."""
    card = found.card
    items: dict[str, KpiScore | MeasureValue] = {item.id: item for item in card.measures}
    items |= found.kpis
    if card.headline:
        return [items[item_id] for item_id in card.headline if item_id in items]
    top = top_perspective(card).id
    ids = dict.fromkeys(kpi_id for goal in card.goals if goal.perspective == top for kpi_id in goal.kpis_lagging)
    return [found.kpis[kpi_id] for kpi_id in ids]


def _kpi(found: Lookup, kpi: KpiScore) -> Html:
    card = found.card
    trend = trend_mark(kpi)
    notes = "; ".join(kpi_notes(kpi, card, in_words=True))
    newcomer = found.report.audience == "newcomer"
    return el(
        "li",
        el("h3", name(kpi.name)),
        el("p", standing(kpi, card.map.currency), class_="figure"),
        el(
            "p",
            el("span", mark(kpi.status), verdict(kpi, card.period), class_=f"status t-{kpi.status}"),
            f" · {trend}" if trend else None,
            class_="small",
        ),
        _line(found, "kpi", kpi.id),
        el("p", notes, class_="small") if notes else None,
        kpi_meaning(found, kpi) if newcomer else None,
    )


def _measure(found: Lookup, measure: MeasureValue) -> Html:
    value = amount(measure.value, measure.unit, found.currency)
    newcomer = found.report.audience == "newcomer" and measure.description
    return el(
        "li",
        el("h3", name(measure.name)),
        el("p", f"{'≤ ' if measure.at_most else ''}{value}", class_="figure"),
        el("p", "for information, never scored", class_="small"),
        _line(found, "measure", measure.id),
        el("p", name(measure.description or ""), class_="meaning") if newcomer else None,
    )


def _line(found: Lookup, kind: str, item_id: str) -> Html | None:
    if not found.has_past:
        return None
    history = found.report.history
    series = found.series.get(("kpi" if kind == "kpi" else "measure", item_id, "value"))
    return el("p", sparkline(series, history.periods, history.currency))


def _split(found: Lookup, split: Split) -> Html:
    rows = [
        (
            name(row.name),
            *part_texts(split, row),
            el("strong", cell_text(row.total, split.currency)),
        )
        for row in split.rows
    ]
    title = f"Headline figures by {split.dimension}"
    headings = ("Figure", *split.columns, TOTAL)
    figures = table(title, headings, rows, numbers=range(1, len(headings)), kind="split", hidden_caption=True)
    notes = [el("li", sentence) for sentence in sentences(split, found.names)]
    return joined(
        (
            el("h3", f"By {split.dimension}"),
            _scrolling(figures, title) if len(split.columns) > _MANY else figures,
            el("ul", joined(notes), class_="small") if notes else None,
        )
    )


def _scrolling(figures: Html, title: str) -> Html:
    """A box that scrolls by itself, and that the tab key reaches for that."""
    return el("div", figures, class_="wide", tabindex=0, role="region", aria_label=title)
