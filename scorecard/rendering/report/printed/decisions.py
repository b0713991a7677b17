"""What was said and decided in the meeting: beside each goal, and all that is still open."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.decision_words import decision_facts, decision_words, goal_words, is_late
from scorecard.rendering.numbers import day
from scorecard.rendering.report.decisions import HEADINGS, said_of
from scorecard.rendering.report.initiatives import mark_late
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.printed.marks import goal_name, small, strong
from scorecard.rendering.report.printed.markup import Child, Typst, call, joined
from scorecard.rendering.report.printed.section import part, section
from scorecard.rendering.report.printed.table import table
from scorecard.review import Decision


def goal_said(found: Lookup, goal_id: str) -> Typst | None:
    """Comments and decisions of the period on a goal, and the open ones of earlier meetings."""
    comments, decided, earlier = said_of(found, goal_id)
    items = [
        *(joined([comment.text]) for comment in comments),
        *(_in_line(found, "Decided: ", decision) for decision in decided),
        *(_in_line(found, f"Open since {decision.period}: ", decision) for decision in earlier),
    ]
    return call("quiet", joined((call("caption", "From the review"), call("list", *items)))) if items else None


def decisions(found: Lookup) -> Typst | None:
    """Everything that was decided in the review of the period, and what earlier ones have left open."""
    review, earlier = found.report.review, found.report.open_decisions
    left = [
        joined((strong(goal_words(comment.goal, {})), f": {comment.text}"))
        for comment in (review.comments if review else ())
        if comment.goal not in found.goals
    ]
    parts = (
        *_table(found, f"Decided in the review of {found.card.period}", review.decisions if review else ()),
        *_table(found, "Open from earlier reviews", earlier),
        *((part("Comments on goals that are gone", call("list", *left)),) if left else ()),
    )
    return section("Decisions", *parts) if parts else None


def _table(found: Lookup, title: str, items: Sequence[Decision]) -> tuple[Typst, ...]:
    rows = [_row(found, decision) for decision in items]
    return (part(title, table(HEADINGS, rows, "2fr 1.2fr 1fr 78pt 40pt")),) if rows else ()


def _row(found: Lookup, decision: Decision) -> tuple[Child, ...]:
    named = found.goals.get(decision.goal) if decision.goal else None
    return (
        decision_words(decision),
        goal_name(found, named) if named else goal_words(decision.goal, {}),
        decision.owner or "nobody yet",
        day(decision.due) if decision.due else "no date",
        _state(found, decision),
    )


def _state(found: Lookup, decision: Decision) -> Child:
    if is_late(decision, found.card.as_of):
        return call("inked", "off-track", strong(mark_late("late")))
    return "done" if decision.done else "open"


def _in_line(found: Lookup, title: str, decision: Decision) -> Typst:
    done = " · done" if decision.done else ""
    facts = small(f" · {decision_facts(decision, found.card.as_of)}{done}")
    return joined((strong(title), decision_words(decision), facts))
