"""What goals and KPIs mean, and how their figures come about."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.rendering.kpi_words import kpis_of, review_words
from scorecard.rendering.report.element import Html, el, joined, name
from scorecard.rendering.report.links import outside
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import folded
from scorecard.rendering.show.goal_page import goal_facts
from scorecard.rendering.show.kpi_page import scale_facts, value_facts
from scorecard.rendering.show.parts import Fact, origin_facts
from scorecard.rendering.show.smart import smart_sentence
from scorecard.result import GoalScore, KpiScore


def definitions(found: Lookup, goal: GoalScore) -> Html:
    """The goal and each of its KPIs, closed until asked for."""
    kpis = dict.fromkeys(kpi_id for _, kpi_id in kpis_of(goal))
    return folded(
        "Definitions: goal, KPIs, where figures come from",
        _facts(goal_facts(found.card, goal)),
        *(_kpi(found, found.kpis[kpi_id]) for kpi_id in kpis),
    )


def kpi_meaning(found: Lookup, kpi: KpiScore) -> Html:
    """What a KPI means and what is to be reached, in a few words."""
    return joined(
        (
            el("p", name(kpi.description), class_="meaning") if kpi.description else None,
            el("p", smart_sentence(kpi, found.currency), class_="meaning"),
            folded("How it is made", _facts((*scale_facts(kpi, found.card), *origin_facts(kpi.origin)))),
        )
    )


def _kpi(found: Lookup, kpi: KpiScore) -> Html:
    card = found.card
    about: tuple[Fact, ...] = (
        ("meaning", kpi.description),
        ("aim", smart_sentence(kpi, card.map.currency)),
        ("owner", kpi.owner),
        ("page", kpi.url),
        ("review", review_words(kpi)),
    )
    every = (*about, *value_facts(kpi, card), *scale_facts(kpi, card), *origin_facts(kpi.origin))
    return el("div", el("p", el("strong", name(kpi.name)), " ", el("code", kpi.id)), _facts(every), class_="definition")


def _facts(pairs: Iterable[Fact]) -> Html:
    """What is known, a line each."""
    return el("dl", joined(_fact(word, said) for word, said in pairs if said), class_="facts")


def _fact(word: str, said: str) -> Html:
    value = outside(said) if word == "page" else el("code", said) if word in ("formula", "where") else name(said)
    return joined((el("dt", word), el("dd", value)))
