"""The initiatives of a review: the late ones and those over budget first."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.columns import GAP, Row, folded, line_width, natural_width, paragraph, table
from scorecard.rendering.numbers import amount, amount_of, day, percent
from scorecard.rendering.spans import Line, Span, printable
from scorecard.result import InitiativeScore, Scorecard

_NAME = 1
_LEAST_NAME = 16


def urgent_first(initiatives: Sequence[InitiativeScore]) -> list[InitiativeScore]:
    """Late ones first, then those over budget, each in the order of the map; those that ended come last."""
    ended = ("done", "stopped")
    return sorted(initiatives, key=lambda item: (not item.late, not item.over_budget, item.status in ended))


def initiative_lines(card: Scorecard, width: int | None) -> list[Line]:
    """The block *Initiatives*."""
    if not card.initiatives:
        return []
    words = "  late and over budget first; they never enter a score"
    title: Line = (Span("Initiatives", "strong"), Span(words, "muted"))
    return [*folded(title, width, indent=2), *initiative_rows(card.initiatives, card.map.currency, width), ()]


def initiative_rows(initiatives: Sequence[InitiativeScore], currency: str | None, width: int | None) -> list[Line]:
    """Each initiative in one line where all of them fit, else in two or more."""
    shown = urgent_first(initiatives)
    rows = [_cells(item, currency) for item in shown]
    nameless = [[*row[:_NAME], (), *row[_NAME + 1 :]] for row in rows]
    if width is None or 2 + natural_width(nameless) + GAP + _LEAST_NAME <= width:
        return table(rows, right=(4,), indent=2, width=width, folding=_NAME)
    return _two_lines(shown, currency, width)


def state(initiative: InitiativeScore) -> tuple[str, str]:
    """How it stands in a word and the style of it: late and over budget count more than its status."""
    troubles = [word for word, holds in (("late", initiative.late), ("over budget", initiative.over_budget)) if holds]
    if troubles:
        return ", ".join(troubles), "bad"
    return initiative.status or "", "good" if initiative.status == "done" else "muted"


def money(initiative: InitiativeScore, currency: str | None) -> str:
    """``EUR 900 / 2,000`` spent of the budget, or the one of them that is known."""
    unit = "money" if currency else None
    if initiative.budget is not None:
        return f"spent {amount_of(initiative.spent, initiative.budget, unit, currency)}"
    return "" if initiative.spent is None else f"spent {amount(initiative.spent, unit, currency)}"


def _words(item: InitiativeScore, currency: str | None) -> tuple[str, ...]:
    return (
        f"due {day(item.due)}" if item.due else "",
        f"{percent(item.completion)} done" if item.completion is not None else "",
        money(item, currency),
        printable(item.owner or ""),
        f"for {', '.join(item.goals)}" if item.goals else "for no goal",
    )


def _cells(item: InitiativeScore, currency: str | None) -> Row:
    word, style = state(item)
    due, done, spent, owner, goals = _words(item, currency)
    return (
        (Span(word, style),),
        (Span(printable(item.name)),),
        (Span(item.id, "muted"),),
        (Span(due),),
        (Span(done),),
        (Span(spent),),
        (Span(owner, "muted"),),
        (Span(goals, "muted"),),
    )


def _two_lines(items: Sequence[InitiativeScore], currency: str | None, width: int) -> list[Line]:
    """How it stands, name and id; below them everything else."""
    states = [state(item) for item in items]
    column = max(len(word) for word, _ in states)
    lines: list[Line] = []
    for item, (word, style) in zip(items, states, strict=True):
        start = 2 + column + GAP
        names = paragraph(printable(item.name), indent=start, width=width)
        names[0] = (Span("  "), Span(word.ljust(column + GAP), style), *names[0][1:])
        identity = Span(f"  {item.id}", "muted")
        if line_width((*names[-1], identity)) <= width:
            names[-1] = (*names[-1], identity)
        else:
            names.append((Span(" " * start), Span(item.id, "muted")))
        words = ", ".join(filter(None, _words(item, currency)))
        lines += [*names, *paragraph(words, "muted", indent=start, width=width)]
    return lines
