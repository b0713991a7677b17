"""The review in the terminal: the top, the counts and the index, the goals by perspective, and where to look first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scorecard.rendering.card_notes import card_notes
from scorecard.rendering.columns import folded, line_width, paragraph
from scorecard.rendering.numbers import WHOLE, day, percent
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.rendering.status.focus_lines import focus_lines
from scorecard.rendering.status.goal_lines import GoalLayout, Sorting, goal_layout, goal_lines, sorted_goals
from scorecard.rendering.status.initiative_lines import initiative_lines
from scorecard.rendering.status.kpi_lines import ON_NO_GOAL, kpi_blocks
from scorecard.rendering.status.number_lines import goal_numbers, roll_up_numbers
from scorecard.rendering.words import (
    SCALE_LINE,
    STATUS_GLYPH,
    STATUS_STYLE,
    STATUS_WORD,
    counts_by_status,
    counts_words,
    period_words,
    status_and_number,
    top_perspective,
    trend_line,
)
from scorecard.result import Counts, GoalScore, IndexScore, Limits, PerspectiveScore, Scorecard


def status_table(
    card: Scorecard,
    *,
    width: int | None,
    ascii: bool = False,
    kpis: bool = False,
    initiatives: bool = False,
    full: bool = False,
    sort: Sorting = "map",
) -> Iterable[Line]:
    """The review as lines of at most ``width`` cells, to be gone through once; ``None`` is as wide as needed.

    On a narrow terminal bars, names of KPIs and then columns go first, names and sentences fold, ids are never cut.
    ``kpis``, ``initiatives`` and ``full`` (every number, also those of the KPIs) add to it; ``sort="urgency"`` puts
    urgent goals first within their perspective. Where goals were left out of ``card``, perspectives without any are
    left out, too.
    """
    lines = _lines(card, width, kpis, initiatives, full, sort)
    return as_ascii(lines) if ascii else lines


def _lines(
    card: Scorecard, width: int | None, kpis: bool, initiatives: bool, full: bool, sort: Sorting
) -> Iterator[Line]:
    layout = goal_layout(card, width)
    blocks = kpi_blocks(card, width, plans=full) if kpis or full else {}
    counts = card.index.counts
    is_whole = len(card.goals) == counts.on_track + counts.at_risk + counts.off_track + counts.no_data
    yield from (*head_lines(card, width), ())
    if full:
        yield (Span("Index", "strong"),)
        yield from (*roll_up_numbers(card.index, card.limits, 2, width, explained=True), ())
    for perspective in card.perspectives:
        goals = [goal for goal in card.goals if goal.perspective == perspective.id]
        if goals or (is_whole and perspective.counts == _NO_GOALS):
            yield from _perspective(card, perspective, sorted_goals(goals, sort), layout, blocks, full)
    if not card.goals:
        yield from ((Span("No goal is selected.", "muted"),), ())
    if ON_NO_GOAL in blocks:
        yield from ((Span("On no goal", "strong"),), *blocks[ON_NO_GOAL], ())
    if initiatives:
        yield from initiative_lines(card, width)
    yield from focus_lines(card, width)
    yield from paragraph(SCALE_LINE, "muted", width=width)
    if trend := trend_line(card, kpis=kpis or full):
        yield from paragraph(trend, "muted", width=width)


_NO_GOALS = Counts(on_track=0, at_risk=0, off_track=0, no_data=0)


def head_lines(card: Scorecard, width: int | None) -> list[Line]:
    """The line that every review begins with, whose review it is, and what has to be known to read it."""
    facts = [card.map.name, card.map.organisation, period_words(card), f"as of {day(card.as_of)}"]
    about = " · ".join(printable(fact) for fact in facts if fact)
    lines = [*first_line(card, width), *paragraph(about, "muted", width=width)]
    for note in card_notes(card):
        lines += paragraph(note.text, note.style, width=width)
        for text in note.lines:
            lines += paragraph(text, note.style, indent=2, width=width)
    return lines


def first_line(card: Scorecard, width: int | None) -> list[Line]:
    """Top perspective, counts and index; before it folds, words that stand further down once more go."""
    top, index = top_perspective(card), (Span("index "), *score_spans(card.index, card.limits))
    first = (Span(printable(top.name), "strong"), Span(" "), *score_spans(top, card.limits))
    words, marks = _counts(card.index.counts, words=True), _counts(card.index.counts, words=False)
    number = percent(card.index.performance, card.limits)
    bare = (Span("index "), Span(number, STATUS_STYLE[card.index.status]))
    for parts in ([first, words, index], [first, marks, index], [first, marks, index[:2]], [first, marks, bare]):
        lines = _joined(parts, width)
        if len(lines) == 1:
            return lines
    return _joined([first, words, index], width)


def _counts(counts: Counts, *, words: bool) -> Line:
    spans: list[Span] = []
    for status, number in counts_by_status(counts).items():
        if number:
            text = f"{STATUS_GLYPH[status]} {number} {STATUS_WORD[status] if words else ''}"
            spans += [Span("  " if spans else ""), Span(text.rstrip(), STATUS_STYLE[status])]
    return tuple(spans) or (Span("no goals"),)


def _joined(parts: Sequence[Line], width: int | None) -> list[Line]:
    """The parts in one line, or in as many as the width asks for."""
    lines = folded(parts[0], width, indent=2)
    for part in parts[1:]:
        longer = (*lines[-1], Span(" · ", "muted"), *part)
        if width is None or line_width(longer) <= width:
            lines[-1] = longer
        else:
            lines += folded((Span("  "), *part), width, indent=2)
    return lines


def score_spans(score: PerspectiveScore | IndexScore, limits: Limits) -> Line:
    """Performance and status of a roll-up, with its coverage where that is not complete."""
    style = STATUS_STYLE[score.status]
    words = status_and_number(score.status, score.performance, limits)
    spans = [Span(f"{STATUS_GLYPH[score.status]} {words}", f"{style} strong")]
    if score.performance is not None and score.performance_coverage < 1:
        spans.append(Span(f", coverage {percent(score.performance_coverage, WHOLE)}", "muted"))
    return tuple(spans)


def _perspective(
    card: Scorecard,
    perspective: PerspectiveScore,
    goals: list[GoalScore],
    layout: GoalLayout,
    blocks: Mapping[str, list[Line]],
    full: bool,
) -> Iterator[Line]:
    title = [
        (Span(printable(perspective.name), "strong"), Span(" "), *score_spans(perspective, card.limits)),
        (Span(counts_words(perspective.counts), "muted"),),
    ]
    width = layout.width
    yield from _joined(title, width)
    if full:
        yield from roll_up_numbers(perspective, card.limits, 2, width)
    if goals:
        yield from layout.headings()
    spaced = full or bool(blocks)
    for goal in goals:
        yield from goal_lines(goal, layout, card)
        if full:
            yield from goal_numbers(goal, 4, width)
        yield from blocks.get(goal.id, ())
        if spaced:
            yield ()
    if not (goals and spaced):
        yield ()
