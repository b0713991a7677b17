"""The pages of the meeting: the whole card, a perspective, a goal, a KPI, a decision."""

from __future__ import annotations

from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.columns import paragraph
from scorecard.rendering.decision_words import goal_words
from scorecard.rendering.meeting.behind import lever_rows
from scorecard.rendering.meeting.decision_lines import decision_lines
from scorecard.rendering.meeting.goal_page import goal_page
from scorecard.rendering.meeting.kpi_rows import history_line
from scorecard.rendering.meeting.outline import points_words
from scorecard.rendering.meeting.rows import Place, Row, marked, text_rows, title_row, with_end
from scorecard.rendering.meeting.shown import Shown
from scorecard.rendering.numbers import day
from scorecard.rendering.show.kpi_page import kpi_page
from scorecard.rendering.show.parts import head
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.status.number_lines import roll_up_numbers
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_STYLE,
    counts_words,
    period_words,
    status_and_number,
)
from scorecard.result import GoalScore, KpiScore, PerspectiveScore, Scorecard
from scorecard.review import Decision


def page(shown: Shown, place: Place, width: int) -> tuple[Row, ...]:
    """The page of a place as rows of at most ``width`` cells; the overview for one that the map does not have."""
    card = shown.card
    goal = next((goal for goal in card.goals if goal.id == place.id), None)
    kpi = next((kpi for kpi in card.kpis if kpi.id == place.id), None)
    perspective = next((item for item in card.perspectives if item.id == place.id), None)
    if place.kind == "decision" and place.decision is not None:
        below = goal_page(shown, goal, width, without=place.decision) if goal else []
        return (*_decision(shown, place.decision, width), *below)
    if place.kind == "goal" and goal is not None:
        return tuple(goal_page(shown, goal, width))
    if place.kind == "kpi" and kpi is not None:
        return tuple(_kpi(shown, kpi, width))
    if place.kind == "perspective" and perspective is not None:
        return tuple(_perspective(card, perspective, width))
    return tuple(_overview(shown, width))


def _decision(shown: Shown, decision: Decision, width: int) -> list[Row]:
    """What was decided when and for which goal; the page of that stands below it."""
    names = {goal.id: goal.name for goal in shown.card.goals}
    title = paragraph(f"Decided in the review of {decision.period}", "strong", width=width)
    about = paragraph(f"for {goal_words(decision.goal, names)}", "muted", width=width)
    lines = decision_lines(decision, shown.card.as_of, width, since=decision.period)
    rule: Line = (Span("─" * width, "muted"),)
    return [
        *text_rows([*title, *about]),
        Row(tuple(lines), Place("decision", decision.goal or "", decision)),
        *text_rows([rule]),
    ]


def _kpi(shown: Shown, kpi: KpiScore, width: int) -> list[Row]:
    """The page of a KPI as `show` has it, with its history and ways to its goals."""
    card = shown.card
    lines = kpi_page(card, kpi, width)
    top = lines.index(()) + 1
    rows = text_rows([*lines[:top], *_losses(shown, kpi, width), *lines[top:]])
    if shown.history is not None:
        rows += history_line(shown.history, kpi.id, width)
    goals = [goal for goal in card.goals if kpi.id in (*goal.kpis_lagging, *goal.kpis_leading, *goal.guardrails)]
    rows += [title_row("Goals")] if goals else []
    return rows + [Row(_goal(goal, width), Place("goal", goal.id)) for goal in goals]


def _losses(shown: Shown, kpi: KpiScore, width: int) -> list[Line]:
    """Why the KPI is on the agenda, if it is."""
    names = {goal.id: goal.name for goal in shown.card.goals}
    lines: list[Line] = []
    for loss in shown.agenda.losses:
        if loss.kpi == kpi.id:
            taken, goal = points_words(loss).lstrip("−"), printable(names[loss.goal])
            words = f"Takes {taken} points from the index through {goal}: its share × what it lacks to 100 %."
            lines += [*paragraph(words, "caution", width=width), ()]
    return lines


def _goal(goal: GoalScore, width: int) -> tuple[Line, ...]:
    style = STATUS_STYLE[goal.status]
    lines = marked(Span(STATUS_GLYPH[goal.status], style), printable(goal.name), "", width)
    state = status_and_number(goal.status, goal.performance, goal.limits)
    return with_end(lines, (Span(state, style),), width)


def _perspective(card: Scorecard, perspective: PerspectiveScore, width: int) -> list[Row]:
    """Its questions, its goals, and what its numbers are made of."""
    state = status_and_number(perspective.status, perspective.performance, card.limits)
    lines = head("perspective", perspective.id, perspective.name, perspective.status, state, width)
    for question in perspective.questions:
        lines += paragraph(printable(question), width=width)
    goals = [goal for goal in card.goals if goal.perspective == perspective.id]
    return [
        *text_rows([*lines, *paragraph(counts_words(perspective.counts), "muted", width=width)]),
        *([title_row("Goals")] if goals else []),
        *(Row(_goal(goal, width), Place("goal", goal.id)) for goal in goals),
        title_row("What the numbers are made of"),
        *text_rows(roll_up_numbers(perspective, card.limits, 0, width)),
    ]


def _overview(shown: Shown, width: int) -> list[Row]:
    """What has to be known before the meeting begins: the mission, notes on the card, what the index is made of."""
    card = shown.card
    facts = (card.map.organisation, period_words(card), f"as of {day(card.as_of)}")
    lines = [
        *paragraph(printable(card.map.name), "strong", width=width),
        *paragraph(" · ".join(printable(fact) for fact in facts if fact), "muted", width=width),
        (),
    ]
    if card.map.mission:
        lines += [*paragraph(printable(card.map.mission), width=width), ()]
    for note in card_notes(card):
        lines += paragraph(note.text, note.style, width=width)
        lines += [line for text in note.lines for line in paragraph(text, note.style, indent=2, width=width)]
    perspectives = [
        Row(_perspective_line(perspective, card, width), Place("perspective", perspective.id))
        for perspective in card.perspectives
    ]
    return [
        *text_rows(lines),
        title_row("Perspectives"),
        *perspectives,
        *lever_rows(shown.levers, width),
        title_row("What the index is made of"),
        *text_rows([*roll_up_numbers(card.index, card.limits, 0, width), ()]),
        *text_rows(paragraph(SCALE_LINE, "muted", width=width)),
    ]


def _perspective_line(perspective: PerspectiveScore, card: Scorecard, width: int) -> tuple[Line, ...]:
    style = STATUS_STYLE[perspective.status]
    lines = marked(Span(STATUS_GLYPH[perspective.status], style), printable(perspective.name), "", width)
    return with_end(
        lines, (Span(status_and_number(perspective.status, perspective.performance, card.limits), style),), width
    )
