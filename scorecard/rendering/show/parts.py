"""Pieces of the pages that show one item: the head, facts, links, initiatives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from scorecard.rendering.columns import GAP, folded, line_width, paragraph
from scorecard.rendering.numbers import WHOLE, percent, plain_number
from scorecard.rendering.spans import Line, Span, cell_width, printable
from scorecard.rendering.words import STATUS_GLYPH, STATUS_STYLE, STATUS_WORD, delay_words, status_and_number
from scorecard.result import GoalScore, LinkScore, Origin, Scorecard, Status

Fact: TypeAlias = tuple[str, str | None]
_STATUS = 15

KIND_WORD = {
    "flow": "flow: it adds up over time",
    "stock": "stock: the last figure counts",
    "rate": "rate: made anew for every stretch of time, never added",
}


def head(kind: str, item_id: str, name: str, status: Status | None, words: str, width: int | None) -> list[Line]:
    """Name, status and ``words`` of it; below them what kind of thing it is and its id."""
    lines = paragraph(printable(name), "strong", width=width)
    if status is not None:
        words = f"{STATUS_GLYPH[status]} {words}"
        longer = (*lines[-1], Span(f"  {words}", f"{STATUS_STYLE[status]} strong"))
        if width is None or line_width(longer) <= width:
            lines[-1] = longer
        else:
            lines.append((Span(words, f"{STATUS_STYLE[status]} strong"),))
    return [*lines, (Span(f"{kind} {item_id}", "muted"),), ()]


def section(title: str, words: str = "", width: int | None = None) -> list[Line]:
    """The title of a part of the page, with what is to be known of it."""
    if not words:
        return [(Span(title, "strong"),)]
    return folded((Span(title, "strong"), Span(f"  {words}", "muted")), width, indent=2)


def goal_line(goal: GoalScore, width: int | None) -> list[Line]:
    """A goal with its status and its id."""
    mark = Span(f"  {STATUS_GLYPH[goal.status]} {STATUS_WORD[goal.status]:<9}  ", STATUS_STYLE[goal.status])
    line = (mark, Span(printable(goal.name)), Span(f"  {goal.id}", "muted"))
    return folded(line, width, indent=_STATUS)


def facts(pairs: Sequence[Fact], width: int | None) -> list[Line]:
    """What is known, a line each: ``owner   Head of marketing``; what is not said is left out."""
    known = [(word, printable(text)) for word, text in pairs if text]
    if not known:
        return []
    column = max(cell_width(word) for word, _ in known) + GAP
    lines: list[Line] = []
    for word, text in known:
        texts = paragraph(text, indent=2 + column, width=width)
        lines += [(Span("  "), Span(word.ljust(column), "muted"), *texts[0][1:]), *texts[1:]]
    return [*lines, ()]


def origin_facts(origin: Origin) -> tuple[Fact, ...]:
    """How a figure is made."""
    return (
        ("source", origin.source),
        ("formula", origin.formula),
        ("where", origin.where),
        ("over", origin.over),
        ("cadence", origin.cadence and f"measured by the {origin.cadence}"),
        ("kind", KIND_WORD.get(origin.kind or "")),
    )


def origin_lines(origin: Origin, width: int | None) -> list[Line]:
    """How a figure is made, with its title; nothing for one that stands in the map."""
    lines = facts(origin_facts(origin), width)
    return [*section("Where it comes from"), *lines] if lines else []


def link_lines(card: Scorecard, links: Sequence[LinkScore], end: str, width: int | None) -> list[Line]:
    """The goals at the other end (``cause`` or ``effect``) with status, weight, share, delay and hypothesis."""
    goals = {goal.id: goal for goal in card.goals}
    lines: list[Line] = []
    for link in links:
        other = link.cause if end == "cause" else link.effect
        goal = goals[other]
        words = [f"weight {plain_number(link.weight)}"]
        if link.share is not None:
            words.append(f"{percent(link.share, WHOLE)} of the drivers")
        if link.delay:
            words.append(f"after {delay_words(link.delay, card.map.rhythm)}")
        mark = Span(f"  {STATUS_GLYPH[goal.status]} ", STATUS_STYLE[goal.status])
        names = paragraph(f"{printable(goal.name)}", indent=4, width=width)
        lines += [(mark, *names[0][1:]), *names[1:]]
        state = status_and_number(goal.status, goal.performance, goal.limits)
        lines += paragraph(f"{other}  {state}, {', '.join(words)}", "muted", indent=4, width=width)
        if link.because:
            lines += paragraph(f"because {printable(link.because)}", indent=4, width=width)
    return lines
