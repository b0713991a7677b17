"""Two periods -> what moved between them, and which parts brought it about."""

from scorecard.comparing.compare import compare
from scorecard.comparing.earlier import Earlier, as_reported, of_card, of_report

__all__ = ["Earlier", "as_reported", "compare", "of_card", "of_report"]
