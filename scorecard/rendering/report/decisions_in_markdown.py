"""What was said and decided in the meeting, as lists of Markdown to tick off."""

from __future__ import annotations

from scorecard.rendering.decision_words import decision_facts, decision_words, goal_words
from scorecard.rendering.markdown import markdown_text
from scorecard.rendering.report.decisions import said_of
from scorecard.rendering.report.lookup import Lookup
from scorecard.review import Decision


def decisions_in_markdown(found: Lookup) -> list[str]:
    """Decisions of the period and the open ones of earlier reviews; then comments on goals that are gone."""
    review = found.report.review
    decided = [_decision(found, one, "") for one in review.decisions] if review else []
    earlier = [_decision(found, one, f"open since {one.period} · ") for one in found.report.open_decisions]
    left = [
        f"- **{markdown_text(goal_words(comment.goal, {}))}**: {markdown_text(comment.text)}"
        for comment in (review.comments if review else ())
        if comment.goal not in found.goals
    ]
    return [
        *(["### Decisions", "", *decided, *earlier, ""] if decided or earlier else ()),
        *(["### Comments on goals that are gone", "", *left, ""] if left else ()),
    ]


def goal_said_in_markdown(found: Lookup, goal_id: str) -> list[str]:
    """Comments and decisions of the period on a goal, and the open ones of earlier meetings."""
    comments, decided, earlier = said_of(found, goal_id)
    lines = [
        *(f"- {markdown_text(comment.text)}" for comment in comments),
        *(f"- **Decided:** {_words(found, one)}" for one in decided),
        *(f"- **Open since {one.period}:** {_words(found, one)}" for one in earlier),
    ]
    return ["From the review:", "", *lines, ""] if lines else []


def _words(found: Lookup, decision: Decision) -> str:
    done = " · done" if decision.done else ""
    return f"{markdown_text(f'{decision_words(decision)} · {decision_facts(decision, found.card.as_of)}')}{done}"


def _decision(found: Lookup, decision: Decision, since: str) -> str:
    facts = (
        decision_words(decision),
        decision_facts(decision, found.card.as_of),
        goal_words(decision.goal, found.names),
    )
    return f"- [{'x' if decision.done else ' '}] {since}{' · '.join(map(markdown_text, facts))}"
