"""The order of business, and below it the map: perspectives and their goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from scorecard.agenda import Loss
from scorecard.rendering.columns import paragraph
from scorecard.rendering.meeting.decision_lines import decision_lines
from scorecard.rendering.meeting.rows import OVERVIEW, Place, Row, marked, title_row, with_end
from scorecard.rendering.meeting.shown import Shown
from scorecard.rendering.numbers import plain_number
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, status_and_number
from scorecard.result import GoalScore, PerspectiveScore, Scorecard
from scorecard.review import Decision, Review

_LEAST_POINTS = 0.1


def outline(shown: Shown, width: int) -> tuple[Row, ...]:
    """The rows from top to bottom, each of at most ``width`` cells."""
    card, agenda, noted = shown.card, shown.agenda, _noted(shown.review)
    return (
        Row(tuple(paragraph("Overview", "strong", width=width)), OVERVIEW),
        *_decisions(agenda.decisions, card.as_of, width),
        *_goals(card, agenda.goals, noted, width),
        *_losses(card, agenda.losses, width),
        *(row for perspective in card.perspectives for row in _perspective(card, perspective, noted, width)),
    )


def _noted(review: Review) -> Mapping[str, int]:
    """How many comments and decisions of the period each goal has."""
    counts: dict[str, int] = {}
    for goal in (*(item.goal for item in review.comments), *(item.goal or "" for item in review.decisions)):
        counts[goal] = counts.get(goal, 0) + 1
    return counts


def _decisions(decisions: Sequence[Decision], as_of: date, width: int) -> list[Row]:
    if not decisions:
        return []
    rows = [title_row("Open decisions")]
    for decision in decisions:
        lines = decision_lines(decision, as_of, width)
        rows.append(Row(tuple(lines), Place("decision", decision.goal or "", decision), business=True))
    return rows


def _goals(card: Scorecard, ids: Sequence[str], noted: Mapping[str, int], width: int) -> list[Row]:
    if not ids:
        return []
    goals = {goal.id: goal for goal in card.goals}
    rows = [title_row("Flags and off track")]
    for goal_id in ids:
        goal = goals[goal_id]
        lines = list(_goal_lines(goal, noted, width))
        kinds = ", ".join(dict.fromkeys(flag.kind for flag in goal.flags))
        if kinds:
            lines += marked(Span(f"  {STATUS_GLYPH['at-risk']}", "caution"), kinds, "caution", width)
        rows.append(Row(tuple(lines), Place("goal", goal_id), business=True))
    return rows


def _goal_lines(goal: GoalScore, noted: Mapping[str, int], width: int) -> tuple[Line, ...]:
    style = STATUS_STYLE[goal.status]
    lines = marked(Span(STATUS_GLYPH[goal.status], style), printable(goal.name), "", width)
    count = noted.get(goal.id, 0)
    words = Span(status_and_number(goal.status, goal.performance, goal.limits), style)
    end: Line = (Span(f"{count} noted  ", "muted"), words) if count else (words,)
    return with_end(lines, end, width)


def _losses(card: Scorecard, losses: Sequence[Loss], width: int) -> list[Row]:
    if not losses:
        return []
    kpis = {kpi.id: kpi for kpi in card.kpis}
    goals = {goal.id: goal for goal in card.goals}
    rows = [title_row("Largest losses", "points of the index", width)]
    for loss in losses:
        item = goals[loss.goal] if loss.kpi is None else kpis[loss.kpi]
        mark = Span(STATUS_GLYPH[item.status], STATUS_STYLE[item.status])
        lines = with_end(marked(mark, printable(item.name), "", width), (Span(points_words(loss)),), width)
        place = Place("goal", loss.goal) if loss.kpi is None else Place("kpi", loss.kpi)
        rows.append(Row(lines, place, business=True))
    return rows


def points_words(loss: Loss) -> str:
    """What a loss takes away from the index, in points with a decimal: ``−1.2``."""
    return f"−{plain_number(max(round(loss.points * 100, 1), _LEAST_POINTS))}"


def _perspective(card: Scorecard, perspective: PerspectiveScore, noted: Mapping[str, int], width: int) -> list[Row]:
    state = status_and_number(perspective.status, perspective.performance, card.limits)
    end = (Span(f"{STATUS_GLYPH[perspective.status]} {state}", f"{STATUS_STYLE[perspective.status]} strong"),)
    title = paragraph(printable(perspective.name), "strong", width=width)
    rows = [Row(((), *with_end(title, end, width)), Place("perspective", perspective.id))]
    for goal in card.goals:
        if goal.perspective == perspective.id:
            lines = _goal_lines(goal, noted, width - 1)
            rows.append(Row(tuple((Span(" "), *line) for line in lines), Place("goal", goal.id)))
    return rows
