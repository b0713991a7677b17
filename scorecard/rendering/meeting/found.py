"""The goals and KPIs whose name or id holds what is searched for."""

from __future__ import annotations

from collections.abc import Collection

from scorecard.rendering.meeting.rows import Place, PlaceKind, Row, marked, with_end
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, status_and_number
from scorecard.result import GoalScore, KpiScore, Scorecard

_MOST = 200


def found(card: Scorecard, words: str, width: int, kpis: Collection[str] | None = None) -> tuple[Row, ...]:
    """Rows of what holds every one of the words, those that begin with them first; of ``kpis`` only, where given."""
    wanted = words.casefold().split()
    items: list[GoalScore | KpiScore] = [*(card.goals if kpis is None else ()), *card.kpis]
    hits = [
        item
        for item in items
        if (kpis is None or item.id in kpis) and all(word in f"{item.name} {item.id}".casefold() for word in wanted)
    ]
    hits.sort(key=lambda item: not item.name.casefold().startswith(words.casefold().strip()))
    return tuple(_row(item, width) for item in hits[:_MOST])


def _row(item: GoalScore | KpiScore, width: int) -> Row:
    kind: PlaceKind = "goal" if isinstance(item, GoalScore) else "kpi"
    style = STATUS_STYLE[item.status]
    lines = marked(Span(STATUS_GLYPH[item.status], style), printable(item.name), "", width)
    state = Span(status_and_number(item.status, item.performance, item.limits), style)
    end: Line = (Span("goal  " if kind == "goal" else "KPI  ", "muted"), state)
    return Row(with_end(lines, end, width), Place(kind, item.id))
