"""One figure that is no KPI: its value, and how it is made."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.numbers import amount
from scorecard.rendering.show.parts import facts, head, origin_lines
from scorecard.rendering.spans import Line
from scorecard.rendering.words import period_words
from scorecard.result import MeasureValue, Scorecard


def measure_page(card: Scorecard, measure: MeasureValue, width: int | None) -> list[Line]:
    """Definition, value in the scored period, and where it comes from."""
    lines = head("measure", measure.id, measure.name, None, "", width)
    value = "no figure" if measure.value is None else amount(measure.value, measure.unit, card.map.currency)
    if measure.at_most and measure.value is not None:
        value = f"≤ {value}, an upper bound: its parts overlap, so they do not add up"
    lines += facts((("meaning", measure.description), ("period", period_words(card)), ("value", value)), width)
    lines += origin_lines(measure.origin, width)
    return [*lines, *paragraph("A measure is used in formulas and never scored.", "muted", width=width)]
