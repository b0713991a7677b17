"""The KPIs of a goal in a table."""

from __future__ import annotations

from scorecard.rendering.kpi_words import alert_words, kpi_notes, kpis_of, trend_mark, verdict
from scorecard.rendering.numbers import amount, percent
from scorecard.rendering.report.kpi_table import break_words, target_words, value_words
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import small, strong
from scorecard.rendering.report.printed.markup import Child, call
from scorecard.rendering.report.printed.sparkline import sparkline
from scorecard.rendering.report.printed.table import stacked, table
from scorecard.result import GoalScore, KpiScore

_HEADINGS = ("KPI", "Part", "Value", "Target", "On plan now", "Performance", "Trend")
_WIDTHS = "1fr 44pt 50pt 50pt 50pt 76pt 44pt 62pt"
_WIDE = "1fr 44pt 66pt 66pt 66pt 84pt 44pt"
_NUMBERS = (2, 3, 4)


def kpi_table(found: Lookup, goal: GoalScore) -> Child:
    """Value, target, plan, performance with its status, and trend; a line for the past where there is one."""
    rows = [_row(found, found.kpis[kpi_id], part) for part, kpi_id in kpis_of(goal)]
    if not found.has_past:
        return table(_HEADINGS, rows, _WIDE, right=_NUMBERS)
    return table((*_HEADINGS, f"Since {found.report.history.periods[0]}"), rows, _WIDTHS, right=_NUMBERS)


def _row(found: Lookup, kpi: KpiScore, part: str) -> tuple[Child, ...]:
    currency = found.currency
    state = "" if kpi.performance is None else f" {percent(kpi.performance, kpi.limits)}"
    cells: tuple[Child, ...] = (
        _name(found, kpi),
        part,
        strong(value_words(kpi, currency)),
        target_words(kpi, currency),
        "–" if kpi.plan is None else amount(kpi.plan, kpi.unit, currency),
        call("status", kpi.status, f"{verdict(kpi, found.card.period)}{state}"),
        trend_mark(kpi) or "–",
    )
    return (*cells, sparkline(found, "kpi", kpi.id)) if found.has_past else cells


def _name(found: Lookup, kpi: KpiScore) -> Child:
    notes = [small(words) for words in (*kpi_notes(kpi, found.card, in_words=True), *break_words(found, kpi))]
    alerts = [call("inked", "at-risk", call("flag", alert_words(alert))) for alert in kpi.alerts]
    return stacked(kpi.name, *alerts, *notes) if notes or alerts else kpi.name
