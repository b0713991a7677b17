"""A scorecard -> why one of its numbers is what it is, and why it moved."""

from scorecard.explaining.explain import explain
from scorecard.explaining.unrolled import outlook_by_kpi

__all__ = ["explain", "outlook_by_kpi"]
