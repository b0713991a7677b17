"""What was said and decided in the meeting: beside each goal, and all that is still open."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.rendering.decision_words import due_words, goal_words, is_late
from scorecard.rendering.numbers import day
from scorecard.rendering.report.element import Child, Html, el, joined, name
from scorecard.rendering.report.links import goal_link
from scorecard.rendering.report.lookup import Lookup
from scorecard.rendering.report.section import section
from scorecard.rendering.report.table import table
from scorecard.review import Comment, Decision

HEADINGS = ("Decision", "Goal", "Owner", "Due", "State")


def goal_said(found: Lookup, goal_id: str) -> Html | None:
    """Comments and decisions of the period on a goal, and the open ones of earlier meetings."""
    comments, decided, earlier = said_of(found, goal_id)
    items = [
        *(el("li", name(comment.text)) for comment in comments),
        *(el("li", el("strong", "Decided: "), _in_line(found, decision)) for decision in decided),
        *(el("li", el("strong", f"Open since {one.period}: "), _in_line(found, one)) for one in earlier),
    ]
    return el("div", el("h5", "From the review"), el("ul", joined(items)), class_="said") if items else None


def said_of(found: Lookup, goal_id: str) -> tuple[list[Comment], list[Decision], list[Decision]]:
    """The comments and the decisions of the period on a goal, and the open decisions of earlier reviews."""
    review = found.report.review
    comments = [one for one in review.comments if one.goal == goal_id] if review else []
    decided = [one for one in review.decisions if one.goal == goal_id] if review else []
    return comments, decided, [one for one in found.report.open_decisions if one.goal == goal_id]


def decisions(found: Lookup) -> Html | None:
    """Everything that was decided in the review of the period, and what earlier ones have left open."""
    review, earlier = found.report.review, found.report.open_decisions
    decided = review.decisions if review else ()
    left = _without_place(found, review.comments if review else ())
    if not (decided or earlier or left):
        return None
    period = found.card.period
    return section(
        "decisions",
        "Decisions",
        *_table(found, f"Decided in the review of {period}", decided),
        *_table(found, "Open from earlier reviews", earlier),
        left,
    )


def _table(found: Lookup, title: str, items: Sequence[Decision]) -> tuple[Child, ...]:
    rows = [_row(found, decision) for decision in items]
    return (el("h3", title), table(title, HEADINGS, rows, hidden_caption=True)) if rows else ()


def _row(found: Lookup, decision: Decision) -> tuple[Child, ...]:
    return (
        _words(decision),
        _goal(found, decision.goal),
        name(decision.owner) if decision.owner else "nobody yet",
        day(decision.due) if decision.due else "no date",
        state_words(found, decision),
    )


def state_words(found: Lookup, decision: Decision) -> Html:
    """Done, open or late."""
    if is_late(decision, found.card.as_of):
        return el("strong", "! late", class_="t-off-track")
    return el("span", "done" if decision.done else "open")


def _words(decision: Decision) -> Html:
    kind = el("strong", f"{decision.kind}: ") if decision.kind else None
    return joined((kind, name(decision.text)))


def _in_line(found: Lookup, decision: Decision) -> Html:
    facts = (decision.owner or "nobody yet", due_words(decision, found.card.as_of) or "no date")
    done = " · done" if decision.done else ""
    return joined((_words(decision), el("span", f" · {' · '.join(facts)}{done}", class_="small")))


def _goal(found: Lookup, goal_id: str | None) -> Html | str:
    return goal_link(found.goals[goal_id]) if goal_id and goal_id in found.goals else goal_words(goal_id, {})


def _without_place(found: Lookup, comments: Sequence[Comment]) -> Html | None:
    """Comments on goals that the map no longer has."""
    items = [
        el("li", f"{goal_words(comment.goal, {})}: ", name(comment.text))
        for comment in comments
        if comment.goal not in found.goals
    ]
    return joined((el("h3", "Comments on goals that are gone"), el("ul", joined(items)))) if items else None
