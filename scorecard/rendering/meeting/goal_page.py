"""A goal in the meeting: where it stands, what was said, its KPIs, what its numbers are made of, where to walk on."""

from __future__ import annotations

from scorecard.rendering.columns import bar, folded, paragraph
from scorecard.rendering.meeting.behind import lever_rows, move_rows, why_rows
from scorecard.rendering.meeting.decision_lines import decision_lines
from scorecard.rendering.meeting.kpi_rows import kpi_rows
from scorecard.rendering.meeting.rows import Place, Row, marked, text_rows, title_row
from scorecard.rendering.meeting.shown import Shown
from scorecard.rendering.numbers import WHOLE, percent
from scorecard.rendering.show.parts import head, link_lines
from scorecard.rendering.spans import Line, Span, printable
from scorecard.rendering.status.focus_lines import ranks
from scorecard.rendering.status.goal_lines import flag_lines
from scorecard.rendering.status.initiative_lines import initiative_rows
from scorecard.rendering.status.number_lines import goal_numbers
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
    coverage_words,
    goal_sentence,
    goal_trend,
    outlook_words,
    status_and_number,
)
from scorecard.result import GoalScore, Scorecard, Status
from scorecard.review import Decision

_BAR, _SHORT_BAR = 12, 6
_ROOM_FOR_BARS = 56


def goal_page(shown: Shown, goal: GoalScore, width: int, *, without: Decision | None = None) -> list[Row]:
    """The rows of the page, each of at most ``width`` cells; the decision ``without`` stands somewhere else."""
    card = shown.card
    state = status_and_number(goal.status, goal.performance, goal.limits)
    *lines, _ = head("goal", goal.id, goal.name, goal.status, state, width)
    about = " · ".join(filter(None, (printable(goal.owner or ""), ranks(goal), _trend(goal, card))))
    lines += paragraph(about, "muted", width=width) if about else []
    lines += [(), *paragraph(" ".join(filter(None, (goal_sentence(goal), coverage_words(goal)))), width=width)]
    lines += [*flag_lines(goal, 0, width), (), *_numbers(goal, width)]
    made_of = goal_numbers(goal, 0, width)
    return [
        *text_rows(lines),
        *_noted(shown, goal.id, width, without),
        *kpi_rows(card, goal, shown.history, width),
        *_links(card, goal, width),
        *why_rows(shown.why, width),
        *move_rows(shown.why, width),
        *lever_rows(shown.levers, width),
        title_row("What the numbers are made of"),
        *text_rows(made_of),
        *_initiatives(card, goal, width),
        *text_rows([(), *paragraph(SCALE_LINE, "muted", width=width)]),
    ]


def _trend(goal: GoalScore, card: Scorecard) -> str:
    return f"trend {goal_trend(goal, card)}" if goal.trend is not None else ""


def _numbers(goal: GoalScore, width: int) -> list[Line]:
    """Results, drivers and outlook: a bar, the number, its status in a word, and how much of it is known."""
    coverage, cells = goal.coverage, _BAR if width >= _ROOM_FOR_BARS else _SHORT_BAR
    results = bool(goal.kpis_lagging)
    drivers = bool(goal.kpis_leading or goal.causes)
    lines = [
        _number("results", goal, goal.lagging, goal.lagging_status, coverage.lagging, results, cells),
        _number("drivers", goal, goal.leading, goal.leading_status, coverage.leading, drivers, cells),
    ]
    if goal.outlook is not None:
        heading = "" if goal.heading is None else f"  {outlook_words(goal)}"
        words = f"{heading}{_known(coverage.outlook)}"
        lines.append(_bar_line("outlook", goal, goal.outlook, "", words, cells))
    return [part for line in lines for part in folded(line, width, indent=9)]


def _number(
    word: str, goal: GoalScore, share: float | None, status: Status, coverage: float, declared: bool, cells: int
) -> Line:
    if share is None:
        return Span(f"{word}  ", "muted"), Span("not measured" if declared else "none declared", "muted")
    words = f"  {STATUS_GLYPH[status]} {STATUS_WORD[status]}{_known(coverage)}"
    return _bar_line(word, goal, share, STATUS_STYLE[status], words, cells)


def _bar_line(word: str, goal: GoalScore, share: float | None, style: str, words: str, cells: int) -> Line:
    number = percent(share, goal.limits).rjust(6)
    return Span(f"{word}  ", "muted"), *bar(share or 0.0, cells, style), Span(f"{number}{words}", style)


def _known(coverage: float) -> str:
    return f", coverage {percent(coverage, WHOLE)}" if coverage < 1 else ""


def _noted(shown: Shown, goal: str, width: int, without: Decision | None) -> list[Row]:
    """What was said and decided of the goal in this review, and what is open from earlier ones."""
    comments = [item for item in shown.review.comments if item.goal == goal]
    decisions = [item for item in shown.decisions if item.goal == goal and item != without]
    if not comments and not decisions:
        return []
    rows = [title_row("Said and decided")]
    for comment in comments:
        rows += text_rows(marked(Span("-", "muted"), printable(comment.text), "", width))
    for decision in decisions:
        lines = decision_lines(decision, shown.card.as_of, width, since=shown.review.period)
        rows.append(Row(tuple(lines), Place("decision", goal, decision)))
    return rows


def _links(card: Scorecard, goal: GoalScore, width: int) -> list[Row]:
    """Causes and effects, a row each that leads there."""
    rows: list[Row] = []
    for kind, end, title in (
        ("driven-by", "cause", "Causes: goals that drive it"),
        ("driven-by", "effect", "Effects: goals it drives"),
        ("hindered-by", "cause", "Hindered by: it pays when these succeed"),
        ("hindered-by", "effect", "Hinders: these pay when it succeeds"),
    ):
        links = [
            link
            for link in card.links
            if link.kind == kind and (link.effect if end == "cause" else link.cause) == goal.id
        ]
        rows += [title_row(title, width=width)] if links else []
        for link in links:
            other = link.cause if end == "cause" else link.effect
            rows.append(Row(tuple(_flush(link_lines(card, [link], end, width + 2))), Place("goal", other)))
    return rows


def _flush(lines: list[Line]) -> list[Line]:
    """Lines that are indented by two cells, without that."""
    return [(Span(line[0].text[2:], line[0].style), *line[1:]) for line in lines]


def _initiatives(card: Scorecard, goal: GoalScore, width: int) -> list[Row]:
    mine = [item for item in card.initiatives if item.id in goal.initiatives]
    if not mine:
        return []
    return [title_row("Initiatives"), *text_rows(_flush(initiative_rows(mine, card.map.currency, width + 2)))]
