"""The KPIs of a goal in a table."""

from __future__ import annotations

from scorecard.rendering.kpi_words import alert_words, kpi_notes, kpis_of, trend_mark, verdict
from scorecard.rendering.numbers import amount, amount_range, percent
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.marks import mark
from scorecard.rendering.report.sparkline import sparkline
from scorecard.rendering.report.table import table
from scorecard.result import GoalScore, KpiScore

_HEADINGS = ("KPI", "Part", "Value", "Target", "On plan now", "Performance", "Status", "Trend")


def kpi_table(found: Lookup, goal: GoalScore) -> Html | None:
    """Value, target, plan, performance, status and trend; a line for the past where there is one."""
    rows = [_row(found, found.kpis[kpi_id], part) for part, kpi_id in kpis_of(goal)]
    if not rows:
        return None
    since = f"Since {found.report.history.periods[0]}"
    headings = (*_HEADINGS, since) if found.has_past else _HEADINGS
    return table(f"KPIs of {goal.name}", headings, rows, numbers=(2, 3, 4, 5), kind="kpis", hidden_caption=True)


def _row(found: Lookup, kpi: KpiScore, part: str) -> tuple[Child, ...]:
    card = found.card
    notes = [
        el("span", words, class_="note") for words in (*kpi_notes(kpi, card, in_words=True), *break_words(found, kpi))
    ]
    alerts = [el("span", mark("at-risk"), alert_words(alert), class_="note t-at-risk") for alert in kpi.alerts]
    cells = (
        joined((name(kpi.name), *alerts, *notes)),
        part,
        el("strong", value_words(kpi, card.map.currency)),
        target_words(kpi, card.map.currency),
        "–" if kpi.plan is None else amount(kpi.plan, kpi.unit, card.map.currency),
        "–" if kpi.performance is None else percent(kpi.performance, kpi.limits),
        el("span", mark(kpi.status), verdict(kpi, card.period), class_=f"status t-{kpi.status}"),
        trend_mark(kpi) or "–",
    )
    if not found.has_past:
        return cells
    history = found.report.history
    return (*cells, sparkline(found.series.get(("kpi", kpi.id, "value")), history.periods, history.currency))


def break_words(found: Lookup, kpi: KpiScore) -> list[str]:
    """The breaks that the line of the past shows."""
    series = found.series.get(("kpi", kpi.id, "value"))
    return [f"break {when}: {text}" for when, text in series.breaks] if series and found.has_past else []


def value_words(kpi: KpiScore, currency: str | None) -> str:
    """The value with its unit, ``≤`` before an upper bound."""
    if kpi.value is None:
        return "–"
    return f"{'≤ ' if kpi.at_most else ''}{amount(kpi.value, kpi.unit, currency)}"


def target_words(kpi: KpiScore, currency: str | None) -> str:
    """What the value should reach: a range, the target, else the best."""
    if kpi.range is not None:
        return amount_range(*kpi.range, kpi.unit, currency)
    goal = kpi.best if kpi.target is None else kpi.target
    return "–" if goal is None else amount(goal, kpi.unit, currency)
