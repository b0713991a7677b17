"""The headline figures: each for itself, then side by side for every value of a dimension."""

from __future__ import annotations

from scorecard.history import SeriesKind
from scorecard.rendering.kpi_words import kpi_notes, standing, trend_mark, verdict
from scorecard.rendering.letters import fitted
from scorecard.rendering.numbers import amount
from scorecard.rendering.report.headline import headline_figures
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.definitions import facts
from scorecard.rendering.report.printed.marks import small, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.report.printed.sparkline import sparkline
from scorecard.rendering.report.printed.table import stacked, table, tile
from scorecard.rendering.show.kpi_page import scale_facts
from scorecard.rendering.show.parts import origin_facts
from scorecard.rendering.show.smart import smart_sentence
from scorecard.rendering.split.cells import TOTAL, cell_text, part_texts, sentences
from scorecard.result import KpiScore, MeasureValue
from scorecard.split import Split

_EXPLAINED = ("plan", "performance")
"""What a newcomer is told of the scale of a KPI besides its aim."""
_MOST = 9
"""So many columns of figures can stand side by side."""
_COLUMN = 200.0
"""The room for the name of a column, in as many lines as it takes, in points."""
_EVEN = (2, 4)
"""So many tiles stand in pairs; others by threes."""


def headline(found: Lookup) -> Typst | None:
    """A tile for each figure, for newcomers with what it means, and a table for each dimension."""
    figures = headline_figures(found)
    if not figures:
        return None
    tiles = [_kpi(found, figure) if isinstance(figure, KpiScore) else _measure(found, figure) for figure in figures]
    columns = 1 if found.report.audience == "newcomer" else 2 if len(tiles) in _EVEN else 3
    return section(
        "Headline figures",
        call("tiles", columns, *map(tile, tiles)),
        *(_split(found, split) for split in found.report.splits),
    )


def _kpi(found: Lookup, kpi: KpiScore) -> Typst:
    card = found.card
    trend = trend_mark(kpi)
    notes = "; ".join(kpi_notes(kpi, card, in_words=True))
    state = joined((call("status", kpi.status, verdict(kpi, card.period)), f" · {trend}" if trend else None))
    tile = (
        _title(kpi.name),
        _figure(standing(kpi, card.map.currency)),
        state,
        _line(found, "kpi", kpi.id),
        small(notes) if notes else None,
    )
    if found.report.audience != "newcomer":
        return stacked(*tile, gap=7)
    performance = (fact for fact in scale_facts(kpi, card) if fact[0] in _EXPLAINED)
    meaning = (
        kpi.description,
        smart_sentence(kpi, found.currency),
        facts((*performance, *origin_facts(kpi.origin))),
    )
    return _explained(stacked(*tile, gap=7), stacked(*meaning, gap=7))


def _measure(found: Lookup, measure: MeasureValue) -> Typst:
    value = f"{'≤ ' if measure.at_most else ''}{amount(measure.value, measure.unit, found.currency)}"
    tile = stacked(
        _title(measure.name),
        _figure(value),
        small("for information, never scored"),
        _line(found, "measure", measure.id),
        gap=7,
    )
    if found.report.audience != "newcomer":
        return tile
    return _explained(tile, stacked(measure.description, facts(origin_facts(measure.origin))))


def _title(name: str) -> Typst:
    return call("text", strong(name), fill=Typst("colours.muted"))


def _figure(words: str) -> Typst:
    return call("text", words, size=Typst("14pt"), weight=700)


def _explained(tile: Typst, meaning: Typst) -> Typst:
    return call("grid", tile, meaning, columns=Typst("(1fr, 1.9fr)"), column_gutter=Typst("12pt"))


def _line(found: Lookup, kind: SeriesKind, item_id: str) -> Child:
    return sparkline(found, kind, item_id) if found.has_past else None


def _split(found: Lookup, split: Split) -> Typst:
    """As many columns side by side as can be read, the others below them."""
    headings = [*(fitted(column, _COLUMN, 7.2, 600) for column in split.columns), TOTAL.capitalize()]
    rows = [(*part_texts(split, row), strong(cell_text(row.total, split.currency))) for row in split.rows]
    number = -(-len(headings) // _MOST)
    width = -(-len(headings) // number)
    tables = [
        table(
            ("Figure", *headings[first : first + width]),
            [(row.name, *cells[first : first + width]) for row, cells in zip(split.rows, rows, strict=True)],
            f"1.7fr {'1fr ' * len(headings[first : first + width])}",
            right=range(1, width + 1),
        )
        for first in range(0, len(headings), width)
    ]
    notes = (
        call("list", *(small(sentence) for sentence in sentences(split, found.names)))
        if sentences(split, found.names)
        else None
    )
    return part(f"By {split.dimension}", *tables, notes)
