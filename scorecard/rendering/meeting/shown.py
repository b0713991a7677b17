"""All that the pages of a meeting are made of."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.agenda import Agenda
from scorecard.explanation import Explanation
from scorecard.history import History
from scorecard.lever import Levers
from scorecard.result import Scorecard
from scorecard.review import Decision, Review


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """The card, the order of business with the decisions of earlier reviews, the review of the period, and the history
    when it is known. ``why`` unrolls the outlook of the goal that is shown, ``levers`` are those of what is shown."""

    card: Scorecard
    agenda: Agenda
    review: Review
    history: History | None = None
    why: Explanation | None = None
    levers: Levers | None = None

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Those of this review, then those of earlier ones that were open when the meeting began."""
        return (*self.review.decisions, *self.agenda.decisions)
