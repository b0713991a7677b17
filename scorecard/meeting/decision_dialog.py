"""Noting a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from textual.widget import Widget
from textual.widgets import Input

from scorecard.meeting.choice import Choice
from scorecard.meeting.dialog import Dialog, label
from scorecard.rendering.spans import printable
from scorecard.review import KINDS, DecisionKind
from scorecard.reviewing.amended import NoteError
from scorecard.scalars import read_last_day

Decide: TypeAlias = Callable[[DecisionKind, str, str | None, date | None], str]


class DecisionDialog(Dialog):
    """One decision on one goal; ``decide`` writes it down and says so."""

    def __init__(self, goal: str, owner: str | None, decide: Decide) -> None:
        super().__init__(f"Decision on {goal}")
        self._owner = owner
        self._decide = decide

    def fields(self) -> Iterable[Widget]:
        """What is decided, who does it, until when."""
        yield Input(id="words", placeholder="what is decided")
        yield label("What becomes of what is done now (arrows)")
        yield Choice(KINDS, chosen=KINDS.index("change"), id="kind")
        yield label("Who does it")
        yield Input(printable(self._owner or ""), id="owner", placeholder="nobody yet")
        yield label("Until when: 2026-12-15, or a period for its last day: 2026-12, 2026-Q4")
        yield Input(id="due", placeholder="no date")

    def save(self) -> str:
        """Write the decision down."""
        kind = KINDS[self.query_one("#kind", Choice).chosen]
        words, owner, due = (self.query_one(f"#{name}", Input).value for name in ("words", "owner", "due"))
        return self._decide(kind, words, owner.strip() or None, _day(due.strip()))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return read_last_day(text)
    except ValueError:
        raise NoteError(f"{text!r} is not a date; write 2026-12-15, or a period such as 2026-Q4") from None
