"""How far the figures can be trusted: what is missing, stale, restated or does not compare."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.period import Period
from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.kpi_words import age_words, reason_long, review_words
from scorecard.rendering.numbers import amount
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import section
from scorecard.rendering.report.table import table
from scorecard.result import GoalScore, KpiScore

LEAD = "What is missing, stale, restated, or does not compare with the period before"
RESTATED = "Restated since they were closed"
RESTATED_HEADINGS = ("Figure", "Reported", "Today")


def data_notes(found: Lookup) -> Html:
    """A line for each KPI of which something has to be known; then what was restated."""
    rows = [
        (name(kpi.name), joined(el("span", words, class_="doubt") for words in said), _goals(found, kpi))
        for kpi in found.card.kpis
        if (said := list(doubts(found, kpi)))
    ]
    notes = [el("li", note.text) for note in card_notes(found.card, named=True) if note.style == "caution"]
    whole = el("p", "Every KPI has its figure for this period.") if not rows and not notes else None
    return section(
        "data",
        "How far to trust the figures",
        el("ul", joined(notes), class_="small") if notes else None,
        table("KPIs with a doubt", ("KPI", "What to know", "Goals"), rows, hidden_caption=True),
        _restated(found),
        whole,
        lead=LEAD,
    )


def doubts(found: Lookup, kpi: KpiScore) -> Iterator[str]:
    """What has to be known of a figure before anybody decides by it."""
    card = found.card
    if kpi.reason is not None and kpi.reason not in ("not-scored", "no-target"):
        yield reason_long(kpi, card.period)
    if kpi.age and kpi.reason != "stale":
        yield f"measured {age_words(kpi, card)}"
    if kpi.used is not None:
        other = found.kpis.get(kpi.used)
        yield f"{other.name if other else kpi.used} stands in for it"
    if kpi.at_most:
        yield "an upper bound: its parts overlap, so they do not add up"
    if kpi.broken is not None:
        yield f"does not compare with before: {kpi.broken}"
    if kpi.id in card.unlike:
        yield "has data in only one of this period and the one before"
    if kpi.review_due:
        yield review_words(kpi) or ""


def _goals(found: Lookup, kpi: KpiScore) -> Html | str:
    return joined(map(goal_link, goals_with(found, kpi)), ", ") or "–"


def goals_with(found: Lookup, kpi: KpiScore) -> list[GoalScore]:
    """The goals whose score a KPI is part of."""
    return [found.goals[goal_id] for goal_id in dict.fromkeys((*kpi.lagging_of, *kpi.leading_of))]


def _restated(found: Lookup) -> Html | None:
    rows = [(joined((f"{when} ", name(kpi))), was, now) for when, kpi, was, now in restated_figures(found)]
    return table(RESTATED, RESTATED_HEADINGS, rows, numbers=(1, 2)) or None


def restated_figures(found: Lookup) -> Iterator[tuple[Period, str, str, str]]:
    """The period, the name, what was reported and what it would be today."""
    for item in found.card.restated:
        kpi = found.kpis.get(item.kpi)
        unit = kpi.unit if kpi else None
        was, now = (amount(value, unit, found.currency) for value in (item.closed, item.now))
        yield item.period, kpi.name if kpi else item.kpi, was, now
