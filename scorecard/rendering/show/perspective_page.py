"""One perspective with its goals and what its numbers are made of."""

from __future__ import annotations

from scorecard.rendering.columns import paragraph
from scorecard.rendering.numbers import plain_number
from scorecard.rendering.show.parts import facts, head, section
from scorecard.rendering.spans import Line, Span
from scorecard.rendering.status.goal_lines import goal_layout, goal_lines
from scorecard.rendering.status.number_lines import roll_up_numbers
from scorecard.rendering.words import REASON_WORD, SCALE_LINE, counts_words, status_and_number, trend_line
from scorecard.result import PerspectiveScore, Scorecard


def perspective_page(card: Scorecard, perspective: PerspectiveScore, width: int | None) -> list[Line]:
    """Its questions, the counts, the numbers with their parts, and its goals."""
    state = status_and_number(perspective.status, perspective.performance, card.limits)
    lines = head("perspective", perspective.id, perspective.name, perspective.status, state, width)
    questions = tuple(("question", question) for question in perspective.questions)
    reason = None if perspective.reason is None else REASON_WORD[perspective.reason]
    weight = f"{plain_number(perspective.weight)} in the index"
    counts = counts_words(perspective.counts)
    lines += facts((*questions, ("goals", counts), ("weight", weight), ("no colour", reason)), width)
    lines += [*section("Numbers"), *roll_up_numbers(perspective, card.limits, 2, width, explained=True), ()]
    goals = [goal for goal in card.goals if goal.perspective == perspective.id]
    if goals:
        layout = goal_layout(card, width)
        rows = [line for goal in goals for line in goal_lines(goal, layout, card)]
        lines += [*section("Goals"), *layout.headings(), *rows, ()]
    else:
        lines += [(Span("No goal belongs to it.", "muted"),), ()]
    below = " ".join(filter(None, (SCALE_LINE, trend_line(card, kpis=False))))
    return [*lines, *paragraph(below, "muted", width=width)]
