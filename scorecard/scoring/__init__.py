"""StrategyMap + Actuals -> Scorecard: walks the graph, applies the laws, keeps the contributions."""

from __future__ import annotations

from scorecard.scoring.card import score
from scorecard.scoring.unroll import unrolled_outlook

__all__ = ["score", "unrolled_outlook"]
