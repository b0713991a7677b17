"""How far the figures can be trusted: what is missing, stale, restated or does not compare."""

from __future__ import annotations

from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.report.data_notes import (
    LEAD,
    RESTATED,
    RESTATED_HEADINGS,
    doubts,
    goals_with,
    restated_figures,
)
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import goal_name, small
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import section
from scorecard.rendering.report.printed.table import stacked, table
from scorecard.result import KpiScore


def data_notes(found: Lookup) -> Typst:
    """A line for each KPI of which something has to be known; then what was restated."""
    rows = [
        (kpi.name, stacked(*said), _goals(found, kpi)) for kpi in found.card.kpis if (said := list(doubts(found, kpi)))
    ]
    notes = [small(note.text) for note in card_notes(found.card, named=True) if note.style == "caution"]
    restated = [(f"{when} {kpi}", was, now) for when, kpi, was, now in restated_figures(found)]
    whole = call("par", "Every KPI has its figure for this period.") if not rows and not notes else None
    return section(
        "How far to trust the figures",
        call("list", *notes) if notes else None,
        table(("KPI", "What to know", "Goals"), rows, "1fr 2fr 1fr"),
        call("caption", RESTATED) if restated else None,
        table(RESTATED_HEADINGS, restated, "1fr 90pt 90pt", right=(1, 2)),
        whole,
        lead=LEAD,
    )


def _goals(found: Lookup, kpi: KpiScore) -> Child:
    used = goals_with(found, kpi)
    return joined((goal_name(found, goal) for goal in used), ", ") if used else "–"
