"""StrategyMap + Actuals -> Evidence: what the figures say of the arrows."""

from scorecard.evidencing.evidence import evidence

__all__ = ["evidence"]
