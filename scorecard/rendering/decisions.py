"""The decisions that are open, numbered, and what is said when something was noted, decided or done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from scorecard.naming import counted
from scorecard.recorded import one_line
from scorecard.rendering.columns import paragraph
from scorecard.rendering.decision_words import decision_facts, decision_words, goal_words, is_late
from scorecard.rendering.json_text import document, json_text, rows
from scorecard.rendering.spans import Line, Span, as_ascii, printable
from scorecard.review import Decision, Review

SCHEMA_VERSION = 1


def decisions_lines(
    decisions: Sequence[Decision],
    names: Mapping[str, str],
    as_of: date,
    *,
    width: int | None = None,
    ascii: bool = False,
) -> tuple[Line, ...]:
    """Each open decision with its number, below the review that it was taken in; ``names`` are those of the goals."""
    if not decisions:
        return ((Span("No decision is open."),),)
    late = sum(is_late(decision, as_of) for decision in decisions)
    title = counted(**{"open decision": len(decisions)}) + (f", {late} late" if late else "")
    lines: list[Line] = paragraph(title, "strong", width=width)
    indent = len(f"{len(decisions)}.") + 3
    for number, decision in enumerate(decisions, 1):
        if number == 1 or decisions[number - 2].period != decision.period:
            lines += [(), (Span(f"Review {decision.period}", "strong"),)]
        first, *more = paragraph(decision_words(decision), indent=indent, width=width)
        lines += [(Span(f"{number}. ".rjust(indent)), *first[1:]), *more]
        style = "bad" if is_late(decision, as_of) else "muted"
        facts = f"{goal_words(decision.goal, names)} · {decision_facts(decision, as_of)}"
        lines += paragraph(facts, style, indent=indent, width=width)
    return as_ascii(lines) if ascii else tuple(lines)


def decisions_json(decisions: Sequence[Decision], as_of: date, *, tool_version: str) -> str:
    """The open decisions as one document."""
    items = (
        json_text(
            {
                "number": number,
                "review": str(decision.period),
                "goal": decision.goal,
                "kind": decision.kind,
                "text": decision.text,
                "owner": decision.owner,
                "due": decision.due,
                "late": is_late(decision, as_of),
            }
        )
        for number, decision in enumerate(decisions, 1)
    )
    return document(
        {"schema_version": SCHEMA_VERSION, "tool_version": tool_version, "as_of": as_of, "decisions": rows(items)}
    )


def noted_text(path: str, goal: str, text: str, names: Mapping[str, str]) -> str:
    """What was noted on which goal, and in which file."""
    return f"{goal_words(goal, names)}: {printable(one_line(text))}\nwrote a comment to {path}\n"


def decided_text(decision: Decision, path: str, names: Mapping[str, str], as_of: date) -> str:
    """What was decided, who does it until when, and in which file it stands."""
    words = f"{decision_words(decision)} ({decision_facts(decision, as_of)})"
    return f"{goal_words(decision.goal, names)}: {words}\nwrote a decision to {path}\n"


def review_text(review: Review) -> str:
    """How much stands in the file of a review: ``reviews/2026-10.md: 2 comments, 1 decision``."""
    numbers = {"comment": len(review.comments), "decision": len(review.decisions)}
    said = counted(**{word: number for word, number in numbers.items() if number})
    return f"{review.path}: {said}\n" if said else f"Nothing was noted of {review.period}.\n"


def closed_text(decision: Decision, path: str) -> str:
    """Which decision is done, and in which file it stands."""
    return f"done: {decision_words(decision)}\nwrote {path}\n"
