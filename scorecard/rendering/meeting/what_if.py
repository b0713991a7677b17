"""What another value of a KPI would do, in the sentences of a meeting."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.simulation import phrases
from scorecard.rendering.spans import Line, printable
from scorecard.simulation import KpiMove, Simulation


def what_if_lines(simulation: Simulation, goal: str | None, width: int) -> list[Line]:
    """The KPI, the goal that is talked about, the index; then what to know before it is believed."""
    outcome, card = simulation.outcomes[0], simulation.before
    said = [_kpi(kpi, card.map.currency) for kpi in outcome.kpis if kpi.why == "set"]
    said += [phrases.score_sentence(score) for score in outcome.scores if score.kind == "goal" and score.id == goal]
    said.append(phrases.headline(outcome))
    aside = [*phrases.notes(outcome, phrases.names_of(card)), phrases.AFTER]
    return [
        line
        for texts, style in ((said, ""), (aside, "muted"))
        for text in texts
        for line in paragraph(printable(text), style, width=width)
    ]


def _kpi(kpi: KpiMove, currency: str | None) -> str:
    return f"{kpi.name}: {phrases.kpi_words(kpi, currency)}."
