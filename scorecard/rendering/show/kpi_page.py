"""One KPI with everything behind its number."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.kpi_words import (
    age_words,
    alert_words,
    before_words,
    of_target,
    of_the_way,
    part_words,
    plan_words,
    reason_long,
    review_words,
    standing,
)
from scorecard.rendering.numbers import WHOLE, amount, amount_range, limit_percent, percent, plain_number
from scorecard.rendering.show.parts import Fact, facts, goal_line, head, origin_lines, section
from scorecard.rendering.show.smart import smart_letters, smart_sentence, smart_words
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.words import SCALE_LINE, STATUS_GLYPH, status_and_number
from scorecard.result import KpiScore, Scorecard

DIRECTION_WORD = {"maximise": "more is better", "minimise": "less is better", "none": "neither is better"}


def kpi_page(card: Scorecard, kpi: KpiScore, width: int | None) -> list[Line]:
    """Definition, the SMART sentence with the letters it lacks, alarms, value, trend, plan and performance, where it
    comes from, and its goals."""
    state = status_and_number(kpi.status, kpi.performance, kpi.limits)
    lines = head("kpi", kpi.id, kpi.name, kpi.status, state, width)
    lines += paragraph(smart_sentence(kpi, card.map.currency), width=width)
    is_only_watched = kpi.scale is None and not (kpi.lagging_of or kpi.leading_of)
    if kpi.direction != "none" and not is_only_watched:
        lines += paragraph(smart_words(smart_letters(kpi, card)), "muted", width=width)
    for alert in kpi.alerts:
        lines += paragraph(f"{STATUS_GLYPH['at-risk']} {alert_words(alert)}", "caution", width=width)
    if kpi.review_due:
        lines += paragraph(f"{STATUS_GLYPH['at-risk']} {review_words(kpi)}", "caution", width=width)
    lines.append(())
    review = None if kpi.review_due else review_words(kpi)
    about = (("meaning", kpi.description), ("owner", kpi.owner), ("page", kpi.url), ("review", review))
    lines += facts(about, width)
    lines += [*section("Numbers"), *facts((*value_facts(kpi, card), *scale_facts(kpi, card)), width)]
    lines += origin_lines(kpi.origin, width)
    lines += _goals(card, kpi, width)
    return [*lines, *paragraph(SCALE_LINE, "muted", width=width)]


def value_facts(kpi: KpiScore, card: Scorecard) -> tuple[Fact, ...]:
    """The value, what has to be known of it, and the one before."""
    shares = (standing(kpi, card.map.currency), of_target(kpi), of_the_way(kpi))
    least = "" if kpi.min_sample is None else f", scored from {plain_number(kpi.min_sample)} on"
    return (
        ("value", ", ".join(filter(None, shares))),
        ("part", part_words(kpi, card)),
        ("age", age_words(kpi, card)),
        ("sample", None if kpi.n is None else f"{plain_number(kpi.n)}{least}"),
        ("used", None if kpi.used is None else f"{kpi.used}, which stands in because it has no figure of its own"),
        ("bound", "an upper bound: its parts overlap, so they do not add up" if kpi.at_most else None),
        ("before", before_words(kpi, card)),
        ("break", None if kpi.before is not None else kpi.broken),
    )


def scale_facts(kpi: KpiScore, card: Scorecard) -> tuple[Fact, ...]:
    """The scale that a KPI is judged on, its plan, and how its performance comes about."""
    currency = card.map.currency

    def written(value: float | None) -> str | None:
        return None if value is None else amount(value, kpi.unit, currency)

    performance = "no data" if kpi.performance is None else percent(kpi.performance, kpi.limits)
    if kpi.reason is not None:
        performance += f": {reason_long(kpi, card.period)}"
    worst = kpi.worst
    return (
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
    watching = tuple(goal.id for goal in card.goals if kpi.id in goal.guardrails)
    for title, ids in (
        ("Shows the result of", kpi.lagging_of),
        ("Drives", kpi.leading_of),
        ("Watched beside, without being part of the score", watching),
    ):
        if ids:
            rows = [line for goal_id in ids for line in goal_line(goals[goal_id], width)]
            lines += [*section(title), *rows, ()]
    if kpi.id in card.headline:
        lines += [(Span("One of the headline figures.", "muted"),), ()]
    return lines or [(Span("No goal uses it.", "caution"),), ()]
