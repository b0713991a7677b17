"""Comments and decisions of a review in words: the same in a list, in the meeting and in what a command answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from scorecard.rendering.numbers import day
from scorecard.rendering.spans import printable
from scorecard.review import Decision


def decision_words(decision: Decision) -> str:
    """What was decided: ``change: answer within a day``."""
    return printable(f"{decision.kind}: {decision.text}" if decision.kind else decision.text)


def is_late(decision: Decision, as_of: date) -> bool:
    """Whether a decision was to be done before a day, and is not."""
    return not decision.done and decision.due is not None and decision.due < as_of


def due_words(decision: Decision, as_of: date) -> str:
    """When a decision is due: ``due 15 December 2026``, ``late: due 15 December 2026``; empty without a day."""
    if decision.due is None:
        return ""
    return f"{'late: ' if is_late(decision, as_of) else ''}due {day(decision.due)}"


def goal_words(goal: str | None, names: Mapping[str, str]) -> str:
    """The goal that is meant, by its name, or by its id where the map no longer has it."""
    if goal is None:
        return "no goal"
    return printable(names[goal]) if goal in names else f"{goal} (no longer in the map)"


def decision_facts(decision: Decision, as_of: date) -> str:
    """Who does it until when: ``Community manager, due 15 December 2026``; ``nobody yet, no date``."""
    return f"{printable(decision.owner or 'nobody yet')}, {due_words(decision, as_of) or 'no date'}"
