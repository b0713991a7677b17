"""StrategyMap + Actuals -> Scorecard: walks the graph, applies the laws, keeps the contributions."""

from __future__ import annotations

from scorecard.scoring.card import score
from scorecard.scoring.which_period import scored_period

__all__ = ["score", "scored_period"]
