"""What goals, KPIs and other figures mean, and how they come about."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.rendering.kpi_words import kpis_of, review_words
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import small, strong
from scorecard.rendering.report.printed.markup import Typst, call, joined
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.show.goal_page import goal_facts
from scorecard.rendering.show.kpi_page import scale_facts, value_facts
from scorecard.rendering.show.parts import Fact, origin_facts
from scorecard.rendering.show.smart import smart_sentence
from scorecard.result import GoalScore, KpiScore, MeasureValue

_LONG = 3000
"""A definition with so much in it may be divided between columns."""


def definitions(found: Lookup) -> Typst:
    """Every goal, every KPI that a goal or the headline uses, and the figures for information, each once."""
    card = found.card
    ids = (*card.headline, *(kpi_id for goal in card.goals for _, kpi_id in kpis_of(goal)))
    kpis = [found.kpis[kpi_id] for kpi_id in dict.fromkeys(ids) if kpi_id in found.kpis]
    listed = section(
        "Definitions",
        part("Goals", *(_goal(found, goal) for goal in card.goals)),
        part("KPIs", *(_kpi(found, kpi) for kpi in kpis)) if kpis else None,
        part("Figures for information", *map(_measure, card.measures)) if card.measures else None,
    )
    return call("page", listed, columns=2)


def facts(pairs: Iterable[Fact]) -> Typst | None:
    """What is known, a line each; None where nothing is."""
    known = [text for word, said in pairs if said for text in (word, said)]
    return call("facts", *known) if known else None


def _goal(found: Lookup, goal: GoalScore) -> Typst:
    return _defined(goal.name, goal.id, goal_facts(found.card, goal))


def _kpi(found: Lookup, kpi: KpiScore) -> Typst:
    card = found.card
    about: tuple[Fact, ...] = (
        ("meaning", kpi.description),
        ("aim", smart_sentence(kpi, card.map.currency)),
        ("owner", kpi.owner),
        ("page", kpi.url),
        ("review", review_words(kpi)),
    )
    return _defined(
        kpi.name, kpi.id, (*about, *value_facts(kpi, card), *scale_facts(kpi, card), *origin_facts(kpi.origin))
    )


def _measure(measure: MeasureValue) -> Typst:
    return _defined(measure.name, measure.id, (("meaning", measure.description), *origin_facts(measure.origin)))


def _defined(name: str, item_id: str, pairs: Iterable[Fact]) -> Typst:
    said = facts(pairs)
    return call("defined", len(said or "") < _LONG, joined((strong(name), small(f" {item_id}"))), said)
