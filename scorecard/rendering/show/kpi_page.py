"""One KPI with everything behind its number."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.kpi_words import of_target, of_the_way, plan_words, standing
from scorecard.rendering.numbers import WHOLE, amount, amount_range, limit_percent, percent
from scorecard.rendering.show.parts import Fact, facts, goal_line, head, section
from scorecard.rendering.show.smart import smart_letters, smart_sentence, smart_words
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import REASON_WORD, SCALE_LINE, status_and_number
from scorecard.result import KpiScore, Scorecard

DIRECTION_WORD = {"maximise": "more is better", "minimise": "less is better", "none": "neither is better"}


def kpi_page(card: Scorecard, kpi: KpiScore, width: int | None) -> list[Line]:
    """Definition, the SMART sentence with the letters it lacks, value, plan and performance, and its goals."""
    state = status_and_number(kpi.status, kpi.performance, kpi.limits)
    lines = head("kpi", kpi.id, kpi.name, kpi.status, state, width)
    lines += paragraph(smart_sentence(kpi, card.map.currency), width=width)
    if kpi.direction != "none":
        lines += paragraph(smart_words(smart_letters(kpi, card)), "muted", width=width)
    lines.append(())
    lines += facts((("meaning", kpi.description), ("owner", kpi.owner), ("page", kpi.url)), width)
    lines += [*section("Numbers"), *facts(_numbers(kpi, card.map.currency), width)]
    lines += _goals(card, kpi, width)
    return [*lines, *paragraph(SCALE_LINE, "muted", width=width)]


def _numbers(kpi: KpiScore, currency: str | None) -> tuple[Fact, ...]:
    def written(value: float | None) -> str | None:
        return None if value is None else amount(value, kpi.unit, currency)

    performance = "no data" if kpi.performance is None else percent(kpi.performance, kpi.limits)
    if kpi.reason is not None:
        performance += f": {REASON_WORD[kpi.reason]}"
    worst = kpi.worst
    return (
        ("value", ", ".join(filter(None, (standing(kpi, currency), of_target(kpi), of_the_way(kpi))))),
        ("direction", DIRECTION_WORD.get(kpi.direction or "")),
        ("baseline", written(kpi.baseline)),
        ("target", written(kpi.target)),
        ("range", None if kpi.range is None else amount_range(*kpi.range, kpi.unit, currency)),
        (
            "worst",
            amount_range(*worst, kpi.unit, currency, " and ") if isinstance(worst, tuple) else written(worst),
        ),
        ("best", written(kpi.best)),
        ("curve", ", ".join(f"{written(value)} is {percent(share)}" for value, share in kpi.curve)),
        ("plan", plan_words(kpi, currency)),
        ("performance", f"{performance}{_formula(kpi, currency)}"),
        (
            "limits",
            f"at risk from {limit_percent(kpi.limits.at_risk)}, on track from {limit_percent(kpi.limits.on_track)}",
        ),
    )


def _formula(kpi: KpiScore, currency: str | None) -> str:
    """How the performance comes about, with the numbers filled in."""
    if kpi.performance is None or kpi.value is None:
        return ""
    value = amount(kpi.value, kpi.unit, currency)
    if kpi.scale == "line" and isinstance(kpi.worst, float) and kpi.best is not None:
        ends = f"{amount(kpi.worst, kpi.unit, currency)} (0 %) and {amount(kpi.best, kpi.unit, currency)} (100 %)"
        return f" = where {value} lies between {ends}"
    if kpi.scale == "line" and kpi.progress is not None and kpi.expected is not None:
        way, time = percent(kpi.progress, WHOLE), percent(kpi.expected, WHOLE)
        return f" = 100 % less what is missing: {way} of the way in {time} of the time"
    if kpi.scale == "line" and kpi.progress is not None:
        return " = the share of the way"
    if kpi.scale == "binary":
        return " = reached" if kpi.performance == 1 else " = not reached"
    return f" = where {value} lies on its {kpi.scale}"


def _goals(card: Scorecard, kpi: KpiScore, width: int | None) -> list[Line]:
    goals = {goal.id: goal for goal in card.goals}
    lines: list[Line] = []
    for title, ids in (("Shows the result of", kpi.lagging_of), ("Drives", kpi.leading_of)):
        if ids:
            rows = [line for goal_id in ids for line in goal_line(goals[goal_id], width)]
            lines += [*section(title), *rows, ()]
    return lines or [(Span("No goal uses it.", "caution"),), ()]
