"""The comparison for the terminal: what changed status, the KPIs that moved, and what that did to the goals."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.comparison import Comparison, KpiChange, ScoreChange
from scorecard.rendering.columns import GAP, Row, folded, natural_width, paragraph, table_rows
from scorecard.rendering.comparison import phrases
from scorecard.rendering.numbers import day
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE
from scorecard.result import TrendWord

_INDENT = 2
_NAME = 0
_RIGHT = (2, 3, 4)
_LEAST_NAME = 16
_WORD_STYLE: dict[TrendWord | None, str] = {"better": "good", "worse": "bad", "same": "muted", None: "muted"}


def comparison_table(comparison: Comparison, *, width: int | None, ascii: bool = False) -> tuple[Line, ...]:
    """The comparison as lines of at most ``width`` cells; names and sentences fold, ids are never cut."""
    lines = paragraph(printable(phrases.title(comparison)), "strong", width=width)
    about = f"{printable(comparison.name)} · as of {day(comparison.as_of)}"
    lines += paragraph(about, "muted", width=width)
    for caveat in phrases.caveats(comparison):
        lines += paragraph(caveat, width=width)
    lines += [(), *_changed_status(comparison.goals, width)]
    lines += _kpis(comparison, width)
    moved = phrases.shown(comparison.goals)
    lines += _scores("Goals", moved, width)
    if rest := phrases.still(len(comparison.goals), len(moved), "goal", nearly=True):
        lines += paragraph(rest, "muted", indent=_INDENT, width=width)
    lines += [(), *_scores("Perspectives and index", (*comparison.perspectives, comparison.index), width)]
    return as_ascii(lines) if ascii else tuple(lines)


def _changed_status(goals: Sequence[ScoreChange], width: int | None) -> list[Line]:
    changed = [goal for goal in goals if goal.is_new_status]
    if not changed:
        return [*paragraph("No goal has another status than before.", width=width), ()]
    lines: list[Line] = [(Span("Another status", "strong"),)]
    for goal in changed:
        style = STATUS_STYLE[goal.status_now]
        mark = f"{STATUS_GLYPH[goal.status_before or 'no-data']}→{STATUS_GLYPH[goal.status_now]} "
        line = (
            *(Span(" " * _INDENT), Span(mark, style), Span(printable(goal.name)), Span(f"  {goal.id}  ", "muted")),
            Span(phrases.status_words(goal), style),
        )
        lines += folded(line, width, indent=_INDENT * 2)
    return [*lines, ()]


def _kpis(comparison: Comparison, width: int | None) -> list[Line]:
    moved = phrases.moved_kpis(comparison)
    lines: list[Line] = [(Span("KPIs that moved", "strong"),)] if moved else []
    rows = [_cells(kpi, comparison.currency) for kpi in moved]
    for kpi, row in zip(moved, _rows(rows, width), strict=True):
        lines += row
        if why := phrases.why_not(kpi):
            lines += paragraph(why, "muted", indent=_INDENT * 2, width=width)
    if moved:
        lines += paragraph(phrases.BY_PERFORMANCE, "muted", indent=_INDENT, width=width)
    if rest := phrases.still(len(comparison.kpis), len(moved), "KPI"):
        lines += paragraph(rest, "muted", indent=_INDENT, width=width)
    return [*lines, ()]


def _cells(kpi: KpiChange, currency: str | None) -> Row:
    style = _WORD_STYLE[kpi.word]
    return (
        (Span(printable(kpi.name)),),
        (Span(kpi.id, "muted"),),
        (Span(phrases.values(kpi, currency)),),
        (Span(phrases.performances(kpi.performance, kpi.limits), "muted"),),
        (Span(phrases.signed(kpi.performance), style),),
        (Span(phrases.kpi_word(kpi), style),),
    )


def _rows(rows: Sequence[Row], width: int | None) -> list[list[Line]]:
    """Each KPI in one line where all of them fit, else its name and below it everything else."""
    if not rows:
        return []
    nameless = [(*row[:_NAME], (), *row[_NAME + 1 :]) for row in rows]
    if width is None or _INDENT + natural_width(nameless) + GAP + _LEAST_NAME <= width:
        return table_rows(rows, right=_RIGHT, indent=_INDENT, width=width, folding=_NAME)
    return [_stacked(row, width) for row in rows]


def _stacked(row: Row, width: int) -> list[Line]:
    name, item_id, *cells = ("".join(span.text for span in cell) for cell in row)
    lines = paragraph(name, indent=_INDENT, width=width)
    lines += paragraph(item_id, "muted", indent=_INDENT * 2, width=width)
    return [*lines, *paragraph(", ".join(filter(None, cells)), row[-1][0].style, indent=_INDENT * 2, width=width)]


def _scores(title: str, scores: Sequence[ScoreChange], width: int | None) -> list[Line]:
    lines: list[Line] = [(Span(title, "strong"),)]
    for score in scores:
        style = STATUS_STYLE[score.status_now]
        line = (
            *(Span(" " * _INDENT), Span(f"{STATUS_GLYPH[score.status_now]} ", style), Span(printable(score.name))),
            *(Span(f"  {score.id}" if score.kind != "index" else "", "muted"), Span("  ")),
            Span(phrases.verdict(score), style),
        )
        lines += folded(line, width, indent=_INDENT * 2)
        for phrase in phrases.number_phrases(score):
            lines += paragraph(phrase, "muted", indent=_INDENT * 3, width=width)
    return lines
