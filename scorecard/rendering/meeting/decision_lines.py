"""A decision in the meeting: behind a box, with who does it until when."""

from __future__ import annotations

from datetime import date

from scorecard.period import Period
from scorecard.rendering.columns import paragraph
from scorecard.rendering.decision_words import decision_facts, decision_words, is_late
from scorecard.rendering.meeting.rows import marked
from scorecard.rendering.spans import Line, Span
from scorecard.review import Decision


def decision_lines(decision: Decision, as_of: date, width: int, *, since: Period | None = None) -> list[Line]:
    """The box is open, or holds an x when the decision is done; one of another review than ``since`` says which."""
    box = Span("[x]", "good") if decision.done else Span("[ ]")
    facts = decision_facts(decision, as_of)
    if decision.period != since:
        facts += f", of {decision.period}"
    style = "bad" if is_late(decision, as_of) else "muted"
    words = marked(box, decision_words(decision), "muted" if decision.done else "", width)
    return [*words, *paragraph(facts, style, indent=4, width=width)]
