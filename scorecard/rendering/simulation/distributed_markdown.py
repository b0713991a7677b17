"""Distributions of outlooks as Markdown."""

from __future__ import annotations

from scorecard.distribution import Distribution, OutlookDistribution
from scorecard.rendering.markdown import markdown_id, markdown_table, markdown_text
from scorecard.rendering.simulation import chances
from scorecard.rendering.simulation.phrases import names_of
from scorecard.rendering.words import STATUS_WORD
from scorecard.result import Scorecard


def distribution_markdown(found: Distribution, card: Scorecard, letter: str) -> list[str]:
    """The index in a sentence, every outlook that is reached, the uncertain KPIs and how it was found."""
    words = (STATUS_WORD[status].capitalize() for status in chances.CHANCES)
    headings = (f"Outlook{f' of {letter}' if letter else ''}", "Now", "Mean", "90 of 100 times", *words, "")
    rows = [_row(one) for one in chances.shown(found)]
    currency = card.map.currency
    values = [
        (
            f"{markdown_text(one.name)}<br>{markdown_id(one.id)}",
            markdown_text(chances.around(one, currency)),
            markdown_text(chances.values_between(one, currency)),
            markdown_text(chances.told_from(one)),
        )
        for one in found.kpis
    ]
    said = [*chances.exceptions(found, names_of(card)), *chances.notes(found)]
    return [
        f"**{markdown_text(chances.headline(found))}**",
        "",
        *markdown_table(headings, rows, right=range(1, 7)),
        *markdown_table(("Uncertain", "Around", "90 of 100 times", "Told from"), values, right=(1, 2)),
        *(f"- {markdown_text(text)}" for text in said),
        "",
    ]


def _row(one: OutlookDistribution) -> tuple[str, ...]:
    name = markdown_text(one.name) if one.kind == "index" else f"{markdown_text(one.name)}<br>{markdown_id(one.id)}"
    numbers = chances.now(one), chances.mean(one), chances.between(one)
    return name, *numbers, *chances.chance_cells(one), markdown_text("; ".join(chances.remarks(one)))
