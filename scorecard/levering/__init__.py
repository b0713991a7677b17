"""Scorecard -> levers: which KPI moves a number, and by how much."""

from __future__ import annotations

from scorecard.levering.levers import levers
from scorecard.levering.total_effects import total_effects

__all__ = ["levers", "total_effects"]
